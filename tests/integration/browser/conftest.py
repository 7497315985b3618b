"""The served app in a real browser, for the walks through its pages.

A walk takes `page` (an empty tab of a visitor whom nobody knows) and `address` (of a server of its
module's own, whose library holds the sample minutes). A module that wants other minutes, or none,
has a fixture `library` of its own. At the end of each test, no request may have left the machine.
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from filelock import FileLock
from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    Page,
    Request,
    WebSocket,
    expect,
    sync_playwright,
)
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
# All tabs share the process that the one kept open has, and what it knows of Streamlit's scripts.
ONE_PROCESS = "--process-per-site"


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
        args = [*QUIET, ONE_PROCESS]
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=args)
        yield chromium
        chromium.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """The module's browser; it keeps the files that it fetched, and forgets everything else."""

    context: BrowserContext
    kept: Page
    """A tab that stays, so that its process does."""
    tools: CDPSession
    asked: list[str] = field(default_factory=list)
    """The address of every request since it forgot."""

    def forget(self) -> None:
        """Close the tabs, and forget cookies and all that pages have stored."""
        for tab in self.context.pages:
            if tab is not self.kept:
                tab.close()
        self.context.clear_cookies()
        for origin in {
            "/".join(url.split("/")[:3]) for url in self.asked if url.startswith("http")
        }:
            stored = {"origin": origin, "storageTypes": "all"}
            self.tools.send("Storage.clearDataForOrigin", stored)
        self.asked.clear()


@pytest.fixture(scope="module")
def _visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True)
    context.set_default_timeout(PATIENCE_MS)
    kept = context.new_page()
    visitor = Visitor(context=context, kept=kept, tools=context.new_cdp_session(kept))

    def note(asked: Request | WebSocket) -> None:
        visitor.asked.append(asked.url)

    context.on("request", note)
    context.on("page", lambda tab: tab.on("websocket", note))
    kept.goto(f"{address}/_stcore/health")
    visitor.forget()
    yield visitor
    context.close()


@pytest.fixture
def context(_visitor: Visitor) -> Iterator[BrowserContext]:
    """Return the browser of somebody who was never here; none of its requests may go far."""
    yield _visitor.context
    hosts = {urlsplit(url).hostname or "" for url in _visitor.asked}
    _visitor.forget()
    assert THIS_MACHINE >= hosts


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Return an empty tab, 1280 by 800, that the first-run tour does not cover."""
    page = context.new_page()
    page.add_init_script(TOUR_SEEN)
    return page
