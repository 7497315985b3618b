"""What a visitor wants to add, from the first file received to the last one stored."""

import os
import time
from pathlib import Path

import pytest

from ingest.preview import Standing
from ingest.watch import news, stamps, watch
from rag.assembling.assembly import open_store
from rag.settings import Settings
from ui.backends.desk import Desk, Phase

MARCH = """Protokoll från styrelsemöte i Ekdals badförening
Datum: 2024-03-04

§ 1 Bryggan
Beslut: Styrelsen beslutade att bygga en ny brygga i lärk vid Långsjön.
"""
JUNE = """Protokoll från styrelsemöte i Ekdals badförening
Datum: 2024-06-10

§ 7 Simskolan
Beslut: Styrelsen beslutade att anställa två simlärare till sommaren.
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(library=tmp_path / "library")


@pytest.fixture
def desk(settings: Settings) -> Desk:
    return Desk(settings, staging(settings))


def staging(settings: Settings) -> Path:
    return settings.library / "incoming" / "a"


def put(desk: Desk, **files: str) -> None:
    for name, text in files.items():
        desk.receive(f"{name}-{desk.total}", f"{name}.txt", text.encode())
    desk.read()
    desk.wait()


def store(desk: Desk) -> None:
    desk.store()
    desk.wait()


def stored(settings: Settings) -> set[str]:
    meetings = open_store(settings).library.meetings()
    return {Path(meeting.source).name for meeting in meetings}


def test_nothing_is_stored_before_it_is_confirmed(desk: Desk, settings: Settings) -> None:
    put(desk, mars=MARCH, juni=JUNE)

    assert (Phase.READY, 2) == (desk.phase, len(desk.chosen))
    assert set() == stored(settings)


def test_what_is_confirmed_is_stored_and_the_rest_is_forgotten(
    desk: Desk, settings: Settings
) -> None:
    put(desk, mars=MARCH, juni=JUNE)
    desk.toggle(1)

    store(desk)

    assert (Phase.DONE, "") == (desk.phase, desk.problem)
    assert {"mars.txt"} == stored(settings)
    assert [settings.library / "uploads" / "mars.txt"] == list(
        (settings.library / "uploads").iterdir()
    )
    assert [] == list((settings.library / "incoming").iterdir())


def test_files_that_come_later_are_compared_with_those_before(desk: Desk) -> None:
    put(desk, mars=MARCH)
    put(desk, igen=MARCH)

    assert [Standing.NEW, Standing.TWICE] == [line.standing for line in desk.lines]
    assert 1 == len(desk.chosen)


def test_another_meetings_file_with_the_same_name_lies_beside(
    desk: Desk, settings: Settings
) -> None:
    put(desk, protokoll=MARCH)
    store(desk)
    desk.clear()

    put(desk, protokoll=JUNE)
    store(desk)

    assert {"protokoll.txt", "protokoll (2).txt"} == stored(settings)


def test_a_new_version_of_a_file_takes_its_place(desk: Desk, settings: Settings) -> None:
    put(desk, protokoll=MARCH)
    store(desk)
    desk.clear()

    put(desk, protokoll=MARCH + "\nJusterat.\n")
    [line] = desk.lines
    store(desk)

    assert Standing.CHANGED is line.standing
    assert {"protokoll.txt"} == stored(settings)


def test_two_files_with_one_name_at_once_are_both_stored(desk: Desk, settings: Settings) -> None:
    desk.receive("1", "protokoll.txt", MARCH.encode())
    desk.receive("2", "protokoll.txt", JUNE.encode())
    desk.read()
    desk.wait()

    store(desk)

    assert {"protokoll.txt", "protokoll (2).txt"} == stored(settings)


def test_a_desk_that_is_cleared_keeps_nothing(desk: Desk, settings: Settings) -> None:
    put(desk, mars=MARCH)

    desk.clear()

    assert (Phase.EMPTY, []) == (desk.phase, desk.lines)
    assert [] == list((settings.library / "incoming").iterdir())


def test_a_failure_becomes_a_sentence_and_can_be_tried_again(
    desk: Desk, settings: Settings
) -> None:
    put(desk, mars=MARCH)
    uploads = settings.library / "uploads"
    busy = open_store(settings)
    hasty = Desk(settings.model_copy(update={"lock_timeout_s": 0.0}), staging(settings))
    hasty.lines, hasty.phase = desk.lines, desk.phase
    with busy.writing():
        store(hasty)
    assert hasty.phase == Phase.READY
    assert "skrivs just nu av ett annat program" in hasty.problem

    store(hasty)

    assert (Phase.DONE, "") == (hasty.phase, hasty.problem)
    assert uploads.is_dir()


def test_what_is_left_out_of_a_watched_folder_is_not_new_any_longer(
    desk: Desk, settings: Settings, tmp_path: Path
) -> None:
    folder = tmp_path / "moten"
    folder.mkdir()
    for name, text in (("mars.txt", MARCH), ("juni.txt", JUNE), ("tom.txt", "")):
        (folder / name).write_text(text, encoding="utf-8")
        os.utime(folder / name, (1, 1))
    keeper = open_store(settings)
    watch(keeper, folder)
    present = stamps(folder)
    desk.receive_folder(news(present, keeper.library.watched(), now=time.time()), present)
    desk.read()
    desk.wait()
    assert {"juni.txt", "mars.txt"} == {
        path.name for path in news(present, keeper.library.watched(), now=time.time())
    }

    desk.toggle(0)
    store(desk)

    assert [] == news(present, keeper.library.watched(), now=time.time())
    assert {"mars.txt"} == stored(settings)
    assert (folder / "mars.txt").exists()
