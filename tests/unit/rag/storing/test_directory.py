"""The names and dates of a library are listed, and listed anew when it has changed."""

from pathlib import Path

import pytest
from fakes import writer_of
from three_bodies import DOCUMENTS, held

from rag.access import EVERYTHING
from rag.storing.database import Database
from rag.storing.directory import Directory
from rag.storing.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = writer_of(tmp_path)
    store.add(DOCUMENTS)
    return store


@pytest.fixture
def directory(store: Store) -> Directory:
    return Directory(Database.open(store.directory, EVERYTHING))


def test_meetings_are_listed_newest_first(directory: Directory) -> None:
    assert ["2024-09-01", "2024-05-06", "2024-03-04", "2023-10-02"] == [
        meeting.first.isoformat() for meeting in directory.held()
    ]


def test_each_body_is_listed_once(directory: Directory) -> None:
    assert (
        "Cykelklubben Ekern",
        "Kommunstyrelsen",
        "Nätverket Arbete i Ådalsbygden",
    ) == directory.bodies()


def test_each_person_and_organisation_is_listed_once(directory: Directory) -> None:
    known = directory.names()

    assert ["Eva Dahlros", "Eva Ljungvik", "Folke Äng", "Siri Mården", "Örjan Ståhle"] == sorted(
        known.people
    )
    assert ["Bäckinge kommun", "Lövåsa kommun"] == sorted(known.organisations)


def test_what_minutes_explain_is_listed_by_the_most_usual_explanation(
    store: Store, directory: Directory
) -> None:
    explained = (("SOF", "statens offentliga filmer"),)
    films = [
        held(name, "Filmklubben", "2020-01-01", text=f"{name} visas.", explained=explained)
        for name in ("f1", "f2")
    ]
    store.add(films)

    assert {
        "SOF": "statens offentliga filmer",
        "AME": "arbetsmarknadsenheten",
    } == directory.explained()


def test_what_is_removed_is_listed_no_longer(store: Store, directory: Directory) -> None:
    before = directory.bodies()
    store.remove(DOCUMENTS[3].id)

    assert set(before) - {"Cykelklubben Ekern"} == set(directory.bodies())
    assert "Eva Dahlros" not in directory.names().people
