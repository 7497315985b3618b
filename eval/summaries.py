"""Score summaries against the points, decisions and actions that people found in the minutes.

Shares from 0 to 1, or `None` where they mean nothing:

* coverage: weight of the points whose words stand in one statement / weight of all points. The
  content coverage of the pyramid method (Nenkova & Passonneau 2004).
* length: words shown, those of the title, the names and the items' headings too / words of the
  minutes. quoted: the same without title and headings.
* decisions: decisions of the gold that stand word for word in one given as a decision.
* actions: those of the gold that stand in the table; *whole* ones with who and when it says.
* support: statements that grounding found supported and that cite a place / statements.
* redundancy: runs of three words that were said before / all such runs.
* LIX: words a sentence + per cent of words of more than six letters (Björnsson 1968).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eval.gold import find_words, joined
from eval.summary_gold import Expected, ExpectedAction
from rag.results import Statement, Support
from rag.span import Span
from rag.summaries import ActionLine, Summary, lines

LONG_WORD = 7
"""Letters of a word that LIX calls long."""
RUN = 3
SENTENCE_END = re.compile(r"[.!?:](?:\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How many of the gold there are and were found, and where the others were lost."""

    expected: int
    found: int
    unread: int = 0
    """Not found by the grammar, which a summary builds on."""

    @property
    def share(self) -> float | None:
        """Return found / expected."""
        return self.found / self.expected if self.expected else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How one summary did."""

    coverage: float
    words: int
    """Shown, headings too."""
    quoted_words: int
    length: float
    """Words shown / words of the minutes."""
    quoted: float
    """Words quoted / words of the minutes."""
    decisions: Found
    surplus: int
    """Statements given as decisions that are none in the gold."""
    actions: Found
    whole_actions: Found
    """Those with the owner and the time that the minutes give."""
    support: float
    redundancy: float
    lix: float


def score(expected: Expected, summary: Summary) -> Score:
    """Return all scores of *summary*."""
    total = _count(expected.document.text)
    said = [line.statement for line in lines(summary)]
    quoted = sum(_count(statement.text) for statement in said)
    shown = quoted + _count(summary.meeting.title) + sum(_count(i.label) for i in summary.items)
    decided = [statement for item in summary.items for statement in item.decisions]
    actions, whole = _actions(expected, summary.actions)
    return Score(
        coverage=expected.coverage(places(summary)),
        words=shown,
        quoted_words=quoted,
        length=shown / total,
        quoted=quoted / total,
        decisions=_decisions(expected, decided),
        surplus=_surplus(expected, decided),
        actions=actions,
        whole_actions=whole,
        support=_support(said),
        redundancy=_redundancy(said),
        lix=_lix(said),
    )


def places(summary: Summary) -> list[Span]:
    """Return the places that the statements of *summary* show."""
    cited = {citation.n: Span(citation.start, citation.end) for citation in summary.citations}
    return [cited[number] for line in lines(summary) for number in line.statement.citations]


def _decisions(expected: Expected, decided: Iterable[Statement]) -> Found:
    text = expected.document.text
    shown = [_letters(statement.text) for statement in decided]
    parsed = [
        _letters(decision.span.of(text))
        for item in expected.document.minutes.all_items
        for decision in item.decisions
    ]
    wanted = [_letters(place.of(text)) for place in expected.decisions]
    return Found(
        expected=len(wanted),
        found=sum(any(one in other for other in shown) for one in wanted),
        unread=sum(not any(one in other for other in parsed) for one in wanted),
    )


def _surplus(expected: Expected, decided: Iterable[Statement]) -> int:
    text = expected.document.text
    known = (*expected.decisions, *expected.optional_decisions)
    wanted = [_letters(place.of(text)) for place in known]
    shown = [_letters(statement.text) for statement in decided]
    return sum(not any(one in other or other in one for one in wanted) for other in shown)


def _actions(expected: Expected, rows: Sequence[ActionLine]) -> tuple[Found, Found]:
    """Return how many actions stand in the table, and how many with owner and time."""
    minutes = expected.document.minutes
    text = expected.document.text
    parsed = [a.span.of(text) for item in minutes.all_items for a in item.actions]
    shown = [
        [row for row in rows if _same(one, row.statement.text, text)] for one in expected.actions
    ]
    unread = sum(not any(_same(one, said, text) for said in parsed) for one in expected.actions)
    whole = [
        any(_tells(row, one) for row in own)
        for own, one in zip(shown, expected.actions, strict=True)
    ]
    count = len(expected.actions)
    return (
        Found(expected=count, found=sum(map(bool, shown)), unread=unread),
        Found(expected=count, found=sum(whole), unread=unread),
    )


def _same(action: ExpectedAction, said: str, text: str) -> bool:
    """Tell whether one of the two holds the other's words."""
    one, other = _letters(action.place.of(text)), _letters(said)
    return one in other or other in one


def _tells(row: ActionLine, action: ExpectedAction) -> bool:
    """Tell whether a row has who and when, as far as the minutes say."""
    pairs = ((row.who, action.who), (row.due, action.due))
    return all(_names(told or "", wanted) for told, wanted in pairs if wanted)


def _names(told: str, wanted: str) -> bool:
    """Tell whether all words of one are among those of the other: `@Bo` and `Bo Ek`."""
    one, other = ({word.text for word in find_words(text)} for text in (told, wanted))
    return bool(one) and (one <= other or other <= one)


def _support(said: Sequence[Statement]) -> float:
    carried = [one.support is Support.SUPPORTED and bool(one.citations) for one in said]
    return sum(carried) / len(carried) if carried else 1.0


def _redundancy(said: Iterable[Statement]) -> float:
    runs = [
        tuple(own[at : at + RUN])
        for statement in said
        for own in [[word.text for word in find_words(statement.text)]]
        for at in range(len(own) - RUN + 1)
    ]
    return 1 - len(set(runs)) / len(runs) if runs else 0.0


def _lix(said: Sequence[Statement]) -> float:
    texts = [statement.text for statement in said]
    found = [word.text for text in texts for word in find_words(text)]
    ends = sum(max(1, len(SENTENCE_END.findall(text))) for text in texts)
    long = sum(len(word) >= LONG_WORD for word in found)
    return len(found) / ends + 100 * long / len(found) if found else 0.0


def _letters(text: str) -> str:
    return joined(find_words(text))


def _count(text: str) -> int:
    return len(text.split())
