"""Read from a question which meetings it means, where that is certain: times, bodies, numbers."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rag.asks import Asks
from rag.minutes import DocumentId
from rag.results import Filters
from rag.storing.directory import Directory, Held
from rag.swedish.date_words import date_text
from rag.swedish.words import fold, words
from rag.understanding.bodies import OfBody
from rag.understanding.meeting_times import MEETING, meeting_time, period_text
from rag.understanding.periods import Period, periods
from rag.understanding.references import Reference

LATEST = re.compile(
    rf"""\b(?:senaste|sista|nyaste|forra|foregaende)\ (?P<kind>\w{{0,20}}){MEETING}\w{{0,5}}\b
    (?!\ (?:med|som)\b)""",
    re.VERBOSE,
)
# A number that more documents hold tells none of them.
MOST_HOLDING = 500


@dataclass(frozen=True, slots=True)
class Limit:
    """What a question limits its meetings to."""

    filters: Filters
    said: str
    """In Swedish."""
    words: frozenset[str]
    """The words that say so, without å, ä and ö; the answer need not speak of them."""


Holding = Callable[[Sequence[str]], set[DocumentId] | None]
"""Return the documents that hold any of some words; `None` when they are too many."""


class Limits:
    """Read limits by the meetings that one library has."""

    def __init__(self, directory: Directory, holding: Holding) -> None:
        self._directory = directory
        self._holding = holding

    def __call__(
        self,
        text: str,
        asks: Asks,
        asked: Filters,
        *,
        refers: Sequence[Reference],
        body: OfBody | None,
        today: date,
    ) -> list[Limit]:
        """Return what *text* limits its meetings to, beside what *asked* already does.

        Args:
            text: The question.
            asks: What it asks for.
            asked: The user's own filters; what they say is not read again.
            refers: The paragraphs and registration numbers in it.
            body: Whose meetings it speaks of, and the words that say so.
            today: What "i fjol" is counted from.
        """
        if asked.meetings:
            return []
        limits = []
        if body and not asked.body:
            limits.append(Limit(Filters(body=body[0]), body[0], body[1]))
        if not (asked.first or asked.last):
            limits += self._periods(text, asks, today)
        if not (asked.person or asked.kind):
            limits += self._latest(fold(text), [asked, *(limit.filters for limit in limits)])
        limits += self._references(refers)
        return [limit for limit in limits if limit.said not in asked.without]

    def _periods(self, text: str, asks: Asks, today: date) -> list[Limit]:
        read = (
            (one, meeting_time(text, one, asks, today=today)) for one in periods(text, today=today)
        )
        found = {period: said for period, said in read if said is not None}
        if not found:
            return []
        said = " och ".join(map(period_text, found))
        return [Limit(self._held_in(list(found)), said, frozenset[str]().union(*found.values()))]

    def _held_in(self, times: Sequence[Period]) -> Filters:
        """Return what admits the meetings of any of *times*; a time without a year is of all."""
        if len(times) == 1 and not times[0].yearless:
            return Filters(first=times[0].first, last=times[0].last)
        held = (m for m in self._directory.held() if _admitted(m, times))
        return Filters(meetings=tuple(m.document_id for m in held) or (NO_MEETING,))

    def _latest(self, folded: str, within: Sequence[Filters]) -> list[Limit]:
        match = LATEST.search(folded)
        if not match:
            return []
        # "senaste styrelsemötet" is told by title or file, where no body is known by that name.
        kind = "" if any(limits.body for limits in within) else match["kind"]
        of_kind = re.compile(re.escape(kind) + MEETING if kind else "")
        held = (
            m
            for m in self._directory.held()
            if of_kind.search(m.called) and all(_within(m, one) for one in within)
        )
        newest = next(held, None)
        if newest is None:
            return []
        said = f"senaste mötet, {date_text(newest.first, newest.last)}"
        return [
            Limit(Filters(meetings=(newest.document_id,)), said, frozenset(words(match.group())))
        ]

    def _references(self, refers: Sequence[Reference]) -> list[Limit]:
        # Only registration numbers and paragraphs that few documents hold tell anything.
        found = [(one, self._holding(one.words)) for one in refers]
        return [
            Limit(Filters(meetings=tuple(sorted(held)) or (NO_MEETING,)), one.said, frozenset())
            for one, held in found
            if held is not None
        ]


NO_MEETING = DocumentId("-")
"""The id of no document, for what no meeting is."""


def _within(meeting: Held, filters: Filters) -> bool:
    return (
        (not filters.body or fold(meeting.body or "") == fold(filters.body))
        and (not filters.first or meeting.last >= filters.first)
        and (not filters.last or meeting.first <= filters.last)
        and (not filters.meetings or meeting.document_id in filters.meetings)
    )


def _admitted(meeting: Held, times: Iterable[Period]) -> bool:
    return any(period.admits(meeting.first, meeting.last) for period in times)
