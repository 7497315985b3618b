"""Tell which columns a table of things to do has, from its head."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ingest.item_words import ACTION_COLUMNS, COLUMN_WORDS, SURE_COLUMNS
from ingest.lines import Line
from ingest.table_cells import cells_of, name_cells, plain

MOST_COLUMNS = 8
FEWEST_BARE = 3
"""Columns of a head that nothing sets apart."""
LONGEST_NAME = 40
WORD = re.compile(r"[^\W\d]+")
SIGN = re.compile(r"[.!;]\s|,\s")


class Columns(NamedTuple):
    """What the columns of a table hold, in order, and how many lines its head has."""

    kinds: tuple[str, ...]
    lines: int = 1


def read_columns(line: Line) -> Columns | None:
    """Return the columns when *line* heads a table of things to do.

    >>> from ingest.lines import split_lines
    >>> read_columns(split_lines("Nr | Moment | Ansvarig | Klart")[0]).kinds
    ('number', 'what', 'who', 'due')
    """
    cells = cells_of(line)
    if len(cells) == 1:
        cells = name_cells(line.words, ACTION_COLUMNS)
        if len(cells) < FEWEST_BARE:
            return None
    return _columns(cells)


def stacked_columns(lines: Sequence[Line], position: int) -> Columns | None:
    r"""Return the columns when each line from *position* on is the name of one.

    >>> from ingest.lines import split_lines
    >>> stacked_columns(split_lines("Vad\nVem\nNär\nBoka sal"), 0)
    Columns(kinds=('what', 'who', 'due'), lines=3)
    """
    names: list[str] = []
    for line in lines[position : position + MOST_COLUMNS]:
        if len(line.words) > LONGEST_NAME or plain(line.words) not in ACTION_COLUMNS:
            break
        names.append(line.words)
    columns = _columns(names) if len(names) >= FEWEST_BARE else None
    return columns._replace(lines=len(names)) if columns else None


def _columns(cells: Sequence[str]) -> Columns | None:
    if not 1 < len(cells) <= MOST_COLUMNS or any(SIGN.search(cell) for cell in cells):
        return None
    kinds = [_kind(cell) for cell in cells]
    sure = any(plain(cell) in SURE_COLUMNS for cell in cells)
    has_who = "who" in kinds or "who due" in kinds
    if "what" not in kinds and "other" in kinds and has_who and sure:
        kinds[kinds.index("other")] = "what"
    told = has_who or (sure and "due" in kinds)
    return Columns(tuple(kinds)) if "what" in kinds and told else None


def _kind(cell: str) -> str:
    """Return what a column holds, by its whole name or by a word of it."""
    said = plain(cell)
    if said in ACTION_COLUMNS:
        return ACTION_COLUMNS[said]
    if len(said) > LONGEST_NAME:
        return "other"
    found = {COLUMN_WORDS.get(word) for word in WORD.findall(said)} - {None}
    if {"who", "due"} <= found:
        return "who due"
    return next((kind for kind in ("who", "what", "due", "done") if kind in found), "other")
