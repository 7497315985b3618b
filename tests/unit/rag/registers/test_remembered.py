"""What is remembered of tasks that later minutes tell are carried out."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

from eval.temporary import make_document, temporary_library
from rag.access import EVERYTHING
from rag.assembling.across_assembly import open_registers
from rag.assembling.assembly import open_store
from rag.registers.register import Registers
from rag.registers.values import TaskStatus
from rag.results import Filters
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.library import Library

MARCH = """Styrelsemöte i Åvikens roddförening
Datum: 2024-03-04

Närvarande: Frans Ekmark, Tor Blad

§ 1 Bryggan
@Frans beställer virke till bryggan
"""
APRIL = """Styrelsemöte i Åvikens roddförening
Datum: 2024-04-08

Närvarande: Frans Ekmark, Tor Blad

§ 1 Bryggan
Virket till bryggan är beställt.
"""


@pytest.fixture
def settings() -> Iterator[Settings]:
    with temporary_library([make_document("mars.txt", MARCH)], Settings()) as lent:
        yield lent


def status(settings: Settings) -> TaskStatus:
    [row] = open_registers(settings).actions(Filters(), today=date(2024, 3, 5)).rows
    return row.status


def remembered(settings: Settings, sql: str) -> list[tuple[object, ...]]:
    with closing(Database.open(settings.library, EVERYTHING)) as database:
        return database.rows(sql)


def test_what_was_found_is_found_again(settings: Settings) -> None:
    open_store(settings).add([make_document("april.txt", APRIL)])

    assert [TaskStatus.DONE] * 2 == [status(settings), status(settings)]


def test_it_is_not_looked_for_again(settings: Settings) -> None:
    open_store(settings).add([make_document("april.txt", APRIL)])
    status(settings)
    remembered(settings, "update carried_out set told = '{}'")

    assert TaskStatus.OPEN is status(settings)


def test_new_minutes_are_read_for_the_tasks_before_them(settings: Settings) -> None:
    before = status(settings)
    open_store(settings).add([make_document("april.txt", APRIL)])

    assert (TaskStatus.OPEN, TaskStatus.DONE) == (before, status(settings))


def test_no_word_is_remembered(settings: Settings) -> None:
    open_store(settings).add([make_document("april.txt", APRIL)])
    status(settings)

    told = str(remembered(settings, "select following, told from carried_out"))
    assert not [word for word in ("virke", "bryggan", "Frans") if word in told]


def test_a_library_that_is_only_read_remembers_nothing(settings: Settings) -> None:
    with closing(Database.open(settings.library, EVERYTHING)) as database:
        database.rows("pragma query_only = on")
        registers = Registers(Library(database), database)
        [row] = registers.actions(Filters(), today=date(2024, 3, 5)).rows

    assert TaskStatus.OPEN is row.status
    assert [] == remembered(settings, "select * from carried_out")
