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

  const peek = parentElement.querySelector(".peek");
  const target = (event) => event.target.closest("[data-open]");
  root.onclick = (event) => {
    const found = target(event);
    if (!found) return;
    peek.hidden = true;
    setTriggerValue("open", found.dataset.open);
  };
  const enter = (event) => {
    const found = target(event);
    if (found && found.dataset.quote) showPeek(peek, found);
  };
  root.onmouseover = enter;
  root.onfocusin = enter;
  root.onmouseout = root.onfocusout = () => (peek.hidden = true);
  root.onkeydown = (event) => {
    if (event.key === "Escape") peek.hidden = true;
  };
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
