"""Choose, count and order meetings for the list of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from rag.minutes import MeetingDate
from rag.results import Meeting
from rag.swedish.date_words import DateWords, date_text
from rag.swedish.words import fold
from ui.local import collation
from ui.texts.tables import TABLES

# Meetings whose searched words are kept: a search reads them at every letter.
KEPT = 20_000

# A day is found by its month's name in every language, whichever the reader's is.
DATE_WORDS: Sequence[DateWords] = [table["DATE_WORDS"] for table in TABLES.values()]

NEWEST, OLDEST, BODY, TITLE = "newest", "oldest", "body", "title"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the list is limited to; without values it is not."""

    query: str = ""
    """Words in the title, the body's name, the date or the file's name."""
    facets: Mapping[str, str] = field(default_factory=dict)
    """Of `FACETS`, the value that is wanted of each."""


def unified(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Return *meetings* with one spelling, the most common, of bodies that differ only in case."""
    listed = list(meetings)
    spellings = Counter(meeting.body for meeting in listed if meeting.body)
    # The last of those with the same key stays, which is the most common.
    names = {name.casefold(): name for name in sorted(spellings, key=lambda n: (spellings[n], n))}
    return [
        replace(meeting, body=names[meeting.body.casefold()])
        if meeting.body and names[meeting.body.casefold()] != meeting.body
        else meeting
        for meeting in listed
    ]


def chosen(meetings: Iterable[Meeting], choice: Choice) -> list[Meeting]:
    """Return the meetings that *choice* admits."""
    wanted = fold(choice.query).split()
    return [
        meeting
        for meeting in meetings
        if all(FACETS[name](meeting) == value for name, value in choice.facets.items())
        and all(word in _searchable(meeting) for word in wanted)
    ]


def values(meetings: Iterable[Meeting], choice: Choice, facet: str) -> dict[str, int]:
    """Count the meetings for each value of *facet*, when all else of *choice* holds."""
    others = {name: value for name, value in choice.facets.items() if name != facet}
    admitted = chosen(meetings, Choice(query=choice.query, facets=others))
    counted = Counter(FACETS[facet](meeting) for meeting in admitted)
    named = sorted(filter(None, counted), key=collation, reverse=facet == "year")
    return {value: counted[value] for value in (*named, *([""] if "" in counted else []))}


def ordered(meetings: Iterable[Meeting], order: str) -> list[Meeting]:
    """Return the meetings in one of `ORDERS`; undated ones come last of their kind."""
    return ORDERS[order](meetings)


@lru_cache(KEPT)
def _searchable(meeting: Meeting) -> str:
    held = meeting.date
    day = " ".join([held.iso, *(_day(held, words) for words in DATE_WORDS)]) if held else ""
    return fold(f"{meeting.title} {meeting.body or ''} {day} {meeting.source}")


def _day(held: MeetingDate, words: DateWords) -> str:
    return date_text(held.first, held.last, words)


def _newest(meetings: Iterable[Meeting]) -> list[Meeting]:
    return sorted(
        sorted(meetings, key=_title),
        key=lambda m: m.date.first if m.date else date.min,
        reverse=True,
    )


def _oldest(meetings: Iterable[Meeting]) -> list[Meeting]:
    return sorted(sorted(meetings, key=_title), key=lambda m: m.date.first if m.date else date.max)


def _by_body(meetings: Iterable[Meeting]) -> list[Meeting]:
    return sorted(_newest(meetings), key=lambda m: (m.body is None, collation(m.body or "")))


def _by_title(meetings: Iterable[Meeting]) -> list[Meeting]:
    return sorted(_newest(meetings), key=_title)


def _title(meeting: Meeting) -> str:
    return collation(meeting.title)


# What meetings can be limited by; a meeting without it has the empty value.
FACETS: Mapping[str, Callable[[Meeting], str]] = {
    "body": lambda meeting: meeting.body or "",
    "year": lambda meeting: meeting.date.first.isoformat()[:4] if meeting.date else "",
    "month": lambda meeting: meeting.date.first.isoformat()[:7] if meeting.date else "",
    "kind": lambda meeting: meeting.kind.value,
}
ORDERS: Mapping[str, Callable[[Iterable[Meeting]], list[Meeting]]] = {
    NEWEST: _newest,
    OLDEST: _oldest,
    BODY: _by_body,
    TITLE: _by_title,
}
BY_YEAR: Sequence[str] = (NEWEST, OLDEST)
"""The orders under which meetings stand grouped by year."""
