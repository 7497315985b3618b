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
  // Beside what one reads where there is room, else below its line: never over the words before it.
  const column = cite.closest(".statement, .line")?.getBoundingClientRect();
  const isCrowded = cite.closest(".lines") || document.querySelector("[data-source]");
  const beside = column && !isCrowded ? column.right + 16 : Infinity;
  const isBeside = beside + width + 12 <= window.innerWidth;
  const left = isBeside ? beside : Math.min(at.left - 40, window.innerWidth - width - 12);
  peek.style.left = `${Math.max(12, left)}px`;
  const below = at.bottom + 8;
  const top = isBeside ? at.top - 10 : below;
  const room = window.innerHeight - peek.offsetHeight - 12;
  const above = at.top - peek.offsetHeight - 8;
  const fitting = top <= room ? top : isBeside ? room : above;
  peek.style.top = `${Math.max(HEADER, fitting)}px`;
}
