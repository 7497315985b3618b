"""Registers, timelines, subjects and news over the library of invented samples."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from command_line import Motesminne, run
from docx import Document as Letter

from ingest.files import SAMPLES
from ingest.pipeline import ingest
from rag.across import Across
from rag.assembling.across_assembly import build_across, open_registers
from rag.assembling.assembly import open_store
from rag.matters.values import StepKind
from rag.registers.values import TaskStatus
from rag.results import Filters
from rag.settings import Settings

TODAY = date(2025, 1, 1)
# What the samples themselves tell of later, found by reading them: task, and where it is told.
DONE = {
    "@Viktor sätter galler": "Gallret sitter på plats",
    "Karin Palmblad fick i uppdrag": "Karin Palmblad redovisade sitt uppdrag.",
    "Hon redovisar svaret i september.": "Karin Palmblad redovisade sitt uppdrag.",
    "Avtalsmall för föreningar": "Avtalsmallen för föreningar blev klar i april",
    "att utfallet ska redovisas": "att lägga uppföljningen till handlingarna,",
    "att ge kommundirektören i uppdrag": "Kommundirektörens utredning visar",
    "[ ] Robin Ask och Mona Lindhe": "Sedan checklistan togs i bruk",
}


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    made = Settings(library=tmp_path_factory.mktemp("samples") / "library", ocr="off")
    ingest([SAMPLES], open_store(made), settings=made)
    return made


@pytest.fixture(scope="module")
def across(settings: Settings) -> Across:
    return build_across(settings)


@pytest.fixture
def command(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Motesminne:
    """Return the command on a library of the test's own."""
    shutil.copytree(settings.library, tmp_path / "library")
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(tmp_path / "library"))
    return run


def test_what_later_minutes_tell_is_done_and_nothing_else(settings: Settings) -> None:
    found = open_registers(settings).actions(Filters(), today=TODAY, status=TaskStatus.DONE)
    told = {row.statement.text: row.told.text for row in found.rows if row.told}
    right = [
        any(task.startswith(start) and said.startswith(DONE[start]) for start in DONE)
        for task, said in told.items()
    ]
    assert (len(right), all(right)) == (len(DONE), True)


def test_the_matter_of_four_meetings_is_complete_and_in_order(across: Across) -> None:
    [found] = across.timelines("dnr KS 2023-00145")
    assert [(step.kind, step.meeting.date and step.meeting.date.iso) for step in found.steps] == [
        (StepKind.RAISED, "2023-03-14"),
        (StepKind.TABLED, "2023-03-14"),
        (StepKind.REFERRED_BACK, "2023-05-16"),
        (StepKind.DECIDED, "2023-09-12"),
        (StepKind.FOLLOWED_UP, "2024-05-14"),
    ]
    [latest] = [step for step in found.steps if step.is_latest]
    assert latest.kind is StepKind.DECIDED


def test_a_matter_is_found_by_its_subject_too(across: Across) -> None:
    numbers = [found.registration_number for found in across.timelines("riktlinjer för skolskjuts")]
    assert numbers[0] == "KS 2023/145"


def test_a_subject_is_told_in_order_of_time_with_its_coverage(across: Across) -> None:
    told = across.topic("feriejobb 2022–2024")
    days = [one.meeting.date.iso for one in told.meetings if one.meeting.date]
    assert days == sorted(days)
    assert (told.topic, told.coverage.speaking) == ("feriejobb", len(days))
    assert all(one.statements for one in told.meetings)


def test_a_subject_can_be_told_by_who_said_it(across: Across) -> None:
    told = across.topic("simhallen", by_actor=True)
    assert "Torbjörn Kvist" in [row.actor for row in told.actors]


def test_a_subject_that_nobody_mentions_is_said_to_be_so(across: Across) -> None:
    told = across.topic("rymdraketer")
    assert (told.meetings, told.coverage.speaking) == ((), 0)


def test_a_summary_asked_for_goes_over_the_meetings(command: Motesminne) -> None:
    answer = command("ask", "Sammanfatta vad som sagts om feriejobb 2022–2024")
    assert "Bygger på" in answer.out


def test_the_register_of_tasks_keeps_what_is_set_by_hand(command: Motesminne) -> None:
    rows = json.loads(command("register", "actions", "--format", "json").out)["actions"]
    key = next(row["key"] for row in rows if row["status"] == TaskStatus.OPEN)
    command("register", "actions", "--done", key)
    assert key in command("register", "actions", "--status", "klar").out
    command("register", "actions", "--reopen", key)
    assert key not in command("register", "actions", "--status", "klar").out


def test_an_unknown_key_is_told(command: Motesminne) -> None:
    result = command("register", "actions", "--done", "zzzz")
    assert (result.status, "Ingen uppgift" in result.err) == (1, True)


def test_the_register_of_decisions_is_written_for_excel(
    command: Motesminne, tmp_path: Path
) -> None:
    command("register", "decisions", "--body", "Kommunstyrelsen", "-o", str(tmp_path / "b.csv"))
    lines = (tmp_path / "b.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "Beslut;Datum;Organ;Punkt;Dnr;Utfall;Källa"
    assert len(lines) > len(DONE)


def test_what_is_new_since_a_day_is_told_by_meeting(command: Motesminne) -> None:
    told = command("new", "--since", "2024-11-01").out
    assert "Cykelköket Navet 12 november 2024" in told


def test_a_subject_followed_has_nothing_new_until_minutes_come(
    command: Motesminne, tmp_path: Path
) -> None:
    command("follow", "feriejobb")
    assert "Inget nytt" in command("new").out
    heading = "# Protokoll, Styrelsen\n\nDatum: 2025-02-03\n\n"
    text = f"{heading}## § 1 Feriejobb\n\nFeriejobb erbjuds alla unga.\n"
    (tmp_path / "ny.md").write_text(text, encoding="utf-8")
    command("ingest", str(tmp_path / "ny.md"))
    assert "Feriejobb erbjuds alla unga." in command("new").out
    assert "Inget nytt" in command("new").out


def test_what_is_new_is_written_into_a_template(command: Motesminne, tmp_path: Path) -> None:
    template, file = tmp_path / "mall.docx", tmp_path / "nytt.docx"
    letter = Letter()
    letter.add_paragraph("Brevhuvud")
    letter.save(str(template))

    command("new", "--since", "2024-11-01", "--template", template, "-o", file)

    told = [paragraph.text for paragraph in Letter(str(file)).paragraphs]
    assert "Brevhuvud" in told
    assert "Nytt sedan 2024-11-01" in told
