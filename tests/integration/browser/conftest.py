"""The served app in a real browser, for the walks through its pages.

A walk takes `page` (an empty tab) and `address` (of a server of its module's own, whose library
holds the sample minutes). A module that wants other minutes, or none, has a fixture `library` of
its own. At the end of each test, no request of its page may have left the machine.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, expect, sync_playwright
from walking import SAMPLES

from eval.serving import CHROMIUM, QUIET, TOUR_SEEN, serving
from ingest.pipeline import ingest
from rag.assembling.assembly import open_store
from rag.settings import Settings

# How long is waited for what a page is to show, on a machine however busy.
PATIENCE_MS = 120_000
expect.set_options(timeout=PATIENCE_MS)
WORKER = "PYTEST_XDIST_WORKER"
THIS_MACHINE = {"127.0.0.1", "localhost", ""}


@pytest.hookimpl(tryfirst=True)  # before the slow ones are left out
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all that lies in this folder, which needs no mark of its own."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.slow)
            item.add_marker(pytest.mark.timeout(600))
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="chromium finns inte på den här datorn"))


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library of the invented samples; no test may write to it.

    Processes that share the tests share it too: the first to come makes it.
    """
    own = tmp_path_factory.getbasetemp()
    settings = Settings(library=(own.parent if WORKER in os.environ else own) / "samples")
    with FileLock(f"{settings.library}.lock"):
        if not settings.library.exists():
            ingest([SAMPLES], open_store(settings), settings=settings)
    return settings.library


@pytest.fixture(scope="module")
def library(sample_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the library that the module's server has, free to be changed."""
    copy = tmp_path_factory.mktemp("served") / "library"
    return Path(shutil.copytree(sample_library, copy))


@pytest.fixture(scope="module")
def address(library: Path) -> Iterator[str]:
    """Serve the library to all tests of a module; return where, such as `http://127.0.0.1:81`."""
    with serving(library) as served:
        yield served.address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def requested() -> list[str]:
    """Every host that the page asked for something."""
    return []


@pytest.fixture
def page(browser: Browser, requested: list[str]) -> Iterator[Page]:
    """Return an empty tab, 1280 by 800, that the first-run tour does not cover."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True)
    page = context.new_page()
    page.add_init_script(TOUR_SEEN)
    page.set_default_timeout(PATIENCE_MS)
    page.on("request", lambda request: requested.append(urlsplit(request.url).hostname or ""))
    page.on("websocket", lambda opened: requested.append(urlsplit(opened.url).hostname or ""))
    yield page
    context.close()
    assert THIS_MACHINE >= set(requested)
