"""A conversation as a paper."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rag.results import ActorRow, Answer, Status
from rag.storing.turns import Asked, Gone, Outcome, Problem, Turn
from ui import strings
from ui.exports.formats import Format
from ui.exports.talk_paper import answer_paper, talk_paper
from ui.exports.writers import written

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def of(outcome: Outcome, question: str = "Vad beslutades?") -> Turn:
    return Turn(asked=Asked(question=question), outcome=outcome)


def text(turns: list[Turn], limits: list[tuple[str, ...]] | None = None) -> str:
    return str(written(talk_paper("Bryggan", turns, limits or (), created=NOW), Format.TEXT))


def test_each_question_has_its_answer_its_limits_and_its_sources(answer: Answer) -> None:
    told = text([of(answer, "Första?"), of(answer, "Andra?")], [(), ("Tid: 2024",)])

    assert told.index("Första?") < told.index("Andra?") < told.index("Gäller bara: Tid: 2024.")
    assert 2 == told.count("Styrelsen beslutar att bygga en ny. [1]")
    assert 1 == told.count("[1] Styrelsen för Ekdals badförening 2024-03-04")


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        pytest.param(Problem(sentence="För lång."), "För lång.", id="problem"),
        pytest.param(Gone(), strings.ASK_INTERRUPTED, id="gone"),
    ],
)
def test_what_got_no_answer_is_told(outcome: Outcome, said: str) -> None:
    assert said in text([of(outcome)])


def test_nothing_found_says_how_much_was_searched(answer: Answer) -> None:
    nothing = replace(answer, status=Status.NOT_FOUND, statements=(), citations=())

    assert f"{strings.NOT_FOUND} 1 möte genomsöktes." in text([of(nothing)])


def test_who_said_what_is_told_by_speaker(answer: Answer) -> None:
    rows = (ActorRow(actor="Tor Blad", statements=answer.statements), ActorRow(actor="Mira"))

    told = str(written(answer_paper(replace(answer, actors=rows), created=NOW), Format.TEXT))

    assert told.index("Tor Blad") < told.index("bygga en ny. [1]") < told.index("Mira")


@pytest.mark.parametrize("kind", [Format.MARKDOWN, Format.HTML, Format.DOCX])
def test_it_is_written_in_every_format(answer: Answer, kind: Format) -> None:
    assert written(talk_paper("Bryggan", [of(answer)], created=NOW), kind)
