"""A follow-up is answered as a part of its conversation."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.pipeline import ingest
from rag.assembling.assembly import build_assistant, open_store
from rag.assistant import Assistant
from rag.minutes import DocumentId
from rag.phrasing.phrases import interpreted
from rag.results import Answer, Filters, Status
from rag.settings import Settings

MINUTES = {
    "mars.txt": """Protokoll från styrelsemöte i Ekdals badförening
Datum: 2024-03-04
Plats: Bygdegården i Ekdal

Närvarande: Ylva Ekmark (ordförande), Tor Blad, Mira Sandvall

§ 1 Bryggan vid Långsjön
Tor Blad tyckte att bryggan är för gammal för att lagas. En ny brygga i lärk kostar 95 000 kronor.
Pengarna tas ur bryggfonden, som innehåller 120 000 kronor.
Beslut: Styrelsen beslutade att bygga en ny brygga i lärk.

§ 2 Bastun
Bastuns kamin ska sotas i oktober.
""",
    "juni.txt": """Protokoll från styrelsemöte i Ekdals badförening
Datum: 2024-06-10
Plats: Klubbhuset

Närvarande: Ylva Ekmark (ordförande), Mira Sandvall

§ 1 Bryggan vid Långsjön
Bryggan har försenats.
Beslut: Styrelsen beslutade att skjuta upp bygget av bryggan till hösten.
""",
}
BRIDGE = "Vad beslutades om bryggan i mars 2024?"

Converse = Callable[..., Answer]


@pytest.fixture(scope="module")
def bathers(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder: Path = tmp_path_factory.mktemp("minutes")
    for name, text in MINUTES.items():
        (folder / name).write_text(text, encoding="utf-8")
    settings = Settings(library=tmp_path_factory.mktemp("library"))
    ingest([folder], open_store(settings), settings=settings)
    return settings


@pytest.fixture(scope="module")
def reader(bathers: Settings) -> Assistant:
    return build_assistant(bathers)


@pytest.fixture
def converse(reader: Assistant) -> Converse:
    """Return what asks questions one after the other, and returns the last answer."""

    def converse(*questions: str, filters: Filters | None = None) -> Answer:
        answers: list[Answer] = []
        for question in questions:
            answers.append(reader.ask(question, filters=filters, earlier=answers))
        return answers[-1]

    return converse


@pytest.mark.parametrize(
    ("questions", "quote"),
    [
        pytest.param([BRIDGE, "När var det?"], "2024-03-04", id="when"),
        pytest.param([BRIDGE, "Var hölls det?"], "Bygdegården i Ekdal", id="where"),
        pytest.param([BRIDGE, "Vilka var med då?"], "Tor Blad", id="who was there"),
        pytest.param([BRIDGE, "Och vad kostar den?"], "95 000 kronor", id="what it costs"),
        pytest.param([BRIDGE, "Och i juni?"], "att skjuta upp bygget", id="another month"),
        pytest.param(
            [BRIDGE, "Och vilka deltog?", "Vad kostar den?"], "95 000 kronor", id="subject lasts"
        ),
        pytest.param(
            ["Vad tyckte Tor Blad om bryggan?", "Vem sa det?"], "Tor Blad tyckte", id="who"
        ),
        pytest.param(["Vad kostar bryggan?", "Ja, berätta mer"], "Pengarna tas ur", id="more"),
        pytest.param([BRIDGE, "När ska bastuns kamin sotas?"], "i oktober", id="another question"),
    ],
)
def test_a_follow_up_is_about_what_was_asked(
    converse: Converse, questions: list[str], quote: str
) -> None:
    answer = converse(*questions)

    assert questions[-1] == answer.question
    assert Status.ANSWERED is answer.status
    assert any(quote in citation.quote for citation in answer.citations)


def test_what_was_carried_is_told(converse: Converse) -> None:
    answer = converse(BRIDGE, "Och vilka var emot?")

    assert (
        "Tolkat som: «Vilka var emot (bryggan)?»; bara möten: samma möte (4 mars 2024)."
        == interpreted(answer.understood)
    )
    assert ("bryggan", "samma möte (4 mars 2024)") == answer.understood.carried


def test_asked_alone_nothing_is_carried(reader: Assistant) -> None:
    answer = reader.ask("Och vilka var emot?")

    assert ((), Filters()) == (answer.understood.carried, answer.understood.filters)


def test_a_whole_question_carries_nothing(converse: Converse) -> None:
    asked = "När ska bastuns kamin sotas?"

    assert converse(asked).understood == converse(BRIDGE, asked).understood


def test_the_users_own_filters_win(converse: Converse, reader: Assistant) -> None:
    june = next(m.document_id for m in reader.meetings() if "juni" in m.source)

    answer = converse(BRIDGE, "Och vilka deltog?", filters=Filters(meetings=(june,)))

    assert {june} == {DocumentId(citation.document_id) for citation in answer.citations}


def test_what_is_no_longer_in_the_library_lends_nothing(reader: Assistant) -> None:
    answer = reader.ask(BRIDGE)
    gone = tuple(replace(citation, document_id="0" * 64) for citation in answer.citations)

    after = reader.ask("När var det?", earlier=[replace(answer, citations=gone)])

    assert () == after.understood.points
