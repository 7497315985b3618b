"""Say in Swedish how much of the meetings a summary rests on."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rag.results import Meeting

# Sida 4 är en bild utan läsbar text. · Sidorna 1–3 och 7 är bilder utan läsbar text.
UNREADABLE = re.compile(
    r"^Sid(?:a|orna)\s(?P<pages>\d[\d\s,–och-]{0,400})\sär\s(?:en\sbild|bilder)\sutan\släsbar\stext"
)
RANGE = re.compile(r"(?P<first>\d+)(?:\s?[-–]\s?(?P<last>\d+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of the meetings a summary rests on."""

    admitted: int
    """Meetings within the filters."""
    speaking: int
    """Those of them that speak of the subject."""
    unreadable: int = 0
    """Scanned pages of the meetings that could not be read."""
    undated: int = 0
    """Meetings that a period leaves out because their day is not known."""
    lacking: str = ""
    """What was not searched, and why: a Swedish sentence; empty when all was."""


def unreadable_pages(meetings: Iterable[Meeting]) -> int:
    """Count the pages of *meetings* that are pictures that could not be read."""
    return sum(_pages(warning) for meeting in meetings for warning in meeting.warnings)


def _pages(warning: str) -> int:
    """Count the pages that a warning says could not be read.

    >>> _pages("Sidorna 1–3 och 7 är bilder utan läsbar text."), _pages("Filen är lång.")
    (4, 0)
    """
    match = UNREADABLE.match(warning)
    found = RANGE.finditer(match["pages"]) if match else ()
    return sum(int(one["last"] or one["first"]) - int(one["first"]) + 1 for one in found)


def coverage_text(coverage: Coverage, topic: str) -> str:
    """Say how much of the meetings speak of *topic*, and what could not be read.

    >>> coverage_text(Coverage(admitted=14, speaking=5, unreadable=2), "feriejobb")
    'Bygger på 5 av 14 möten; övriga nämner inte «feriejobb». 2 skannade sidor kunde inte läsas.'
    """
    return " ".join(coverage_sentences(coverage, topic))


def coverage_sentences(coverage: Coverage, topic: str) -> tuple[str, ...]:
    """Return the same sentence by sentence."""
    return (_rests_on(coverage, topic), *_left_out(coverage))


def _rests_on(coverage: Coverage, topic: str) -> str:
    all_, some = coverage.admitted, coverage.speaking
    if not all_:
        return "Inget möte i biblioteket passar filtren."
    if not some and topic:
        return f"Inget av {count_of(all_)} nämner «{topic}»."
    silent = f"; övriga nämner inte «{topic}»" if topic and some < all_ else ""
    return f"Bygger på {some} av {count_of(all_)}{silent}."


def count_of(meetings: int) -> str:
    """Return a number of meetings in Swedish.

    >>> count_of(1), count_of(2)
    ('1 möte', '2 möten')
    """
    return f"{meetings} {'möte' if meetings == 1 else 'möten'}"


def _left_out(coverage: Coverage) -> Iterable[str]:
    if coverage.unreadable:
        pages = "skannad sida" if coverage.unreadable == 1 else "skannade sidor"
        yield f"{coverage.unreadable} {pages} kunde inte läsas."
    if coverage.undated:
        yield f"{count_of(coverage.undated)} utan datum är inte med."
    if coverage.lacking:
        yield coverage.lacking
