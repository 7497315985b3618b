"""Read at what time and in which place the meeting was."""

import re
from collections.abc import Iterator, Sequence

from ingest.dates import find_dates
from ingest.found import Found
from ingest.header_words import (
    CLOSING_WORDS,
    DATE_LABELS,
    OPENING_WORDS,
    PLACE_LABELS,
    TIME_LABELS,
)
from ingest.labels import LONGEST_HEADER_LINE, Said, said_by
from ingest.lines import Line
from ingest.patterns import CLOCK, CLOCK_RANGE, HOURS, WEEKDAY
from rag.minutes import Sureness
from rag.span import Span

HEADER_LINES = 80
# A line that says only "09.30 – 15.00" counts so near the top.
TOP_LINES = 12
EDGES = " \t,;:.()–—-|*_"
BLANK = "\0"
"""Stands for each character of a date; no text holds it."""
# What is left of a clock or a break when its figures are taken out: "kl.", "ajournering"
NO_PLACE = re.compile(
    r"\b(?:kl|klockan|ajournering\w*|paus|lunch\w*|tid|den|cirka|ca|dag)\b\.?", re.IGNORECASE
)


def read_time(top: Sequence[Line], lines: Sequence[Line]) -> Found[str] | None:
    """Return the printed time of the header *top*, or when the meeting was opened and closed."""
    for words, start in said_by(top, TIME_LABELS | DATE_LABELS):
        found = _time(words, start, Sureness.LABELLED, hours=True)
        if found:
            return found
    for index, line in enumerate(top):
        words = line.words[:LONGEST_HEADER_LINE]
        alone = index < TOP_LINES and not any(c.isalpha() for c in words)
        if alone or "kl" in words.lower() or find_dates(words):
            found = _time(words, line.words_start, Sureness.RECOGNISED, hours=False)
            if found:
                return found
    return _opened_and_closed(lines)


def read_place(top: Sequence[Line]) -> Found[str] | None:
    """Return what a label such as `Plats och tid` says beside dates and clocks."""
    for said in said_by(top, PLACE_LABELS):
        for words, start in _between_times(said):
            place = words.strip(EDGES)
            if any(character.isalpha() for character in NO_PLACE.sub("", place)):
                begin = start + words.index(place)
                text = " ".join(place.replace(" | ", ", ").split())
                return Found(text, Sureness.LABELLED, Span(begin, begin + len(place)))
    return None


def _between_times(said: Said) -> Iterator[Said]:
    """Yield the parts of what a label says that are neither date nor time, empty ones too."""
    words = _without_dates(said.words[:LONGEST_HEADER_LINE])
    for pattern in (CLOCK_RANGE, CLOCK):
        words = pattern.sub(lambda match: BLANK * len(match.group()), words)
    position = 0
    for part in words.split(BLANK):
        kept = WEEKDAY.sub("", part) if position + len(part) < len(words) else part
        yield Said(kept, said.start + position)
        position += len(part) + 1


def _without_dates(words: str) -> str:
    for found in find_dates(words, year=2000):
        blank = BLANK * (found.span.end - found.span.start)
        words = words[: found.span.start] + blank + words[found.span.end :]
    return words


def _time(words: str, start: int, sureness: Sureness, *, hours: bool) -> Found[str] | None:
    blanked = _without_dates(words[:LONGEST_HEADER_LINE])
    match = CLOCK_RANGE.search(blanked) or (HOURS.search(blanked) if hours else None)
    match = match or CLOCK.search(blanked)
    return _read(match, start, sureness) if match else None


def _read(match: re.Match[str], start: int, sureness: Sureness) -> Found[str]:
    group = next(name for name, value in match.groupdict().items() if value)
    printed = match[group]
    begin = start + match.start(group) + len(printed) - len(printed.lstrip())
    return Found(printed.strip(), sureness, Span(begin, begin + len(printed.strip())))


def _opened_and_closed(lines: Sequence[Line]) -> Found[str] | None:
    """Compose the time from `Mötets öppnande 12:15` and `Mötet avslutas 13:00`."""
    opened = _clock_beside(lines[: HEADER_LINES * 2], OPENING_WORDS)
    closed = _clock_beside(lines[-HEADER_LINES:][::-1], CLOSING_WORDS, step=-1)
    if opened and closed and opened.value != closed.value:
        return Found(f"{opened.value}–{closed.value}", opened.sureness, opened.span)
    return opened


def _clock_beside(
    lines: Sequence[Line], words: tuple[str, ...], *, step: int = 1
) -> Found[str] | None:
    for index, line in enumerate(lines):
        if not any(word in line.words[:LONGEST_HEADER_LINE].lower() for word in words):
            continue
        for near in (index, index + step):
            if 0 <= near < len(lines):
                match = CLOCK.search(lines[near].words[:LONGEST_HEADER_LINE])
                if match:
                    return _read(match, lines[near].words_start, Sureness.RECOGNISED)
        return None
    return None
