// What buttons do: copy words, unfold a form, report an act; and what a search field leaves.
function acts(root) {
  root.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || button.type === "submit") return;
    if ("copy" in button.dataset) copy(button, button.dataset.copy);
    if ("copyLink" in button.dataset)
      copy(button, new URL(button.dataset.copyLink, new URL(".", location.href)).href);
    if (button.dataset.unfold) unfold(root, button);
    if (button.dataset.act && isSure(button))
      root.act({ act: button.dataset.act, text: button.dataset.text ?? "" });
  });
  root.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    const said = [...new FormData(form).values()].map((value) => value.trim()).filter(Boolean);
    root.act({ act: form.dataset.act, of: form.dataset.of ?? "", text: said.join("; ") });
    form.hidden = true;
  });
  root.addEventListener("input", (event) => {
    if (event.target.matches("[data-seek]")) seek(root, event.target.value);
  });
  root.addEventListener("keydown", (event) => {
    const form = event.key === "Escape" && event.target.closest("[data-fold]");
    if (form) unfold(root, root.querySelector(`[data-unfold="${form.dataset.fold}"]`));
  });
}

async function copy(button, words) {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    copyTheOldWay(words); // the page is not at localhost and has no certificate
  }
  const label = button.querySelector(".label") ?? button;
  button.was ??= label.textContent;
  label.textContent = button.dataset.done;
  clearTimeout(button.back);
  button.back = setTimeout(() => (label.textContent = button.was), 2000);
}

function copyTheOldWay(words) {
  const area = document.createElement("textarea");
  area.value = words;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

function unfold(root, button) {
  const form = root.querySelector(`[data-fold="${button.dataset.unfold}"]`);
  form.hidden = !form.hidden;
  button.setAttribute("aria-expanded", String(!form.hidden));
  (form.hidden ? button : form.querySelector("input, textarea, button")).focus();
  if (!form.hidden) form.scrollIntoView({ block: "center" });
}

// What cannot be undone is asked for twice.
function isSure(button) {
  if (!button.dataset.sure || button.armed) return true;
  button.armed = true;
  const label = button.querySelector(".label") ?? button;
  const before = label.textContent;
  label.textContent = button.dataset.sure;
  button.addEventListener(
    "blur",
    () => {
      button.armed = false;
      label.textContent = before;
    },
    { once: true },
  );
  return false;
}

function seek(root, wanted) {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  for (const found of root.querySelectorAll("[data-find]"))
    found.hidden = !words.every((word) => found.dataset.find.includes(word));
}
