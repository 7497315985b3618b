// Show one step at a time; remember in this browser that the tour was seen. See ui/tour.py.
const SEEN = "motesminne.tour";

function isSeen() {
  try { return localStorage.getItem(SEEN) !== null; } catch { return true; } // storage is barred
}

function remember() {
  try { localStorage.setItem(SEEN, "seen"); } catch { /* it is shown anew next time */ }
}

export default function ({ data, parentElement }) {
  const place = parentElement.querySelector(".tour-place");
  if (place.dataset.started && !data.again) return;
  place.dataset.started = "yes";
  place.innerHTML = isSeen() && !data.again ? "" : data.html;
  const steps = [...place.querySelectorAll(".step")];
  const end = () => { remember(); place.replaceChildren(); };
  const show = (shown, { focus }) => {
    if (shown === steps.length) { end(); return; }
    steps.forEach((step, number) => { step.hidden = number !== shown; });
    if (focus) steps[shown].querySelector("h2").focus();
  };
  steps.forEach((step, number) => {
    step.querySelector(".next").onclick = () => show(number + 1, { focus: true });
    const skip = step.querySelector(".skip");
    if (skip) skip.onclick = end;
  });
  place.onkeydown = (event) => { if (event.key === "Escape") end(); };
  if (steps.length) show(0, { focus: Boolean(data.again) });
}
