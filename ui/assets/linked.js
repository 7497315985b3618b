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
  const linked = (event) => event.target.closest("[data-open]");
  const hide = () => (peek.hidden = true);
  const show = (event) => {
    const cite = linked(event);
    if (cite && cite.dataset.quote) showPeek(peek, cite);
  };
  root.addEventListener("click", (event) => {
    const found = linked(event);
    if (!found) return;
    hide();
    root.report(found.dataset.open);
  });
  root.addEventListener("mouseover", show);
  root.addEventListener("focusin", show);
  root.addEventListener("mouseout", hide);
  root.addEventListener("focusout", hide);
  root.addEventListener("keydown", (event) => event.key === "Escape" && hide());
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

const HEADER = 64; // the page's own bar lies over the top

function showPeek(peek, cite) {
  const where = document.createElement("strong");
  where.textContent = cite.dataset.where;
  const quote = document.createElement("span");
  quote.textContent = cite.dataset.quote;
  peek.replaceChildren(where, quote);
  peek.hidden = false;
  const at = cite.getBoundingClientRect();
  const width = Math.min(360, window.innerWidth - 24);
  peek.style.width = `${width}px`;
  peek.style.left = `${Math.max(12, Math.min(at.left - 40, window.innerWidth - width - 12))}px`;
  const above = at.top - peek.offsetHeight - 8;
  peek.style.top = `${above > HEADER ? above : at.bottom + 8}px`;
}
