"""Keep the numbered headings that are an agenda; leave out contents, lists and references."""

from bisect import bisect_left
from collections.abc import Sequence

from ingest.headings import Heading
from ingest.item_words import (
    CONTINUED,
)

# Headings so close have no text between them.
CLOSE = 2
LIST_GAP = 4


def in_order(headings: Sequence[Heading]) -> list[Heading]:
    """Return the longest run of *headings* whose numbers rise; strays and references fall out.

    Numbers that begin anew at 1 begin a new run: a file may hold two meetings.
    """
    runs: list[list[Heading]] = [[]]
    for heading in headings:
        if heading.key == (1,) and len(runs[-1]) > CLOSE:
            runs.append([])
        runs[-1].append(heading)
    return [heading for run in runs for heading in _longest_rise(run)]


def _longest_rise(headings: Sequence[Heading]) -> list[Heading]:
    tails: list[tuple[int, ...]] = []
    at: list[int] = []
    previous: list[int] = []
    for position, heading in enumerate(headings):
        place = bisect_left(tails, heading.key)
        previous.append(at[place - 1] if place else -1)
        tails[place : place + 1] = [heading.key]
        at[place : place + 1] = [position]
    rise = []
    position = at[-1] if at else -1
    while position >= 0:
        rise.append(headings[position])
        position = previous[position]
    return rise[::-1]


def without_contents(headings: list[Heading]) -> list[Heading]:
    """Leave out a table of contents, and the repeated headings of an item that goes on."""
    last_of = {heading.key: position for position, heading in enumerate(headings)}
    first_of: dict[tuple[int, ...], Heading] = {}
    kept = []
    for position, heading in enumerate(headings):
        near = headings[max(position - 1, 0) : position] + headings[position + 1 : position + 2]
        close = any(abs(other.first - heading.first) <= CLOSE for other in near)
        later = headings[last_of[heading.key]]
        if close and later is not heading and _alike(heading.title, later.title):
            continue
        known = first_of.setdefault(heading.key, heading)
        if known is heading or not _goes_on_from(heading.title, known.title):
            kept.append(heading)
    return kept


def _alike(one: str, other: str) -> bool:
    shortest = min(len(one), len(other), 12)
    return one[:shortest].lower() == other[:shortest].lower()


def _goes_on_from(title: str, known: str) -> bool:
    lowered = title.lower()
    return not title or lowered == known.lower() or lowered.strip("(). ").startswith(CONTINUED)


def without_lists(headings: list[Heading]) -> list[Heading]:
    """Leave out numbered lists: they begin anew at 1 after the agenda has begun."""
    kept: list[Heading] = []
    begun = False
    in_list: Heading | None = None
    for heading in headings:
        if heading.key == (1,) and begun:
            in_list = heading
            continue
        if in_list and heading.key == (in_list.key[0] + 1,):
            if heading.first - in_list.last <= LIST_GAP:
                in_list = heading
                continue
            in_list = None
        begun = begun or heading.key == (1,)
        kept.append(heading)
    return kept
