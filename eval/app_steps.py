"""Drive the app in a browser and time what a user waits for, inside the page itself."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from eval.serving import CHROMIUM, QUIET, TOUR_SEEN

SEARCH_S = 30
"""How long anything may take before it counts as an error."""

# What the page runs first. The app's own parts lie in shadow roots, which are looked through;
# frames are waited for, not mutations, so that what is timed is what can be seen.
WATCH = """
window.deep = (selector) => {
  const hosts = [...document.querySelectorAll('[data-testid=stBidiComponentIsolated]')];
  const roots = [document, ...hosts.map((host) => host.shadowRoot).filter(Boolean)];
  return roots.flatMap((root) => [...root.querySelectorAll(selector)]);
};
window.until = (holds, from = performance.now()) => new Promise((done, failed) => {
  const look = () => {
    if (holds()) done(performance.now() - from);
    else if (performance.now() - from > LIMIT) failed(new Error('nothing came'));
    else setTimeout(() => requestAnimationFrame(look), PACE);
  };
  look();
});
window.ask = async (question) => {
  const find = () => document.querySelector('[data-testid=stChatInputTextArea]');
  await until(find);
  const box = find();
  const write = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set;
  write.call(box, question);
  box.dispatchEvent(new Event('input', { bubbles: true }));
  const send = () => document.querySelector('[data-testid=stChatInputSubmitButton]:enabled');
  await until(send);
  const before = deep('.answer').length;
  const from = performance.now();
  send().click();
  return until(() => deep('.answer').length > before, from);
};
"""
PACE_MS = 4
PACE_OF_MANY_MS = 25

PAINTED = "until(() => document.querySelector('h1.welcome'), 0)"
LISTED = """(async () => {
  const from = performance.now();
  document.querySelector('a[href$="/moten"]').click();
  return until(() => deep('.meeting').length > 0, from);
})()"""
OPENED = """(async () => {
  const cite = deep('.cite').at(-1);
  const from = performance.now();
  cite.click();
  return until(() => deep('mark').some((mark) => {
    const place = mark.getBoundingClientRect();
    return place.height > 0 && place.top >= 0 && place.bottom <= innerHeight;
  }), from);
})()"""
CLOSED = """(() => {
  deep('.source-pane .close')[0].click();
  return until(() => deep('mark').length === 0);
})()"""
# Every few seconds a question, whether or not the one before was answered.
ASKING = """([questions, pace, first]) => {
  window.times = []; window.failed = 0;
  const next = (number) => {
    if (number === questions.length) return;
    const due = performance.now() + pace;
    ask(questions[number]).then((ms) => times.push(ms), () => { failed += 1; }).then(() =>
      setTimeout(() => next(number + 1), Math.max(0, due - performance.now())));
  };
  setTimeout(() => next(0), first);
}"""
ALERTS = "document.querySelectorAll('[data-testid=stAlert], [data-testid=stException]').length"


@contextmanager
def browser() -> Iterator[Any]:
    """Start Chromium, until the block is left."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield started
        started.close()


def visit(started: Any, address: str, *, pace_ms: int = PACE_MS) -> Any:
    """Open a new visitor's tab on *address*, and wait until the app is drawn in it."""
    page = started.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.set_default_timeout(SEARCH_S * 1_000)
    page.add_init_script(TOUR_SEEN)
    limits = WATCH.replace("LIMIT", str(SEARCH_S * 1_000)).replace("PACE", str(pace_ms))
    page.add_init_script(limits)
    page.goto(address, wait_until="commit")
    return page


def first_paints(started: Any, address: str, times: int) -> list[float]:
    """Return the milliseconds until a new visitor sees the first page."""
    return [_visited(started, address) for _ in range(times)]


def _visited(started: Any, address: str) -> float:
    page = visit(started, address)
    took: float = page.evaluate(PAINTED)
    page.context.close()
    return took


def answers(started: Any, address: str, questions: Sequence[str]) -> list[float]:
    """Return the milliseconds from a question is sent until its answer's first words."""
    page = visit(started, address)
    page.evaluate(PAINTED)
    took = [page.evaluate("ask", question) for question in questions]
    page.context.close()
    return took


def citations(started: Any, address: str, question: str, times: int) -> list[float]:
    """Return the milliseconds from a click on a citation until its words are marked in view."""
    page = visit(started, address)
    page.evaluate(PAINTED)
    page.evaluate("ask", question)
    took = []
    for _ in range(times):
        page.wait_for_timeout(500)
        took.append(page.evaluate(OPENED))
        page.evaluate(CLOSED)
    page.context.close()
    return took


def lists(started: Any, address: str, times: int) -> list[float]:
    """Return the milliseconds from a click on Möten until meetings are listed."""
    page = visit(started, address)
    took = []
    for _ in range(times):
        page.goto(address)
        page.evaluate(PAINTED)
        page.wait_for_timeout(500)
        took.append(page.evaluate(LISTED))
    page.context.close()
    return took


@contextmanager
def tabs(started: Any, address: str, count: int) -> Iterator[Sequence[Any]]:
    """Open so many tabs, each a visitor's of its own, until the block is left."""
    pages = []
    for _ in range(count):
        pages.append(visit(started, address, pace_ms=PACE_OF_MANY_MS))
        pages[-1].evaluate(PAINTED)
    yield pages
    for page in pages:
        page.context.close()


def together(
    pages: Sequence[Any], questions: Sequence[Sequence[str]], pace_s: float
) -> tuple[list[float], int]:
    """Let each of the *pages* ask its own *questions*, all at once.

    Each asks every *pace_s* seconds, or as soon as it has got an answer that took longer. The times
    until each answer are returned, and how many questions got none.
    """
    for number, (page, own) in enumerate(zip(pages, questions, strict=True)):
        page.evaluate(ASKING, [list(own), pace_s * 1_000, number / len(pages) * pace_s * 1_000])
    took: list[float] = []
    failed = 0
    for page, own in zip(pages, questions, strict=True):
        page.wait_for_function(
            "(asked) => times.length + failed >= asked",
            arg=len(own),
            timeout=len(own) * SEARCH_S * 1_000,
        )
        took += page.evaluate("times")
        failed += page.evaluate("failed") + page.evaluate(ALERTS)
    return took, failed
