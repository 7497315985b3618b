"""Read when the next meeting is: `Nästa möte: tisdag nästa vecka`, `Nästa möte 10/6 kl. 9`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from ingest.attendance import starts_item
from ingest.dates import FoundDate, find_dates
from ingest.found import Found
from ingest.header_words import NEXT_MEETING
from ingest.labels import Said
from ingest.lines import Line
from ingest.people import Piece, split_pieces
from ingest.relative_dates import find_relative
from rag.minutes import MeetingDate, Sureness
from rag.span import Span

LONGEST_LINE = 300
# Under a heading "Nästa möte" the day is on one of the first lines.
LINES_BELOW = 3
# Next meetings are held within so long.
WITHIN = timedelta(days=400)
_PHRASES = "|".join(re.escape(phrase) for phrase in sorted(NEXT_MEETING, key=len, reverse=True))
# "Nästa möte", "Nästa styrgruppsmöte", "Nästa brukarråd"
PHRASE = re.compile(
    rf"(?<!\w)(?:{_PHRASES}|nästa\s[^\W\d]{{0,30}}(?:möte|sammanträde|träff|råd|stämma|avstämning))(?!\w)",
    re.IGNORECASE,
)
# Several days in a row: "12 september, 7 november och 12 december"
AND = re.compile(r",\s|;|\s(?:och|samt)\s")
# "skjuts upp till nästa möte": something is done by then, or there.
BEFORE_ITSELF = re.compile(
    r"\b(?:till|inför|på|vid|under|innan|före|efter|från|för|skippa|inget)\s$", re.IGNORECASE
)
# "Nästa möte" begins a line, perhaps after a number.
BEGINS = re.compile(r"(?:§?\s?\d{1,3}(?:\.\d{1,2})?\s?§?[.):]?\s*)?$")


def read_next_meeting(lines: Sequence[Line], held: MeetingDate | None) -> Found[MeetingDate] | None:
    """Return the first day after the meeting, *held* then, that a line on the next one names."""
    for index, line in enumerate(lines):
        words = line.words[:LONGEST_LINE]
        match = PHRASE.search(words)
        if not match or BEFORE_ITSELF.search(words[: match.start()]):
            continue
        labelled = bool(BEGINS.fullmatch(words[: match.start()]))
        for said in _said(lines, index, match.end(), alone=labelled):
            found = _after(said.words, held)
            if found:
                return _as_found(found, said.start, labelled=labelled)
    return None


def _said(lines: Sequence[Line], index: int, end: int, *, alone: bool) -> Iterator[Said]:
    """Yield what follows the phrase on its line, and, where it heads them, the lines below."""
    line = lines[index]
    yield Said(line.words[end:LONGEST_LINE], line.words_start + end)
    if not alone or any(character.isalpha() for character in line.words[end:]):
        return
    for below in lines[index + 1 : index + 1 + LINES_BELOW]:
        dated = find_dates(below.words[:LONGEST_LINE], year=2000)
        if below.hashes or (starts_item(below) and not dated):
            return
        yield Said(below.words[:LONGEST_LINE], below.words_start)


def _after(words: str, held: MeetingDate | None) -> FoundDate | None:
    """Return the first date in *words* after the meeting; a relative one only if it is alone."""
    several = _several(words, held.last.year) if held else []
    if held and several:
        return _first_after(several, held.last)
    printed = find_dates(words, loose=True)
    if held is None:
        return printed[0] if printed else None
    last = held.last
    coming = [_coming(found, last) for found in find_dates(words, year=last.year, loose=True)]
    printed = printed or [found for found in coming if found]
    if printed:
        return _first_after(printed, last)
    relative = find_relative(words, to=last) if held.first == last else []
    return relative[0] if len({(one.first, one.last) for one in relative}) == 1 else None


def _first_after(dates: Sequence[FoundDate], last: date) -> FoundDate | None:
    near = [found for found in dates if last < found.first <= last + WITHIN]
    return min(near, key=lambda found: found.first, default=None)


def _several(words: str, year: int) -> list[FoundDate]:
    """Return the days of a list such as `12 september, 7 november och 12 december 2024`."""
    found = []
    for part in split_pieces(Piece(words, 0), AND):
        for one in find_dates(part.text, year=year, loose=True):
            span = Span(one.span.start + part.start, one.span.end + part.start)
            found.append(replace(one, span=span))
    return found if len(found) > len(find_dates(words, year=year, loose=True)) else []


def _coming(found: FoundDate, held: date) -> FoundDate | None:
    """Return a date without a year as the first one after the meeting."""
    if found.first > held or not found.inferred:
        return found
    try:
        first, last = (day.replace(year=day.year + 1) for day in (found.first, found.last))
    except ValueError:  # 29 February
        return None
    return FoundDate(first=first, last=last, span=found.span, inferred=True)


def _as_found(found: FoundDate, start: int, *, labelled: bool) -> Found[MeetingDate]:
    span = Span(start + found.span.start, start + found.span.end)
    value = MeetingDate(first=found.first, last=found.last, inferred=found.inferred, span=span)
    printed = Sureness.LABELLED if labelled else Sureness.RECOGNISED
    return Found(value, Sureness.INFERRED if found.inferred else printed, span)
