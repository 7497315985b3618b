"""When nothing is found it is said why, where the question or its filters are the reason."""

import pytest

from eval.temporary import make_document, temporary_library
from rag.answering.unanswerable import many_questions
from rag.assembling.assembly import build_assistant
from rag.results import Filters
from rag.settings import Settings
from ui.asked import first_day, last_day

TEXT = """Protokoll från styrelsemöte i Åvikens roddförening
Datum: 2024-03-04

Närvarande: Ylva Ekmark (ordförande), Tor Blad

§ 1 Taket på båthuset
Taket på båthuset läcker sedan i höstas.
"""
OTHER = TEXT.replace("Tor Blad", "Mira Sandvall").replace("2024-03-04", "2024-09-02")


def notes(question: str, filters: Filters | None = None) -> str:
    documents = [make_document("rodd.txt", TEXT), make_document("rodd2.txt", OTHER)]
    with temporary_library(documents, Settings()) as settings:
        return " ".join(build_assistant(settings).ask(question, filters=filters).notes)


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        pytest.param(
            Filters(first=first_day("1999"), last=last_day("2001")),
            "hållet 1999-01-01 eller senare och hållet 2001-12-31 eller tidigare",
            id="period",
        ),
        pytest.param(
            Filters(first=first_day("1999"), last=last_day("2001")),
            "Biblioteket har möten från 4 mars 2024 till 2 september 2024.",
            id="the library's own period",
        ),
        pytest.param(
            Filters(person="Tor Blad", first=first_day("2024-09")), "med «Tor Blad»", id="person"
        ),
    ],
)
def test_filters_that_admit_no_meeting_are_told(filters: Filters, told: str) -> None:
    assert told in notes("Vad sades om taket?", filters)


@pytest.mark.parametrize(
    ("question", "is_foreign"),
    [
        pytest.param("Was wurde über den Schulbus beschlossen?", True, id="German"),
        pytest.param("Qu'est-ce qui a été décidé sur le bus scolaire ?", True, id="French"),
        pytest.param("Mitä päätettiin koulukyydistä?", True, id="Finnish"),
        pytest.param("Co postanowiono w sprawie autobusu szkolnego?", True, id="Polish"),
        pytest.param("ماذا تقرر بشأن حافلة المدرسة؟", True, id="Arabic"),
        pytest.param("Vad beslutades om Zxyqvist?", False, id="Swedish"),
        pytest.param("kraxelbandet vimplasteriet", True, id="no words at all"),
        pytest.param("simhall budget", False, id="keywords"),
        pytest.param("What was decided about the skating rink?", False, id="English"),
    ],
)
def test_a_question_in_another_language_is_told(question: str, *, is_foreign: bool) -> None:
    assert is_foreign == ("annat språk" in notes(question))


def test_many_questions_in_one_are_told() -> None:
    assert "12 frågor" in many_questions("Vad kostar taket? " * 12)[0]
    assert () == many_questions("Vad kostar taket? Och när var det?")
