// Scroll a text to the words that are marked in it, all of it in the window.
const pace = () =>
  window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";

function showMark(pane) {
  pane.tabIndex = 0;
  fit(pane);
  const mark = pane.querySelector("mark") ?? pane.querySelector(".current");
  const place = () => {
    if (!mark) return;
    const offset = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTop += offset - pane.clientHeight / 4;
  };
  pane.scrollTop = 0;
  place();
  requestAnimationFrame(() => {
    place();
    pane.focus({ preventScroll: true });
  });
  document.fonts.ready.then(place); // a late font moves the lines
}

// Let a text end where the window does, so that what is marked in it can be seen.
function fit(pane) {
  const room = window.innerHeight - pane.getBoundingClientRect().top - 24;
  pane.style.maxHeight = `${Math.max(240, room)}px`;
}

// The same whenever the page scrolls or changes its size, as long as *root* is on it.
function keepFit(root, panes) {
  const refit = () => (root.isConnected ? panes().forEach(fit) : forget());
  const forget = () => {
    document.removeEventListener("scroll", refit, true);
    window.removeEventListener("resize", refit);
  };
  document.addEventListener("scroll", refit, { capture: true, passive: true });
  window.addEventListener("resize", refit);
  requestAnimationFrame(refit);
}
