"""Simpler systems show something of one passage, verbatim."""

import pytest

from eval.answer_baselines import baselines
from eval.temporary import make_document, temporary_library
from rag.assembling.assembly import build_assistant
from rag.results import Filters, Status
from rag.settings import Settings

TEXT = """Protokoll från Åvikens roddförening
Datum: 2024-03-04

§ 1 Taket på båthuset
Taket läcker sedan i höstas. Ett nytt plåttak kostar mycket. Valborg bjuder på kaffe i båthuset.
"""


@pytest.mark.parametrize(
    ("system", "first"),
    [
        pytest.param("lead", "Taket läcker sedan i höstas.", id="lead"),
        pytest.param("bm25", "Taket läcker sedan i höstas.", id="bm25"),
        pytest.param("passage", "§ 1 Taket på båthuset Taket läcker", id="whole passage"),
    ],
)
def test_a_system_shows_the_beginning_of_a_passage(system: str, first: str) -> None:
    with temporary_library([make_document("rodd.txt", TEXT)], Settings()) as settings:
        answer = baselines(build_assistant(settings))[system](
            "Vad kostar plåttaket?", filters=Filters()
        )

    assert Status.ANSWERED is answer.status
    assert answer.statements[0].text.startswith(first)
    assert all(c.quote == TEXT[c.start : c.end] for c in answer.citations)


def test_a_system_that_finds_nothing_says_so() -> None:
    with temporary_library([make_document("rodd.txt", TEXT)], Settings()) as settings:
        answer = baselines(build_assistant(settings))["lead"]("och då?", filters=Filters())

    assert Status.NOT_FOUND is answer.status
