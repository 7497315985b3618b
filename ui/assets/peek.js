// Show what an element quotes, in its data-quote, while it is pointed at or focused.
function peeks(root, peek) {
  const hide = () => (peek.hidden = true);
  const show = (event) => {
    const quoting = event.target.closest("[data-quote]");
    if (quoting) showPeek(peek, quoting);
  };
  root.addEventListener("click", (event) => event.target.closest("[data-open]") && hide());
  root.addEventListener("mouseover", show);
  root.addEventListener("focusin", show);
  root.addEventListener("mouseout", hide);
  root.addEventListener("focusout", hide);
  root.addEventListener("keydown", (event) => event.key === "Escape" && hide());
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
