// Show the source that a click leads to, fetched without a rerun; tell the server when it is closed.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".source-pane");
  root.words = data.words;
  root.querySelector("h2").textContent = data.words.title;
  root.querySelector(".close .label").textContent = data.words.close;
  root.closed = () => setTriggerValue("closed", true);
  if (!root.listens) listen(root);
  window.motesminneSource = (place, opener) => root.isConnected && open(root, place, opener);
  follow(root, data.place);
}

// A rerun that began before the last click brings what was open then.
const PATIENCE_MS = 3000;

function follow(root, place) {
  if (place === root.awaited) root.awaited = undefined;
  if (root.awaited !== undefined && performance.now() < root.awaitedUntil) return;
  if (place === (root.place ?? "")) return;
  if (place) show(root, place);
  else hide(root);
}

function listen(root) {
  root.listens = true;
  acts(root);
  keepFit(root, () => root.querySelectorAll(".pane:not([hidden])"));
  const close = () => {
    expect(root, "");
    hide(root);
    root.closed();
    root.opener?.focus();
    root.opener?.dispatchEvent(new Event("mouseout", { bubbles: true })); // its quote was just read
  };
  root.querySelector(".close").addEventListener("click", close);
  root.addEventListener("keydown", (event) => event.key === "Escape" && close());
  root.addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-view]");
    if (chosen) view(root, chosen.dataset.view);
  });
}

function expect(root, place) {
  root.awaited = place;
  root.awaitedUntil = performance.now() + PATIENCE_MS;
}

function open(root, place, opener) {
  root.opener = opener;
  expect(root, place);
  show(root, place);
}

function hide(root) {
  root.place = "";
  stage(root)?.removeAttribute("data-source");
  root.querySelector(".body").replaceChildren();
}

const stage = (root) => root.getRootNode().host?.closest(".st-key-stage");

async function show(root, place) {
  root.place = place;
  const drawn = await fetched(root, `kalla/${place}`);
  if (root.place !== place) return; // another was opened meanwhile
  const body = root.querySelector(".body");
  body.innerHTML = drawn;
  stage(root)?.setAttribute("data-source", "");
  const text = body.querySelector(".text");
  if (!text) return root.querySelector(".close").focus();
  const chosen = root.view === "sheets" && body.querySelector('[data-view="sheets"]');
  if (chosen) view(root, "sheets");
  else showMark(text);
}

async function fetched(root, address) {
  try {
    const reply = await fetch(address);
    const drawn = reply.headers.get("Content-Type")?.startsWith("text/html");
    if (reply.ok || drawn) return await reply.text(); // else the server says why there is none
  } catch {
    // the server has stopped; the same is said of every failure
  }
  const sentence = document.createElement("p");
  sentence.className = "missing";
  sentence.textContent = root.words.failed;
  return sentence.outerHTML;
}

async function view(root, wanted) {
  root.view = wanted;
  for (const button of root.querySelectorAll("[data-view]"))
    button.setAttribute("aria-pressed", String(button.dataset.view === wanted));
  const [text, sheets] = [root.querySelector(".text"), root.querySelector(".sheets")];
  text.hidden = wanted !== "text";
  sheets.hidden = wanted !== "sheets";
  if (wanted === "sheets" && !sheets.childElementCount) {
    const place = root.place;
    const drawn = await fetched(root, `kalla/${place}/sidor`);
    if (root.place !== place) return;
    sheets.innerHTML = drawn;
  }
  showMark(wanted === "text" ? text : sheets);
}
