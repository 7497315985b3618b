from collections.abc import Callable, Sequence
from typing import Any

import pytest

from eval.evidence import Evidence
from eval.summaries import score_summary
from rag.minutes import DocumentId, Kind
from rag.results import ItemSummary, Meeting, Statement, Summary, Support

Make = Callable[..., Any]

OPEN = "Mötet öppnas."
DECIDED = "att höja avgiften till 300 kronor"
TO_DO = "Bo ordnar kaffe."
MEETING = Meeting(
    document_id=DocumentId("id"),
    source="maj.txt",
    title="Möte",
    kind=Kind.PROTOKOLL,
    body=None,
    date=None,
    chunks=3,
)


@pytest.fixture
def scored(make_document: Make, make_answer: Make) -> Callable[..., dict[str, float]]:
    minutes = make_document("maj.txt", OPEN, DECIDED, TO_DO)

    def score(decisions: Sequence[str], points: Evidence = (), **said: Any) -> dict[str, float]:
        answer = make_answer(minutes, [OPEN, DECIDED], **said)
        summary = Summary(
            meeting=MEETING,
            place=None,
            attendance=(),
            items=(
                ItemSummary(
                    label="§ 1",
                    statements=answer.statements[:1],
                    decisions=tuple(
                        Statement(text=text, support=Support.SUPPORTED, citations=(2,))
                        for text in decisions
                    ),
                ),
            ),
            dates=(),
            citations=answer.citations,
        )
        return score_summary(summary, minutes, points)

    return score


def test_a_point_is_made_when_it_is_cited(scored: Make) -> None:
    points = (("avgiften", "300 kronor"), ("kaffe",))

    assert scored([DECIDED], points)["summary_coverage"] == 1 / 2


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        pytest.param([DECIDED], 1, id="word for word"),
        pytest.param(["att höja avgiften\ntill 300 kronor"], 1, id="across a line end"),
        pytest.param([DECIDED, "att avgiften höjs till 300 kronor"], 1 / 2, id="paraphrased"),
    ],
)
def test_decisions_must_stand_word_for_word(
    decisions: list[str], expected: float, scored: Make
) -> None:
    assert expected == scored(decisions)["decisions_verbatim"]


def test_unsupported_statements_lower_the_support(scored: Make) -> None:
    assert scored([DECIDED], support=Support.PARTLY)["summary_support"] == 1 / 2


def test_length_is_in_words_of_the_minutes(scored: Make) -> None:
    """Two and six words, of the eleven that the minutes have."""
    assert scored([DECIDED])["summary_length"] == pytest.approx(8 / 11)


def test_what_means_nothing_is_left_out(scored: Make) -> None:
    assert scored([]).keys() == {"summary_support", "summary_length"}
