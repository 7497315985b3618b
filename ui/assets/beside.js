// Draw lines beside the text they stand for: mark each other's places, and report what is done to a line.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".beside");
  const [lines, text] = [root.querySelector(".lines"), root.querySelector(".text")];
  root.words = data.words;
  root.querySelector(".bar span").textContent = data.words.title;
  root.querySelector(".bar button").textContent = data.words.close;
  const changed = redraw(text, data.text) | redraw(lines, data.html);
  if (changed && root.selected) mark(root, find(lines, root.selected), { scroll: false });

  root.report = (done) => setTriggerValue("act", done);
  if (!root.listens) listen(root, lines, text, parentElement.querySelector(".peek"));
}

function redraw(pane, html) {
  if (pane.drawn === html) return false;
  const unfolded = pane.querySelector("details")?.open;
  const at = pane.scrollTop;
  const line = pane.getRootNode().activeElement?.closest?.("[data-line]")?.dataset.line;
  pane.drawn = html;
  pane.innerHTML = html;
  pane.scrollTop = at;
  if (unfolded) pane.querySelector("details").open = true;
  // What was pressed is gone: the keyboard goes on at what can be done to the line now.
  if (line) pane.querySelector(`[data-line="${CSS.escape(line)}"] .acts button`)?.focus({ preventScroll: true });
  return true;
}

function listen(root, lines, text, peek) {
  root.listens = true; // this module runs again at every rerun, on the same elements
  peeks(lines, peek);
  lines.addEventListener("click", (event) => {
    const line = event.target.closest(".line");
    if (!line || line.classList.contains("editing")) return;
    const [act, cite] = [event.target.closest("[data-act]"), event.target.closest(".cite")];
    if (act) return perform(root, line, act.dataset.act);
    if (event.target.closest("a, .support")) return;
    root.classList.toggle("open", Boolean(cite)); // on a narrow page the text lies over the lines
    mark(root, [line], { scroll: true, only: cite && `c${cite.textContent}` });
    if (cite) text.focus({ preventScroll: true });
  });
  text.addEventListener("click", (event) => {
    const piece = event.target.closest("[data-of]");
    if (!piece || !window.getSelection().isCollapsed) return;
    const names = piece.dataset.of.split(" ").filter((name) => name.startsWith("c"));
    const found = names.flatMap((name) => [...lines.querySelectorAll(`[data-marks~="${name}"]`)]);
    root.classList.remove("open");
    mark(root, found, { scroll: false });
    found[0]?.scrollIntoView({ block: "nearest", behavior: pace() });
  });
  const close = () => root.classList.remove("open");
  root.querySelector(".bar button").addEventListener("click", close);
  root.addEventListener("keydown", (event) => event.key === "Escape" && close());

  keepFit(root, () => [text]);
}

const find = (lines, ids) =>
  [...lines.querySelectorAll(".line")].filter((line) => ids.includes(line.dataset.line));

// Mark lines and the words that they stand for, or those of one citation only.
function mark(root, lines, { scroll, only = null }) {
  const text = root.querySelector(".text");
  for (const name of ["selected", "marked", "carrying"])
    root.querySelectorAll(`.${name}`).forEach((element) => element.classList.remove(name));
  root.selected = lines.map((line) => line.dataset.line);
  let [first, told] = [null, null];
  for (const line of lines) {
    line.classList.add("selected");
    for (const name of line.dataset.marks.split(" ").filter(Boolean)) {
      const carries = name.startsWith("w");
      if (only && !carries && name !== only) continue;
      const pieces = text.querySelectorAll(`[data-of~="${name}"]`);
      pieces.forEach((piece) => piece.classList.add(carries ? "carrying" : "marked"));
      if (carries) told ??= pieces[0];
      else first ??= pieces[0];
    }
  }
  const target = (!only && told) || first;
  fit(text);
  if (!scroll || !target) return;
  const offset = target.getBoundingClientRect().top - text.getBoundingClientRect().top;
  text.scrollTo({ top: text.scrollTop + offset - text.clientHeight / 4, behavior: pace() });
}

function perform(root, line, act) {
  if (act === "changed") return write(root, line);
  line.classList.add("busy");
  root.report({ line: line.dataset.line, act, text: "" });
}

// Let other words be written for a line, in its place.
function write(root, line) {
  const area = document.createElement("textarea");
  area.value = line.dataset.text;
  area.rows = Math.max(2, Math.ceil(area.value.length / 60));
  area.setAttribute("aria-label", root.words.change);
  const [save, cancel] = [document.createElement("button"), document.createElement("button")];
  save.textContent = root.words.save;
  cancel.textContent = root.words.cancel;
  save.className = "save";
  const form = document.createElement("div");
  form.className = "writing";
  form.append(area, save, cancel);
  const end = () => {
    form.remove();
    line.classList.remove("editing");
  };
  const keep = () => {
    const text = area.value;
    end();
    line.classList.add("busy");
    root.report({ line: line.dataset.line, act: "changed", text });
  };
  save.addEventListener("click", keep);
  cancel.addEventListener("click", end);
  area.addEventListener("keydown", (event) => {
    if (event.key === "Escape") end();
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      keep();
    }
    event.stopPropagation();
  });
  line.classList.add("editing");
  line.append(form);
  area.focus();
}
