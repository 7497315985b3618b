"""Questions about meetings themselves: who came, when they ended, what they were about."""

from pathlib import Path

import pytest

from ingest.pipeline import ingest
from rag.answering.answer import Answer
from rag.assembling.assembly import build_assistant, open_store
from rag.assistant import Assistant
from rag.results import Status
from rag.settings import Settings

BOARD = """# Styrelsemöte Fiberklubben Glimten

4 april 2024

## Kallade
- Alva Rydmark
- Birger Tallsten
- Cilla Nordhage

## Närvarande
- Alva Rydmark
- Birger Tallsten

## Mötets öppnande
12:15

## Jubileum
Svar från Blåsorkestern Ekot. De spelar i en halvtimme. Kostar ungefär 4 500 kr.

Föreningen söker en projektledare till jubileet.

## Lokalen
Hyran höjs i maj. Birger undersöker om klubben kan flytta till Kvarnen.

## Mötet avslutas
13:05
"""
NETWORK = """Minnesanteckningar

Datum: 9 oktober 2024

Närvarande
Doris Hallmo, Länsverket
Elvira Stenhed, Lövåsa kommun

Ej närvarande
Folke Granmo, Bäckinge kommun

1. Elbilar
Länsverket visade en karta över laddstolpar för elbilar. Lövåsa bygger tio stolpar till sommaren.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("minutes")
    Path(folder, "styrelsen.md").write_text(BOARD, encoding="utf-8")
    Path(folder, "natverket.txt").write_text(NETWORK, encoding="utf-8")
    settings = Settings(library=tmp_path_factory.mktemp("library"))
    ingest([folder], open_store(settings), settings=settings)
    return build_assistant(settings)


def told(answer: Answer) -> list[str]:
    return [statement.text for statement in answer.statements]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param(
            "Vem var kallad men inte närvarande den 4 april 2024?",
            ["Cilla Nordhage"],
            id="summoned and not there",
        ),
        pytest.param("Vilka uteblev den 4 april 2024?", ["Cilla Nordhage"], id="stayed away"),
        pytest.param(
            "Vilka var inte närvarande på mötet med Länsverket?",
            ["Folke Granmo, Bäckinge kommun"],
            id="a meeting known by who was there",
        ),
        pytest.param(
            "Vilka var med på mötet om elbilar?",
            ["Doris Hallmo, Länsverket", "Elvira Stenhed, Lövåsa kommun"],
            id="a meeting known by what was spoken of",
        ),
        pytest.param(
            "Vilka från Lövåsa var med?", ["Elvira Stenhed, Lövåsa kommun"], id="from a place"
        ),
        pytest.param("När slutade mötet den 4 april 2024?", ["13:05"], id="the end"),
        pytest.param("När avslutades styrelsemötet den 4 april 2024?", ["13:05"], id="closed"),
        pytest.param(
            "Hur länge varade mötet den 4 april 2024?", ["12:15", "13:05"], id="from and to"
        ),
    ],
)
def test_is_answered_by_what_the_minutes_print_of_the_meeting(
    assistant: Assistant, question: str, expected: list[str]
) -> None:
    assert expected == told(assistant.ask(question))


def test_a_sentence_without_a_subject_speaks_of_what_the_one_before_does(
    assistant: Assistant,
) -> None:
    assert "Kostar ungefär 4 500 kr." == told(assistant.ask("Vad kostar Ekot på jubileet?"))[0]


def test_who_it_is_is_answered_in_part_when_no_one_is_named(assistant: Assistant) -> None:
    answer = assistant.ask("Vad heter projektledaren för jubileet?")

    assert Status.PARTIAL is answer.status
    assert "Protokollet namnger inte vem." in answer.notes


@pytest.mark.parametrize(
    "question",
    [
        "Sammanfatta mötet den 4 april 2024",
        "Vad diskuterade styrelsen på mötet den 4 april 2024?",
        "Sammanfatta Glimtens styrelsemöte",
    ],
)
def test_a_whole_meeting_is_told_by_what_is_essential(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)

    assert "Hyran höjs i maj." in told(answer)
    assert not {"12:15", "13:05"} & set(told(answer))
