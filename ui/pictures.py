"""Take pictures of every page, light, dark and narrow.

python -m ui.pictures --folder docs/pictures
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ingest
from eval.serving import CHROMIUM, QUIET, TOUR_SEEN, serving
from ingest.pipeline import ingest as read_in
from rag.assembling.assembly import open_store
from rag.settings import Settings
from ui import strings
from ui.app import entries

SAMPLES = Path(ingest.__file__).parent / "samples"

# What is asked, so that the picture of Fråga has an answer in it.
QUESTION = "Var ska den nya simhallen ligga?"
COLOURS = 192
"""A page has few colours; so many are kept, and the file is a third."""

# Streamlit tells in an attribute whether the page's script runs.
STILL = "document.querySelector('[data-test-script-state=notRunning]')"
# What slides and fades in is there after so long.
MOVING_MS = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a page is looked at."""

    name: str
    scheme: str
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
                _prepare(page, name)
                yield _picture(page, folder / f"{name}-{look.name}.png")
            context.close()


def settle(page: Any) -> None:
    """Wait until the page is drawn and nothing runs."""
    page.locator("[data-testid=stMainBlockContainer] :is(h1, h2, .linked)").first.wait_for()
    page.wait_for_function(STILL)
    page.wait_for_timeout(MOVING_MS)
    page.wait_for_function(STILL)


def _places() -> Iterator[tuple[str, str]]:
    """Yield the name and the address of every page, and of a first answer."""
    for entry in entries():
        yield entry.path or "fraga", entry.path
    yield "svar", f"?q={QUESTION}"
    yield "mote", entries()[1].path


def _prepare(page: Any, name: str) -> None:
    """Open what only a click leads to."""
    if name == "svar":
        page.locator(".cite").first.click()
        page.locator("mark").first.wait_for()
        settle(page)
    if name == "mote":
        page.locator(".meeting").first.click()
        page.get_by_role("button", name=strings.BACK).wait_for()
        settle(page)


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
