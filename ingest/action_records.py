"""Find what is to be done in lines that name its parts: `Åtgärd: …`, `Ansvarig: …`, `Klart: …`."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ingest.action_tables import TaskTable, make_action
from ingest.item_words import ACTION_COLUMNS
from ingest.lines import Line
from ingest.owners import is_owner
from ingest.phrases import either
from rag.span import Span

# More is a paragraph, whose last sentence may be what somebody is responsible for.
LONGEST_TASK = 240
MOST_LINES = 4
"""That a task goes on over, above the line that says who."""
EDGES = " .,;:*_()[]|–—-"
NUMBER = re.compile(r"\d{1,3}[.)]\s+")
_NAMES = either(name for name, kind in ACTION_COLUMNS.items() if kind != "number")
# "Ansvarig: Eva Ek. Klart: 3 maj" · "**Ansvarig:** Eva"
LABEL = re.compile(
    rf"(?:^|[\s.,;(|/–-])(?P<label>{_NAMES})(?:\(a\))?\s?(?::\*{{0,2}}|\*\*:)\s*", re.IGNORECASE
)


class _Parts(NamedTuple):
    """What a line says before its first label, and after each."""

    before: str
    told: Mapping[str, str]


def find_task_records(lines: Sequence[Line], *, names: frozenset[str]) -> list[TaskTable]:
    r"""Return the tasks whose owner is told on a line of its own, or after a label.

    >>> from ingest.lines import split_lines
    >>> said = split_lines("Åtgärd: Se över taxan.\nAnsvarig: Eva Ek\nKlart: 3 maj")
    >>> [(a.who, a.due) for r in find_task_records(said, names=frozenset()) for a in r.actions]
    [('Eva Ek', '3 maj')]
    """
    parts = [_parts(line) for line in lines]
    found = []
    position = 0
    while position < len(lines):
        who = parts[position].told.get("who")
        record = _record(lines, parts, position) if who and is_owner(who, names) else None
        position = record[1] if record else position + 1
        if record:
            found.append(record[0])
    return found


def _parts(line: Line) -> _Parts:
    words = line.words[: LONGEST_TASK * 2]
    matches = list(LABEL.finditer(words)) if ":" in words else []
    if not matches:
        return _Parts(words, {})
    ends = [*(match.start() for match in matches[1:]), len(words)]
    told: dict[str, str] = {}
    for match, end in zip(matches, ends, strict=True):
        kind = ACTION_COLUMNS[" ".join(match["label"].lower().split())]
        told.setdefault(kind, words[match.end() : end].strip(EDGES))
    return _Parts(words[: matches[0].start()].strip(EDGES), told)


def _record(
    lines: Sequence[Line], parts: Sequence[_Parts], position: int
) -> tuple[TaskTable, int] | None:
    """Return the task around the line at *position*, which says who, and where it ends."""
    told = dict(parts[position].told)
    first = position
    if not parts[position].before and not told.get("what"):
        first = _task_above(lines, parts, position)
        for above in parts[first:position]:
            told = {**above.told, **told}
        if first == position:
            return None
    end = position + 1
    while end < len(lines) and _goes_on(parts[end], told):
        told |= parts[end].told
        end += 1
    number = NUMBER.match(lines[first].words)
    start = lines[first].words_start + (number.end() if number else 0)
    span = Span(start, lines[end - 1].end)
    return TaskTable(span, (make_action(told, span),)), end


def _goes_on(parts: _Parts, told: Mapping[str, str]) -> bool:
    """Tell whether a line says more of the same task: `Klart: 3 maj` below `Ansvarig: Eva`."""
    return (
        bool(parts.told)
        and not parts.before
        and not ("what" in parts.told or parts.told.keys() & told.keys())
    )


def _task_above(lines: Sequence[Line], parts: Sequence[_Parts], position: int) -> int:
    """Return the first line of the task that stands right above *position*; else *position*."""
    first = position - 1
    highest = max(0, position - MOST_LINES)
    while first >= highest and parts[first].told and not parts[first].before:
        if parts[first].told.get("what"):
            return first
        first -= 1  # "Klart: 3 maj" above "Ansvarig: Eva"
    last = first
    while (
        first > max(0, last - MOST_LINES)
        and lines[first].words[:1].islower()
        and not lines[first].bullet
        and not lines[first].after_blank
    ):
        first -= 1
    if first < 0 or lines[first].hashes or len(lines[first].words) > LONGEST_TASK:
        return position
    return position if lines[last + 1].after_blank or lines[last].row else first
