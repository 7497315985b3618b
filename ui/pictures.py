"""Take pictures of every page, light, dark and narrow.

python -m ui.pictures --folder docs/pictures
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import ingest
from eval.serving import CHROMIUM, QUIET, TOUR_SEEN, serving
from ingest.pipeline import ingest as read_in
from rag.assembling.assembly import open_store
from rag.settings import Settings
from ui import strings
from ui.app import entries
from ui.drawing.addresses import matter_address
from ui.drawing.frame import ADD_PATH

SAMPLES = Path(ingest.__file__).parent / "samples"

# What is asked, so that the picture of Fråga has an answer in it.
QUESTION = "Var ska den nya simhallen ligga?"
MATTER = "KS 2023/145"
HELD = "cykelkoket-navet/styrelsemote-2024-05-22.md"
NEW = "styrelsemote-2024-12-10.txt"
MINUTES = """Styrelsemöte Cykelköket Navet
10 december 2024

Närvarande: Tove Lagerås, Emil Sandahl, Greta Ulvsson

1. Öppnande
Tove öppnade mötet.

2. Julstängt
Beslut: Verkstaden är stängd från den 20 december till den 7 januari.

3. Nycklar
Emil byter låset före jul.
"""
EVALUATION_MS = 300_000
COLOURS = 192
"""A page has few colours; so many are kept, and the file is a third."""

# Streamlit tells in an attribute whether the page's script runs. When that does not, and nothing
# slides or fades, for so many milliseconds on end, the page is as it will be.
STILL = """() => {
  const moves = document.getAnimations().some((one) =>
    one.playState === "running" && one.effect.getComputedTiming().endTime !== Infinity);
  const runs = !document.querySelector("[data-test-script-state=notRunning]")
    || document.querySelector("[data-testid=stSkeleton]");
  window.stillSince = moves || runs ? undefined : window.stillSince ?? performance.now();
  return performance.now() - window.stillSince > 300;
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a page is looked at."""

    name: str
    scheme: Literal["light", "dark"]
    width: int
    height: int


LOOKS = (
    Look(name="ljus", scheme="light", width=1280, height=800),
    Look(name="mork", scheme="dark", width=1280, height=800),
    Look(name="smal", scheme="light", width=380, height=780),
)


def take(folder: Path, library: Path) -> Iterator[Path]:
    """Yield each picture as it is taken."""
    folder.mkdir(parents=True, exist_ok=True)
    with serving(library) as served, _browser() as browser:
        for look in LOOKS:
            context = browser.new_context(
                viewport={"width": look.width, "height": look.height},
                color_scheme=look.scheme,
                locale="sv-SE",
            )
            page = context.new_page()
            page.add_init_script(TOUR_SEEN)
            for name, path in _places():
                page.goto(f"{served.address}/{path}")
                settle(page)
                if name in PREPARED:
                    PREPARED[name](page)
                    settle(page)
                yield _picture(page, folder / f"{name}-{look.name}.png")
            context.close()


def settle(page: Any) -> None:
    """Wait until the page is drawn and nothing runs."""
    page.locator("[data-testid=stMainBlockContainer] :is(h1, h2, .linked)").first.wait_for()
    page.evaluate("delete window.stillSince")
    page.wait_for_function(STILL)


def _places() -> Iterator[tuple[str, str]]:
    """Yield the name and the address of every page, and of a first answer."""
    for entry in entries():
        yield entry.path or "fraga", entry.path
    yield "svar", f"?q={QUESTION}"
    yield "mote", entries()[1].path
    yield "arende", matter_address(MATTER)


def _open_source(page: Any) -> None:
    page.locator(".cite").first.click()
    page.locator("mark").first.wait_for()


def _open_meeting(page: Any) -> None:
    page.locator(".meeting").first.click()
    page.get_by_role("button", name=strings.BACK).wait_for()


def _follow(page: Any) -> None:
    """Follow a subject, unless an earlier picture has seen to that."""
    if not page.get_by_text(strings.FOLLOW_WHOLE).count():
        page.get_by_label(strings.FOLLOW_SUBJECT).fill(strings.TOPIC_SUBJECT_HINT)
        page.get_by_role("button", name=strings.FOLLOW_ADD, exact=True).click()
    page.get_by_text(strings.FOLLOW_WHOLE).click()
    page.locator(".coverage").wait_for()


def _evaluate(page: Any) -> None:
    """Run the samples' questions, unless an earlier picture has seen to that."""
    if not page.locator(".evaluation").count():
        page.get_by_role("button", name=strings.EVALUATION_RUN, exact=True).click()
    facts = page.locator(".evaluation .facts")
    facts.wait_for(timeout=EVALUATION_MS)
    facts.evaluate("element => element.scrollIntoView({block: 'center'})")


def _drop(page: Any) -> None:
    """Drop a file that is new and one that the library holds."""
    held = SAMPLES / HELD
    new = {"name": NEW, "mimeType": "text/plain", "buffer": MINUTES.encode()}
    old = {"name": held.name, "mimeType": "text/plain", "buffer": held.read_bytes()}
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files([new, old])
    page.get_by_role("button", name=strings.ADD_BUTTON).wait_for()


# What only a click leads to, by the names of the pictures.
PREPARED: Mapping[str, Callable[[Any], None]] = {
    "svar": _open_source,
    "mote": _open_meeting,
    "bevaka": _follow,
    "utvardering": _evaluate,
    ADD_PATH: _drop,
}


def _picture(page: Any, path: Path) -> Path:
    """Write a small PNG of what is in view."""
    from io import BytesIO

    from PIL import Image

    with Image.open(BytesIO(page.screenshot())) as taken:
        taken.convert("RGB").quantize(COLOURS).save(path, optimize=True)
    return path


@contextmanager
def _browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


def main(arguments: Sequence[str] | None = None) -> None:
    """Take the pictures of a library, by default of the invented samples."""
    parser = argparse.ArgumentParser(prog="python -m ui.pictures", description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("docs/pictures"))
    parser.add_argument("--library", type=Path)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as made:
        library = given.library or _samples(Path(made) / "library")
        for path in take(given.folder, library):
            sys.stdout.write(f"{path} {path.stat().st_size // 1000} kB\n")


def _samples(library: Path) -> Path:
    settings = Settings(library=library)
    read_in([SAMPLES], open_store(settings), settings=settings)
    return library


if __name__ == "__main__":
    main()
