"""Find what is to be done in a table whose columns are what, who and by when."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.item_words import ACTION_COLUMNS, DONE_WORDS
from ingest.lines import Line
from rag.items import Action
from rag.span import Span

LONGEST_ROW = 1000
CELL = re.compile(r"\s*\|\s*")
RULE = re.compile(r"[\s|:–—-]*$")
EDGES = " .:*_?"
MOST_COLUMNS = 8


class _Row(NamedTuple):
    """What a row says in its columns."""

    what: str = ""
    who: str = ""
    due: str = ""
    done: str = ""


def find_table_actions(lines: Sequence[Line]) -> tuple[Action, ...]:
    r"""Return what the rows of the tables in *lines* say is to be done.

    >>> from ingest.lines import split_lines
    >>> table = "Vad | Vem | När\nBoka sal | Eva | 3 maj"
    >>> [(a.who, a.due) for a in find_table_actions(split_lines(table))]
    [('Eva', '3 maj')]
    """
    return tuple(_actions(lines))


def _actions(lines: Sequence[Line]) -> Iterator[Action]:
    columns: tuple[str, ...] = ()
    for line in lines:
        if not line.row:
            columns = ()
            continue
        heads = _columns(line)
        if heads or not columns:
            columns = heads
            continue
        row = _row(line, columns)
        if row.what and row.done.lower().strip(EDGES) not in DONE_WORDS:
            span = Span(line.words_start, line.end)
            yield Action(span=span, who=row.who or None, due=row.due or None)


def _columns(line: Line) -> tuple[str, ...]:
    """Return what the columns hold when *line* heads such a table; empty when it does not."""
    cells = [cell.lower().strip(EDGES) for cell in _cells(line)]
    columns = tuple(ACTION_COLUMNS.get(cell, "") for cell in cells)
    known = {"what", "who"} <= set(columns) and all(
        column or not cell for column, cell in zip(columns, cells, strict=True)
    )
    return columns if known and len(columns) <= MOST_COLUMNS else ()


def _row(line: Line, columns: Sequence[str]) -> _Row:
    if RULE.match(line.words):
        return _Row()
    said: dict[str, str] = {}
    for column, cell in zip(columns, _cells(line), strict=False):
        if column in _Row._fields:
            said.setdefault(column, cell.strip("* _"))
    return _Row(**said)


def _cells(line: Line) -> list[str]:
    return CELL.split(line.words[:LONGEST_ROW].removesuffix("|").strip())
