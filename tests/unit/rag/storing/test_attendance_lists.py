"""Of the lists of attendance only the entries asked for are read, and none of those is missed."""

from pathlib import Path

import pytest

from rag.access import EVERYTHING
from rag.minutes import Document, DocumentId, Kind, Minutes, Person, Presence
from rag.results import Filters
from rag.span import Span
from rag.storing import records
from rag.storing.attendance_lists import (
    SUBSTITUTES,
    WITH_ROLES,
    AttendanceLists,
    Entry,
    Want,
    presence,
)
from rag.storing.database import Database
from rag.storing.library import Library

EVA = Person(name="Eva Ljungvik", presence=Presence.PRESENT, span=Span(0, 3))
CHAIR = Person(
    name="Tor Blad",
    presence=Presence.PRESENT,
    span=Span(4, 7),
    organisation="Lövåsa kommun",
    roles=("ordförande",),
)
AWAY = Person(name="Mira Sandvall", presence=Presence.ABSENT, span=Span(8, 11))
INSTEAD = Person(name="Bo Ek", presence=Presence.PRESENT, span=Span(12, 15), replaces=AWAY.name)
MEETINGS = {"aa": (EVA, CHAIR, AWAY, INSTEAD), "bb": (EVA,), "cc": (CHAIR, AWAY)}


def _document(name: str, people: tuple[Person, ...]) -> Document:
    minutes = Minutes(kind=Kind.PROTOKOLL, title=f"Möte {name}", people=people)
    return Document(
        id=DocumentId(name), source=name, location=name, text="ord", minutes=minutes, chunks=()
    )


@pytest.fixture
def library(tmp_path: Path) -> Library:
    database = Database.open(tmp_path, EVERYTHING)
    with database.transaction():
        for name, people in MEETINGS.items():
            key, *_ = records.insert_pending(database, _document(name, people))
            records.locate(database, location=name, source=name, document=DocumentId(name))
            records.publish(database, [key])
    return Library(database)


@pytest.fixture
def lists(library: Library) -> AttendanceLists:
    return library.lists(Filters())


def _names(entries: list[Entry]) -> list[tuple[str, str]]:
    return [(document, person.name) for document, person in entries]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param("ljungviks", [("aa", "Eva Ljungvik"), ("bb", "Eva Ljungvik")], id="inflected"),
        pytest.param("lovasa", [("aa", "Tor Blad"), ("cc", "Tor Blad")], id="organisation"),
        pytest.param("sandval", [("aa", "Bo Ek"), ("aa", "Mira Sandvall")], id="misspelt, twice"),
        pytest.param("tallmora", [], id="nobody"),
    ],
)
def test_those_who_have_a_word_are_read(
    lists: AttendanceLists, asked: str, expected: list[tuple[str, str]]
) -> None:
    found = lists.saying(lists.like([asked]))
    named = {name for _, name in expected}

    assert expected == sorted(one for one in _names(found) if one[1] in named)[: len(expected)]


def test_those_who_say_the_same_are_counted_together(lists: AttendanceLists) -> None:
    assert [2] == [alike.count for alike in lists.like(["ljungvik"])]


def test_all_entries_are_counted(lists: AttendanceLists) -> None:
    assert lists.size == sum(map(len, MEETINGS.values()))


@pytest.mark.parametrize(
    "want",
    [
        *(pytest.param(presence(one), id=one) for one in Presence),
        pytest.param(SUBSTITUTES, id="substitutes"),
        pytest.param(WITH_ROLES, id="roles"),
    ],
)
def test_what_is_looked_for_is_the_same_in_sql(
    lists: AttendanceLists, library: Library, want: Want
) -> None:
    expected = {document for document, one in library.people(Filters()) if want.is_met(one)}

    assert expected == lists.holding(want)


def test_the_entries_of_some_meetings_are_read_as_all_are(
    lists: AttendanceLists, library: Library
) -> None:
    expected = [entry for entry in library.people(Filters()) if entry[0] != "bb"]

    assert expected == lists.of([DocumentId("cc"), DocumentId("aa")])


def test_only_the_meetings_that_filters_admit_are_looked_at(library: Library) -> None:
    lists = library.lists(Filters(meetings=(DocumentId("bb"),)))

    assert [("bb", "Eva Ljungvik")] == _names(lists.saying(lists.like(["eva", "mira"])))
