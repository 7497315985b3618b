// Draw escaped HTML; report clicks on what carries data-open; show quotes on hover; scroll to what is new.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".linked");
  if (root.drawn !== data.html) {
    redraw(root, data.html);
    root.drawn = data.html;
    if (data.reveal) reveal(root);
    if (data.begin != null) begin(root, data.begin);
  }

  root.report = (target) => setTriggerValue("open", target);
  root.act = (done) => setTriggerValue("act", done);
  if (!root.listens) listen(root, parentElement.querySelector(".peek"));
}

function listen(root, peek) {
  root.listens = true; // this module runs again at every rerun, on the same elements
  root.addEventListener("click", (event) => {
    const found = event.target.closest("[data-open]");
    if (!found) return;
    // The source is shown at once; the rerun only lets the server know.
    if (PASSAGE.test(found.dataset.open)) window.motesminneSource?.(found.dataset.open, found);
    root.report(found.dataset.open);
  });
  peeks(root, peek);
  acts(root);
}

const PASSAGE = /^[0-9a-f]{4,64}:\d+:\d+/;

// When what is drawn after it has its place too.
function reveal(root) {
  const scroll = () => root.scrollIntoView({ behavior: pace(), block: "start" });
  setTimeout(() => requestAnimationFrame(scroll), 60);
}

// A page that is new is read, and the keyboard goes on, from here; also after a long page before it.
function begin(root, target) {
  const leading = `[data-open="${CSS.escape(target)}"]`;
  const found = root.querySelector(leading) ?? root.querySelector("header");
  const scroll = () => {
    found?.scrollIntoView({ behavior: "instant", block: "center" });
    found?.focus({ preventScroll: true });
  };
  setTimeout(() => requestAnimationFrame(scroll), 60);
}

// Draw anew, the keyboard's place kept.
function redraw(root, html) {
  const focused = root.contains(root.getRootNode().activeElement)
    ? root.getRootNode().activeElement.dataset
    : {};
  const opens = () => [...root.querySelectorAll("[data-open]")];
  const place = opens().indexOf(root.getRootNode().activeElement);
  root.innerHTML = html;
  opens()[place]?.focus({ preventScroll: true }); // a task that was marked is not called the same
  const name = focused.act ? "act" : focused.unfold ? "unfold" : "";
  if (name) root.querySelector(`[data-${name}="${CSS.escape(focused[name])}"]`)?.focus();
}
