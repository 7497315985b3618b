"""Read when and where the meeting was, from the lines before the first item."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from ingest.dates import FoundDate, date_in_name, find_dates, years_in
from ingest.header_words import (
    CLOSING_WORDS,
    DATE_LABELS,
    MEETING_WORDS,
    OPENING_WORDS,
    OTHER_DATES,
    PLACE_LABELS,
    TIME_LABELS,
)
from ingest.lines import Line
from ingest.patterns import CLOCK, CLOCK_RANGE, WEEKDAY
from ingest.rosters import labelled
from ingest.title import kind_of, title_words
from rag.minutes import MeetingDate
from rag.span import Span

HEADER_LINES = 80
LONGEST_HEADER_LINE = 200
# A date on a line that says no more of it counts only so near the top.
TOP_LINES = 12
YEARS_WITHIN = 200_000
# Meetings are not held to the calendar's seasons: "Våren 2024, den 14/2".
NEAR_SEASON = timedelta(days=45)
EDGES = " \t,;:.()–—-|*_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """When and where."""

    date: MeetingDate | None = None
    time: str | None = None
    place: str | None = None


def read_header(
    text: str, lines: Sequence[Line], *, first_item: int, held: frozenset[int], file_name: str
) -> Header:
    """Read the lines before index *first_item*; *held* are the lines of the lists of people."""
    top = [line for i, line in enumerate(lines[:first_item][:HEADER_LINES]) if i not in held]
    return Header(
        date=_meeting_date(text, top, file_name),
        time=_time(top) or _opened_and_closed(lines),
        place=_place(top),
    )


def _meeting_date(text: str, top: Sequence[Line], file_name: str) -> MeetingDate | None:
    named = date_in_name(file_name, year=_likely_year(text))
    printed = _printed(top, None)
    if printed is None:
        year = named.first.year if named else _likely_year(text)
        printed = _printed(top, year) if year else None
    if printed:
        found, start = printed
        span = Span(found.span.start + start, found.span.end + start)
        return MeetingDate(first=found.first, last=found.last, inferred=found.inferred, span=span)
    if named:
        return MeetingDate(first=named.first, last=named.last, inferred=True)
    return None


def _printed(top: Sequence[Line], year: int | None) -> tuple[FoundDate, int] | None:
    """Return the date that most surely is the meeting's, and where its line begins."""
    best: tuple[int, int, int, FoundDate, int] | None = None
    for index, line in enumerate(top):
        rank = _rank(top, index)
        if rank is None:
            continue
        words = line.words[:LONGEST_HEADER_LINE]
        for printed in find_dates(words, year=year):
            found = _day_within(words, printed)
            candidate = (rank, min(found.days, 2), index, found, line.words_start)
            if best is None or candidate[:3] < best[:3]:
                best = candidate
            break
    return (best[3], best[4]) if best else None


def _day_within(words: str, found: FoundDate) -> FoundDate:
    """Return the day without a year beside a season that has one: `Våren 2024, den 14/3`."""
    if found.days == 1:
        return found
    for year in (found.last.year, found.first.year):
        for day in find_dates(words, year=year):
            first, last = found.first - NEAR_SEASON, found.last + NEAR_SEASON
            if day.days < found.days and day.inferred and first <= day.first <= last:
                return day
    return found


def _rank(top: Sequence[Line], index: int) -> int | None:
    """Return how surely a date on the line is the meeting's; 0 is surest, `None` not at all."""
    line = top[index]
    lowered = line.words[:LONGEST_HEADER_LINE].lower()
    label = _label_of(top, index)
    if label in DATE_LABELS:
        return 0
    if label in TIME_LABELS:
        return 1
    if label is not None or any(word in lowered for word in OTHER_DATES):
        return None
    if not title_words(line.words):
        return 2 if index < TOP_LINES * 2 else None
    if kind_of(lowered) or any(word in lowered for word in MEETING_WORDS):
        return 3 if len(line.words) <= LONGEST_HEADER_LINE else None
    return 4 if index < TOP_LINES and not line.words.endswith(".") else None


def _label_of(top: Sequence[Line], index: int) -> str | None:
    """Return the label that the line bears, or that stands alone on a line above it."""
    found = labelled(top[index].words)
    if found:
        return found[0]
    for above in range(index - 1, max(index - 3, -1), -1):
        label = labelled(top[above].words)
        if label:
            return label[0] if label[1] is None or not _has_date(top[above].words) else None
    return None


def _has_date(words: str) -> bool:
    return bool(find_dates(words[:LONGEST_HEADER_LINE]))


def _likely_year(text: str) -> int | None:
    """Return the year that *text* names most often; `None` when two are as common."""
    common = Counter(years_in(text[:YEARS_WITHIN])).most_common(2)
    if not common or (len(common) > 1 and common[0][1] == common[1][1]):
        return None
    return common[0][0]


def _values(top: Sequence[Line], labels: frozenset[str]) -> Iterator[str]:
    """Yield what the lines with one of *labels* say, or the line below a label alone."""
    for index, line in enumerate(top):
        found = labelled(line.words)
        if not found or found[0] not in labels:
            continue
        if found[1] is not None:
            yield line.words[found[1] : found[1] + LONGEST_HEADER_LINE]
        elif index + 1 < len(top) and not labelled(top[index + 1].words):
            yield top[index + 1].words[:LONGEST_HEADER_LINE]


def _clock(words: str) -> re.Match[str] | None:
    for found in reversed(find_dates(words, year=2000)):
        blank = "_" * (found.span.end - found.span.start)
        words = words[: found.span.start] + blank + words[found.span.end :]
    return CLOCK_RANGE.search(words) or CLOCK.search(words)


def _clock_text(match: re.Match[str]) -> str:
    return next(value for value in match.groupdict().values() if value).strip()


def _time(top: Sequence[Line]) -> str | None:
    dated = [line.words for line in top if _has_date(line.words) or "kl" in line.words.lower()]
    for words in (*_values(top, TIME_LABELS | DATE_LABELS), *dated[:3]):
        match = _clock(words[:LONGEST_HEADER_LINE])
        if match:
            return _clock_text(match)
    return None


def _opened_and_closed(lines: Sequence[Line]) -> str | None:
    """Compose the time from `Mötets öppnande 12:15` and `Mötet avslutas 13:00`."""
    opened = _clock_beside(lines[: HEADER_LINES * 2], OPENING_WORDS)
    closed = _clock_beside(lines[-HEADER_LINES:][::-1], CLOSING_WORDS, step=-1)
    if opened and closed and opened != closed:
        return f"{opened}–{closed}"
    return opened


def _clock_beside(lines: Sequence[Line], words: tuple[str, ...], *, step: int = 1) -> str | None:
    for index, line in enumerate(lines):
        if not any(word in line.words[:LONGEST_HEADER_LINE].lower() for word in words):
            continue
        for near in (index, index + step):
            if 0 <= near < len(lines):
                match = CLOCK.search(lines[near].words[:LONGEST_HEADER_LINE])
                if match:
                    return _clock_text(match)
        return None
    return None


def _place(top: Sequence[Line]) -> str | None:
    for value in _values(top, PLACE_LABELS):
        place = value
        for found in reversed(find_dates(place, year=2000)):
            before = WEEKDAY.sub("", place[: found.span.start])
            place = f"{before} {place[found.span.end :]}"
        for pattern in (CLOCK_RANGE, CLOCK):
            place = pattern.sub(" ", place)
        place = " ".join(place.replace(" | ", ", ").split()).strip(EDGES)
        if any(character.isalpha() for character in place):
            return place
    return None
