// Draw escaped HTML; report clicks on what carries data-open; show quotes on hover; scroll to what is new.
export default function ({ data, parentElement, setTriggerValue }) {
  document.documentElement.lang = "sv"; // Streamlit says "en" to screen readers
  const root = parentElement.querySelector(".linked");
  const drawn = `${data.pane}|${data.html}`;
  if (root.drawn !== drawn) {
    root.drawn = drawn;
    root.innerHTML = data.html;
    root.classList.toggle("pane", data.pane);
    if (data.pane) showMark(root);
    if (data.reveal) root.scrollIntoView({ behavior: "smooth", block: "start" });
  }

  root.report = (target) => setTriggerValue("open", target);
  if (!root.listens) listen(root, parentElement.querySelector(".peek"));
}

function listen(root, peek) {
  root.listens = true; // this module runs again at every rerun, on the same elements
  root.addEventListener("click", (event) => {
    const found = event.target.closest("[data-open]");
    if (found) root.report(found.dataset.open);
  });
  peeks(root, peek);
}

function showMark(root) {
  root.tabIndex = 0;
  const mark = root.querySelector("mark");
  const place = () => {
    if (!mark) return;
    const offset = mark.getBoundingClientRect().top - root.getBoundingClientRect().top;
    root.scrollTop += offset - root.clientHeight / 4;
  };
  root.scrollTop = 0;
  requestAnimationFrame(() => {
    place();
    root.focus({ preventScroll: true });
  });
  document.fonts.ready.then(place); // a late font moves the lines
}
