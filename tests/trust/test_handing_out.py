"""All that a library holds, and all that it holds about a person, is handed out."""

import hashlib
import json
from pathlib import Path

import pytest
from command_line import run

from ingest.pipeline import ingest
from rag.access import EVERYTHING
from rag.assembling.assembly import open_store
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.kept_conversations import Conversations
from rag.storing.turns import Asked, Problem, Turn, Verdict
from rag.upkeep.export import DOCUMENT

MARCH = """Protokoll från Havsörnsnämnden
Datum: 2024-03-04

Närvarande: Tyra Ekmo (ordförande), Sten Blad

§ 1 Bryggan
Tyra Ekmos förslag är att laga bryggan. Blad höll med.
Beslut: Nämnden beslutade att laga bryggan.
Tyra Ekmo får i uppdrag att köpa virke senast den 1 april.
"""
MAY = """Protokoll från Havsörnsnämnden
Datum: 2024-05-06

Närvarande: Sten Blad (ordförande)

§ 1 Bryggan
Virket är köpt av Tyra
Ekmo. Ekmo fick tack.
"""


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a library of two meetings, one of them uploaded, and a conversation."""
    settings = Settings(library=tmp_path / "library")
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(settings.library))
    uploads = settings.library / "uploads"
    uploads.mkdir(parents=True)
    (uploads / "mars.txt").write_text(MARCH, encoding="utf-8")
    (tmp_path / "maj.txt").write_text(MAY, encoding="utf-8")
    store = open_store(settings)
    ingest([uploads, tmp_path / "maj.txt"], store, settings=settings)
    store.correct(store.library.meetings()[0].document_id, {"place": "Hos Tyra Ekmo"})
    talk = Turn(
        asked=Asked(question="Vad gör tyra ekmo?"),
        outcome=Problem(sentence="Det gick inte."),
        verdict=Verdict(is_good=False, reason="fel"),
    )
    Conversations(Database.open(settings.library, EVERYTHING)).put("samtal", "någon", 0, talk)
    return settings.library


def test_everything_about_a_person_is_told(library: Path) -> None:
    found = run("about", "Tyra Ekmo", "--json").json

    assert [("2024-03-04", ["ordförande"])] == [
        (one["date"], one["person"]["roles"]) for one in found["attendance"]
    ]
    assert any("köpa virke" in deed["text"] for deed in found["deeds"])
    whole = [one["text"] for one in found["mentions"] if not one["by_surname"]]
    assert "Tyra Ekmos förslag är att laga bryggan." in whole
    assert any("Tyra\nEkmo." in text for text in whole)
    assert all(
        one["text"]
        == {"2024-03-04": MARCH, "2024-05-06": MAY}[one["date"]][one["start"] : one["end"]]
        for one in found["mentions"]
    )
    assert ["Vad gör tyra ekmo?"] == [one["question"] for one in found["conversations"]]
    assert ["place: Hos Tyra Ekmo"] == found["notes"]


def test_a_surname_counts_where_its_bearer_attended(library: Path) -> None:
    found = run("about", "Sten Blad", "--json").json

    assert ["Blad höll med."] == [one["text"] for one in found["mentions"] if one["by_surname"]]
    ekmo = run("about", "Tyra Ekmo", "--json").json
    assert [] == [one["text"] for one in ekmo["mentions"] if one["by_surname"]]


def test_it_reads_as_a_page(library: Path) -> None:
    told = run("about", "Tyra Ekmo").out

    assert told.startswith("# Uppgifter om Tyra Ekmo\n\n## Närvaro (1)\n")
    assert "”Tyra Ekmos förslag är att laga bryggan.” (2024-03-04, Protokoll från" in told
    assert "## Närvaro (0)\n\nInget." in run("about", "Ingen Alls").out
    assert "Fel: Ange personens namn.\n" == run("about", " ").err


def test_a_name_is_no_pattern(library: Path) -> None:
    assert [] == run("about", ".* (", "--json").json["mentions"]


def test_the_whole_library_becomes_plain_files(library: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ut"

    ran = run("export", folder)

    assert (
        0,
        f"Exporterat: 2\N{NO-BREAK SPACE}möten och 1\N{NO-BREAK SPACE}fil till {folder}\n",
    ) == (ran.status, ran.out)
    documents = [
        DOCUMENT.validate_json(path.read_bytes()) for path in (folder / "moten").glob("*.json")
    ]
    library_ = open_store(Settings(library=library)).library
    assert sorted(d.id for d in documents) == sorted(m.document_id for m in library_.meetings())
    assert all(document == library_.document(document.id) for document in documents)
    assert {MARCH.strip(), MAY.strip()} == {
        path.read_text(encoding="utf-8").strip() for path in (folder / "moten").glob("*.txt")
    }
    assert MARCH == (folder / "filer" / "uploads" / "mars.txt").read_text(encoding="utf-8")
    tables = json.loads((folder / "bibliotek.json").read_text(encoding="utf-8"))
    assert "Vad gör tyra ekmo?" == tables["turn"][0]["asked"]["question"]
    assert ["Hos Tyra Ekmo"] == [row["value"] for row in tables["correction"]]
    assert {hashlib.sha256(text.encode()).hexdigest() for text in (MARCH, MAY)} == {
        row["id"] for row in tables["location"]
    }


def test_a_folder_that_holds_something_is_left_alone(library: Path, tmp_path: Path) -> None:
    ran = run("export", tmp_path)

    assert (1, f"Fel: Mappen {tmp_path} är inte tom: ange en ny.\n") == (ran.status, ran.err)
