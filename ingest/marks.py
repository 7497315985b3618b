"""Read the marks of the minutes themselves: their registration number, and if they are adjusted."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ingest.found import Found
from ingest.header_words import ADJUSTED, REGISTRATION_LABELS, UNADJUSTED
from ingest.labels import said_by
from ingest.lines import Line
from ingest.patterns import CONTENTS_LINE, REGISTRATION
from rag.minutes import Status, Sureness
from rag.span import Span

LONGEST_MARK = 160
# Signatures and their dates stand so near the end.
ENDING_LINES = 25
# A number stands alone only so near the top.
TOP_LINES = 15
# KS 2023/145 · 2024-00123 · 24/12, after a label
NUMBER = re.compile(r"\s*(?P<number>[^\s|,;]{0,12}\s?[^\s|,;]{0,20}\d)(?=[\s|,;]|$)")
# "Justerat den 4 mars 2024", "Justerad 2024-03-19"; not "Justeras den 4 mars"
ADJUSTED_ON = re.compile(r"^(?:protokollet\s)?justera[dt]e?\b[:\s]{1,3}(?:den\s)?\d", re.IGNORECASE)
# "Justerat", with the day on the line below
ADJUSTED_ALONE = re.compile(r"^(?:protokollet\s)?justera[dt]e?\s?:?$", re.IGNORECASE)
DAY = re.compile(r"^(?:den\s)?\d{1,4}[-/ ]")
# "Föregående protokoll justerat och lagt till handlingarna"
OF_OTHER = re.compile(r"\b(?:föregående|förra|tidigare)\b", re.IGNORECASE)
_LETTER = "a-zåäöA-ZÅÄÖ"


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    words = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<![{_LETTER}])(?:{words})(?![{_LETTER}])", re.IGNORECASE)


# "EJ JUSTERAT" before "justerat", which it contains.
SIGNS = ((Status.UNADJUSTED, _any_of(UNADJUSTED)), (Status.ADJUSTED, _any_of(ADJUSTED)))
NAME_SIGNS = ((Status.UNADJUSTED, _any_of(UNADJUSTED)), (Status.ADJUSTED, _any_of(("justerat",))))


def read_registration_number(top: Sequence[Line]) -> Found[str] | None:
    """Return the number of the minutes themselves, from the header *top*."""
    for said in said_by(top, REGISTRATION_LABELS):
        match = NUMBER.match(said.words)
        if match:
            return _number(match, "number", said.start, Sureness.LABELLED)
    for line in top[:TOP_LINES]:
        words = line.words[:LONGEST_MARK]
        match = REGISTRATION.search(words)
        if match and not CONTENTS_LINE.search(words):
            group = "labelled" if match["labelled"] else "bare"
            sureness = Sureness.LABELLED if match["labelled"] else Sureness.RECOGNISED
            return _number(match, group, line.words_start, sureness)
    return None


def _number(match: re.Match[str], group: str, start: int, sureness: Sureness) -> Found[str]:
    span = Span(start + match.start(group), start + match.end(group))
    return Found(" ".join(match[group].split()), sureness, span)


def read_status(
    top: Sequence[Line], lines: Sequence[Line], *, file_name: str
) -> Found[Status] | None:
    """Return whether the minutes say that they are adjusted, or else their file's name."""
    for line in _marked(top, lines):
        for status, found in _signs(line.words[:LONGEST_MARK]):
            start = line.words_start + found.start()
            span = Span(start, start + len(found.group()))
            return Found(status, Sureness.RECOGNISED, span)
    spoken = re.sub(r"[^\w]|_", " ", file_name)
    for status, sign in NAME_SIGNS:
        if sign.search(spoken):
            return Found(status, Sureness.INFERRED)
    return None


def _marked(top: Sequence[Line], lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines that may tell of adjustment, with the day that stands below its label."""
    looked = (*top, *lines[-ENDING_LINES:])
    for line, below in zip_longest(looked, looked[1:]):
        alone = below and ADJUSTED_ALONE.match(line.words) and DAY.match(below.words)
        yield line._replace(words=f"{line.words} {below.words}") if alone else line


def _signs(words: str) -> Iterator[tuple[Status, re.Match[str]]]:
    if OF_OTHER.search(words):
        return
    for status, sign in SIGNS:
        if match := sign.search(words):
            yield status, match
            return
    if match := ADJUSTED_ON.match(words):
        yield Status.ADJUSTED, match
