"""Scores of a summary, held against what people found in the minutes."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from eval.gold import Half
from eval.summaries import Score, score
from eval.summary_gold import Expected, ExpectedAction, ExpectedPoint
from eval.temporary import make_document
from rag.minutes import Document
from rag.results import Citation, Meeting, Statement, Support
from rag.span import Span
from rag.summaries import ActionLine, ItemSummary, Length, Summary

OPEN = "Kassan är god."
DECIDED = "att höja avgiften till 300 kronor"
TO_DO = "Bo ordnar kaffe senast i maj."
TEXT = f"""# Möte

## 1. Avgiften

{OPEN} Den räcker länge.

Mötet beslutar
{DECIDED}

{TO_DO}
"""

Make = Callable[..., Score]


def span(said: str) -> Span:
    start = TEXT.index(said)
    return Span(start, start + len(said))


def statement(said: str, number: int, support: Support = Support.SUPPORTED) -> Statement:
    return Statement(text=said, support=support, citations=(number,))


def summary_of(
    document: Document,
    told: Sequence[str],
    decisions: Sequence[str],
    actions: Sequence[ActionLine],
    **changes: Any,
) -> Summary:
    quotes = [OPEN, DECIDED, TO_DO]
    item = ItemSummary(
        label="1 Avgiften",
        statements=tuple(statement(one, 1, **changes) for one in told),
        decisions=tuple(statement(one, 2) for one in decisions),
        actions=tuple(actions),
    )
    used = {n for _, said in item.lines() for n in said.citations}
    return Summary(
        meeting=Meeting(
            document_id=document.id,
            source=document.source,
            title="Möte",
            kind=document.minutes.kind,
            body=None,
            date=None,
            chunks=1,
        ),
        length=Length.NORMAL,
        items=(item,),
        citations=tuple(
            Citation(
                n=number,
                document_id=document.id,
                source=document.source,
                meeting="Möte",
                date=None,
                item=None,
                page=None,
                start=span(quote).start,
                end=span(quote).end,
                quote=quote,
            )
            for number, quote in enumerate(quotes, start=1)
            if number in used
        ),
    )


ROW = ActionLine(statement=statement(TO_DO, 3), who="Bo", due="senast i maj")


@pytest.fixture
def scored() -> Make:
    document = make_document("möte.md", TEXT)
    expected = Expected(
        half=Half.TUNE,
        document=document,
        points=(
            ExpectedPoint(weight=3, places=(span("höja avgiften till 300 kronor"),)),
            ExpectedPoint(weight=1, places=(span("räcker länge"), span(OPEN))),
        ),
        decisions=(span(DECIDED),),
        optional_decisions=(),
        actions=(ExpectedAction(place=span(TO_DO), who="Bo", due="i maj"),),
    )

    def made(
        told: Sequence[str] = (),
        decisions: Sequence[str] = (),
        actions: Sequence[ActionLine] = (),
        **changes: Any,
    ) -> Score:
        return score(expected, summary_of(document, told, decisions, actions, **changes))

    return made


@pytest.mark.parametrize(
    ("told", "decisions", "coverage"),
    [
        pytest.param([], [], 0, id="none"),
        pytest.param([], [DECIDED], 3 / 4, id="the essential"),
        pytest.param([OPEN], [], 1 / 4, id="at another of its places"),
        pytest.param([OPEN], [DECIDED], 1, id="all"),
    ],
)
def test_a_point_counts_by_its_weight_when_its_words_are_shown(
    told: list[str], decisions: list[str], coverage: float, scored: Make
) -> None:
    assert coverage == scored(told, decisions).coverage


@pytest.mark.parametrize(
    ("decisions", "found", "surplus"),
    [
        pytest.param([DECIDED], 1, 0, id="word for word"),
        pytest.param([f"Mötet beslutar {DECIDED}"], 1, 0, id="with who decides"),
        pytest.param(["att avgiften höjs till 300 kronor"], 0, 1, id="paraphrased"),
        pytest.param([DECIDED, OPEN], 1, 1, id="with what is none"),
    ],
)
def test_decisions_must_stand_word_for_word(
    decisions: list[str], found: int, surplus: int, scored: Make
) -> None:
    made = scored([], decisions)

    assert (found, surplus) == (made.decisions.found, made.surplus)


def test_what_the_grammar_has_read_is_told_apart(scored: Make) -> None:
    assert 0 == scored().decisions.unread


@pytest.mark.parametrize(
    ("row", "found", "whole"),
    [
        pytest.param(ROW, 1, 1, id="with who and when"),
        pytest.param(ActionLine(statement=ROW.statement, who="Bo"), 1, 0, id="without when"),
        pytest.param(
            ActionLine(statement=ROW.statement, who="@Bo Ek", due="i maj"), 1, 1, id="fuller name"
        ),
        pytest.param(ActionLine(statement=statement(OPEN, 1)), 0, 0, id="another"),
    ],
)
def test_an_action_is_whole_with_who_and_when(
    row: ActionLine, found: int, whole: int, scored: Make
) -> None:
    made = scored(actions=[row])

    assert (found, whole) == (made.actions.found, made.whole_actions.found)


def test_unsupported_statements_lower_the_support(scored: Make) -> None:
    assert 1 / 2 == scored([OPEN], [DECIDED], support=Support.PARTLY).support


def test_length_counts_the_headings_too(scored: Make) -> None:
    made = scored([OPEN])

    assert (3, 6) == (made.quoted_words, made.words)
    assert made.words / len(TEXT.split()) == made.length


def test_what_is_said_twice_is_redundant(scored: Make) -> None:
    assert 0 == scored([OPEN]).redundancy
    assert 1 / 2 == scored([OPEN, OPEN]).redundancy


def test_lix_is_long_words_and_long_sentences(scored: Make) -> None:
    """Three words, one sentence, none longer than six letters."""
    assert 3 == scored([OPEN]).lix
