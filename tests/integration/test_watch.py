"""A folder that is watched: what is new in it, and what is done with that."""

import os
import time
from pathlib import Path
from threading import Thread

import pytest
from command_line import run
from fakes import MINUTES, writer_of

from ingest.pipeline import Report
from ingest.watch import dealt_with, news, stamps, take_news, taken, watch
from rag.errors import LibraryLockedError, ReadError
from rag.settings import Settings
from rag.storing.store import Store
from rag.storing.watched import Watched

MARCH, MAY, NETWORK, CYCLES = MINUTES
LONG_AGO = time.time() - 3600


@pytest.fixture
def store(tmp_path: Path) -> Store:
    library = tmp_path / "library"
    return writer_of(library)


@pytest.fixture
def folder(minutes_folder: Path) -> Path:
    for path in minutes_folder.iterdir():
        os.utime(path, (LONG_AGO, LONG_AGO))
    return minutes_folder


def test_a_file_is_new_until_it_is_dealt_with_and_when_it_changes() -> None:
    one, other = Path("/moten/a.txt"), Path("/moten/b.txt")
    present = {one: (100.0, 7), other: (100.0, 9)}
    first = dealt_with(Watched(folder="/moten"), [one], present)

    assert [one, other] == news(present, Watched(), now=500)
    assert [other] == news(present, first, now=500)
    assert [one, other] == news(present | {one: (200.0, 7)}, first, now=500)
    assert [one, other] == news(present | {one: (100.0, 8)}, first, now=500)


def test_a_file_that_may_still_be_being_written_waits() -> None:
    path = Path("/moten/a.txt")

    assert [] == news({path: (100.0, 7)}, Watched(), now=101.5)
    assert [path] == news({path: (100.0, 7)}, Watched(), now=102.5)
    assert [path] == news({path: (900.0, 7)}, Watched(), now=102.5)  # a clock that went wrong


def test_what_is_gone_from_the_folder_is_forgotten() -> None:
    present = {Path("/moten/a.txt"): (100.0, 7)}
    kept = dealt_with(Watched(), present, present)

    assert 1 == len(kept.dealt_with)
    assert {} == dealt_with(kept, [], {}).dealt_with


def test_no_path_is_kept_of_what_was_dealt_with(folder: Path) -> None:
    present = stamps(folder)

    assert "ks-" not in str(dealt_with(Watched(), present, present))


def test_news_are_taken_in_once(store: Store, folder: Path) -> None:
    settings = Settings(library=store.directory)
    watch(store, folder)

    report = take_news(store, settings=settings)

    assert report
    assert len(MINUTES) == len(report.read) == len(store.library.meetings())
    assert take_news(store, settings=settings) is None


def test_a_meeting_that_was_removed_does_not_come_back(store: Store, folder: Path) -> None:
    settings = Settings(library=store.directory)
    watch(store, folder)
    take_news(store, settings=settings)
    store.remove(store.library.meetings()[0].document_id)

    assert take_news(store, settings=settings) is None
    assert len(MINUTES) - 1 == len(store.library.meetings())


def test_an_unreadable_file_is_told_once(store: Store, folder: Path) -> None:
    settings = Settings(library=store.directory)
    (folder / "tom.txt").touch()
    os.utime(folder / "tom.txt", (LONG_AGO, LONG_AGO))
    watch(store, folder)

    report = take_news(store, settings=settings)

    assert report
    assert 1 == len(report.failed)
    assert take_news(store, settings=settings) is None


def test_another_folder_starts_anew_and_the_same_one_goes_on(store: Store, folder: Path) -> None:
    watch(store, folder)
    take_news(store, settings=Settings(library=store.directory))

    watch(store, folder)
    assert store.library.watched().dealt_with
    watch(store, None)
    assert Watched() == store.library.watched()


def test_news_wait_while_another_program_writes(store: Store, folder: Path) -> None:
    settings = Settings(library=store.directory)
    watch(store, folder)
    other = writer_of(store.directory, lock_timeout_s=1)
    with other.writing():
        with pytest.raises(LibraryLockedError):
            next(taken(store, settings=settings, interval_s=None))
        looking = Thread(target=lambda: found.append(next(again)))
        found: list[Report] = []
        again = taken(store, settings=settings, interval_s=0.01)
        looking.start()
        time.sleep(0.3)
        assert [] == found
    looking.join()

    assert len(MINUTES) == len(found[0].read)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"Mappen .*/borta finns inte"):
        stamps(tmp_path / "borta")


def test_the_command_watches_a_folder_and_remembers_which(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(tmp_path / "bibliotek"))
    assert 1 == run("watch", "--once").status

    ran = run("watch", str(folder), "--once")
    again = run("watch", "--once")

    assert f"{len(MINUTES)}\N{NO-BREAK SPACE}inlästa\n" == ran.out
    assert (0, "") == (again.status, again.out)
    assert f"Bevakar {folder}" in again.err
