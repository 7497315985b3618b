"""Several questions in one text, and the one answer they get."""

import pytest

from eval.temporary import make_document, temporary_library
from rag.answering.compound import questions_in
from rag.assembling.assembly import build_assistant
from rag.results import Answer, Status
from rag.settings import Settings

MINUTES = """Minnesanteckningar från medlemsmöte i Åvikens fiberförening
Datum: 2024-03-04

Närvarande: Frans Ekmark, Valborg Sjö

§ 1 Kundtjänsten i Måsvik
Kundtjänsten i Måsvik stänger den 3 juni. Medlemmarna hänvisas till butiken i Granby.

§ 2 Grävningen
Grävningen längs Strandvägen kostade 48 000 kronor. Entreprenören heter Schaktbolaget Mullvad.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Vad kostade grävningen?", (), id="one question"),
        pytest.param("När och var hölls mötet?", (), id="two words of one question"),
        pytest.param("Vad sades om fiber och vägar?", (), id="two subjects of one question"),
        pytest.param(
            "Vad kostade grävningen, och varför blev den dyr?",
            ("Vad kostade grävningen?", "Och varför blev den dyr?"),
            id="a clause after the other",
        ),
        pytest.param(
            "Vad kostade grävningen? Vem grävde?",
            ("Vad kostade grävningen?", "Och vem grävde?"),
            id="a sentence after the other",
        ),
        pytest.param("Vem är det? " * 5, (), id="more than are answered"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_the_questions_of_a_text_are_told_apart(text: str, expected: tuple[str, ...]) -> None:
    assert expected == questions_in(text)


def ask(question: str) -> Answer:
    with temporary_library([make_document("fiber.txt", MINUTES)], Settings()) as settings:
        return build_assistant(settings).ask(question)


def test_each_question_is_answered_and_every_citation_has_its_own_number() -> None:
    answer = ask("När stänger kundtjänsten i Måsvik, och vad kostade grävningen?")

    told = [statement.text for statement in answer.statements]
    assert "Kundtjänsten i Måsvik stänger den 3 juni." in told
    assert "Grävningen längs Strandvägen kostade 48 000 kronor." in told
    assert list(range(1, len(answer.citations) + 1)) == [one.n for one in answer.citations]
    quotes = {one.n: one.quote for one in answer.citations}
    assert told == [quotes[statement.citations[0]] for statement in answer.statements]


def test_a_question_without_an_answer_is_named() -> None:
    answer = ask("Vad kostade grävningen, och vem vann luciatåget i Hjorthagen?")

    assert Status.PARTIAL is answer.status
    assert any("luciatåget" in note for note in answer.notes)


def test_a_text_is_asked_as_it_stands_when_none_of_its_questions_has_an_answer() -> None:
    answer = ask("Vem vann luciatåget i Hjorthagen, och vart flyttade älgjakten?")

    assert Status.NOT_FOUND is answer.status
    assert () == answer.statements
