"""Build the items of an outline: spans, levels, registration numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.headings import LONGEST_HEADING, Heading
from ingest.lines import Line
from ingest.patterns import REGISTRATION
from rag.items import Item
from rag.span import Span

# A registration number stands in the heading, or on one of the lines right below it.
REGISTRATION_LINES = 3
LONGEST_REGISTRATION_LINE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlinedItem:
    """An item and the lines of its own text, up to the next item of any level."""

    item: Item
    first: int
    """Index of the first line below the heading."""
    end: int


def build_items(
    headings: Sequence[Heading], lines: Sequence[Line], *, length: int
) -> list[OutlinedItem]:
    """Return the items that *headings* begin; an item holds the deeper ones that follow it."""
    levels = _levels(headings)
    starts = [lines[heading.first].start for heading in headings]
    ends = _ends(levels, starts, length)
    next_lines = [*(heading.first for heading in headings), len(lines)][1:]
    return [
        OutlinedItem(
            item=Item(
                span=Span(start, end),
                heading=Span(start, lines[heading.last].end),
                title=heading.title or _words(heading, lines),
                number=heading.number,
                level=level,
                registration_number=_registration(heading, lines, next_line),
            ),
            first=heading.last + 1,
            end=next_line,
        )
        for heading, level, start, end, next_line in zip(
            headings, levels, starts, ends, next_lines, strict=True
        )
    ]


def _words(heading: Heading, lines: Sequence[Line]) -> str:
    """Return an untitled heading's words, unless its number says them all."""
    return "" if heading.number else lines[heading.first].words[:LONGEST_HEADING]


def _levels(headings: Sequence[Heading]) -> list[int]:
    """Return the headings' levels: at most one deeper than the heading before."""
    around: list[int] = []
    levels = []
    for heading in headings:
        while around and around[-1] >= heading.depth:
            around.pop()
        around.append(heading.depth)
        levels.append(len(around))
    return levels


def _ends(levels: Sequence[int], starts: Sequence[int], length: int) -> list[int]:
    """Return where each item ends: where the next one begins that is not deeper."""
    ends = [length] * len(levels)
    open_items: list[int] = []
    for position, level in enumerate(levels):
        while open_items and levels[open_items[-1]] >= level:
            ends[open_items.pop()] = starts[position]
        open_items.append(position)
    return ends


def _registration(heading: Heading, lines: Sequence[Line], end: int) -> str | None:
    last = min(heading.last + 1 + REGISTRATION_LINES, end)
    for line in lines[heading.first : last]:
        match = REGISTRATION.search(line.words[:LONGEST_HEADING])
        if match and len(line.words) <= LONGEST_REGISTRATION_LINE:
            return " ".join((match["labelled"] or match["bare"]).split())
    return None
