"""The app, the command line and a watcher change one library at the same time."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from odd_minutes import Odd, odd_minutes
from playwright.sync_api import Page, expect
from walking import ask, begin_anew, confirm, drop, file, go_to

from eval.serving import SERVE
from rag.assembling.assembly import open_store
from rag.settings import Settings
from ui import strings

ROUNDS = 2
PATIENCE_S = 60
PROBLEMS = "[data-testid=stAlert], [data-testid=stException]"

Program = subprocess.Popen[str]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a library that is not there yet; whoever writes to it waits long for the others."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MOTESMINNE_LOCK_TIMEOUT_S", str(PATIENCE_S))
        yield tmp_path_factory.mktemp("new") / "library"


def motesminne(library: Path, *arguments: object) -> Program:
    """Start a command, which goes on beside the test."""
    line = [sys.executable, "-c", SERVE, *map(str, arguments), "--library", str(library)]
    return subprocess.Popen(line, stderr=subprocess.PIPE, text=True)  # noqa: S603 - our own program


def said(program: Program) -> tuple[int, str]:
    """Return with which status a command ended, and what it complained of."""
    _, complaint = program.communicate(timeout=PATIENCE_S)
    return program.returncode, complaint


@pytest.fixture
def watched(library: Path, tmp_path: Path) -> Iterator[Path]:
    """Return a folder that a process of its own watches."""
    folder = tmp_path / "bevakad"
    folder.mkdir()
    watcher = motesminne(library, "watch", folder, "--interval", 1)
    yield folder
    watcher.terminate()
    _, complaint = said(watcher)
    assert f"Bevakar {folder}; avbryt med Ctrl-C.\n" == complaint


def put(folder: Path, one: Odd) -> Path:
    path = folder / one.name
    path.write_text(one.text, encoding="utf-8")
    return path


def answers(page: Page, one: Odd) -> None:
    """Ask the app what only these minutes answer, and see that it answers so."""
    ask(page, one.question)
    expect(page.locator(".turn").last).to_contain_text(f"att laga {one.words[11]}")


def test_three_programs_write_at_once_and_nothing_is_lost(
    page: Page, address: str, library: Path, watched: Path, tmp_path: Path
) -> None:
    odd = iter(odd_minutes(3 * ROUNDS))
    rounds = [(next(odd), next(odd), next(odd)) for _ in range(ROUNDS)]
    for by_watcher, by_command, by_app in rounds:
        put(watched, by_watcher)
        command = motesminne(library, "ingest", put(tmp_path, by_command))
        page.goto(f"{address}/lagg-till")
        drop(page, file(by_app.name, by_app.text))
        confirm(page)
        go_to(page, strings.ASK)
        answers(page, by_app)
        assert (0, "") == said(command)
        answers(page, by_command)
        expect(page.locator(PROBLEMS)).to_have_count(0)

    store = open_store(Settings(library=library))
    until = time.monotonic() + PATIENCE_S
    while len(store.library.meetings()) < 3 * ROUNDS and time.monotonic() < until:
        time.sleep(0.5)
    begin_anew(page)
    for by_watcher, _, _ in rounds:
        answers(page, by_watcher)
    assert 3 * ROUNDS == len(store.library.meetings(copies=True))
    assert [] == [finding for finding in store.check() if not finding.ok]


def test_what_the_command_removes_is_gone_from_the_open_page(
    page: Page, address: str, library: Path, tmp_path: Path
) -> None:
    one, other = odd_minutes(2, seed=9)  # of an empty library nothing could be asked
    files = put(tmp_path, one), put(tmp_path, other)
    assert (0, "") == said(motesminne(library, "ingest", *files))
    page.goto(address)
    answers(page, one)
    found, left = (open_store(Settings(library=library)).library.located(str(at)) for at in files)

    assert (0, "") == said(motesminne(library, "meetings", "remove", found))

    ask(page, one.question)
    expect(page.locator(".turn").last).not_to_contain_text(f"att laga {one.words[11]}")
    page.reload()
    expect(page.locator(".turn").first).not_to_contain_text(f"att laga {one.words[11]}")
    assert (0, "") == said(motesminne(library, "meetings", "remove", left))
