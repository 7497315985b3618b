"""Count the votes of a table whose rows are names and whose columns are Ja, Nej and Avstår."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ingest.lines import Line
from ingest.patterns import CHECKED
from ingest.statement_words import SUM_WORDS, VOTE_COLUMNS
from ingest.votes import Counts, to_vote
from rag.items import Vote
from rag.span import Span

LONGEST_ROW = 240
# Lines of the next page's head that may stand between two rows.
MOST_BETWEEN = 4
CELL = re.compile(r"\s*\|\s*")
WORD = re.compile(r"\S+")
# Before the votes: number, name, party, whom somebody stands in for
MOST_NAME_CELLS = 4
EDGES = " .:*_"
# A cell without a mark: where one is printed, none are lost.
EMPTY = re.compile(r"\|\s*\|")


class _Cell(NamedTuple):
    """What a cell says, and where: its number in a ruled row, or its column of characters."""

    said: str
    place: int


class _Table(NamedTuple):
    """The columns of a table's head by their places."""

    columns: dict[int, str]
    ruled: bool
    bars: int
    """How many bars part the cells of the head."""


def find_vote_tables(text: str, lines: Sequence[Line]) -> tuple[Vote, ...]:
    """Return the votes of the tables in *lines*; one may go on across a page's end."""
    votes = []
    position = 0
    while position < len(lines):
        table = _head(text, lines[position])
        if table is None:
            position += 1
            continue
        counts, last = _read(text, lines, position, table)
        if counts is not None:
            votes.append(to_vote(Span(lines[position].start, lines[last].end), counts))
        position = last + 1
    return tuple(votes)


def _head(text: str, line: Line) -> _Table | None:
    """Return the table that *line* heads: `Ledamot | Ja | Nej | Avstår`."""
    if "nej" not in line.words[:LONGEST_ROW].lower():
        return None
    ruled = "|" in line.words
    cells = _cells(text, line, ruled=ruled)
    columns = {
        cell.place: VOTE_COLUMNS[cell.said.lower()]
        for cell in cells
        if cell.said.lower() in VOTE_COLUMNS
    }
    last = [cell.place for cell in cells if cell.said][-len(columns) :]
    if not {"yes", "no"} <= set(columns.values()) or last != list(columns):
        return None
    return (
        _Table(columns, ruled, line.words.count("|"))
        if len(cells) - len(columns) <= MOST_NAME_CELLS
        else None
    )


def _read(text: str, lines: Sequence[Line], first: int, table: _Table) -> tuple[Counts | None, int]:
    """Return the counts of the table that *lines[first]* heads, and its last line."""
    tally = dict.fromkeys(table.columns.values(), 0)
    last, sure, kept = first, True, True
    for position in range(first + 1, len(lines)):
        line = lines[position]
        said = None if _head(text, line) else _row(text, line, table)
        if isinstance(said, Counts):
            return said, position
        if position - last > MOST_BETWEEN:
            break
        if said is None:
            continue
        # The empty cells before a mark are lost on a page whose columns have no head.
        apart = line.after_blank or (position - last > 1 and not _head(text, lines[position - 1]))
        if apart:
            sure, kept = sure and kept, not table.ruled
        kept = kept or EMPTY.search(line.words) is not None or line.words.count("|") == table.bars
        last = position
        tally[said] += 1
    # All marks in one column: perhaps the empty cells before them were lost.
    told = sum(map(bool, tally.values())) > 1 or not table.ruled
    sure = sure and kept
    return Counts(**tally) if sure and told and any(tally.values()) else None, last


def _row(text: str, line: Line, table: _Table) -> str | Counts | None:
    """Return the column that a row has its mark in, or the sums that it gives."""
    if len(line.words) > LONGEST_ROW or (table.ruled and "|" not in line.words):
        return None
    cells = _cells(text, line, ruled=table.ruled)
    numbers = [cell for cell in cells if cell.said.isdigit()]
    only = len(numbers) == len(cells)
    if numbers and (only or cells[0].said.lower() in SUM_WORDS):
        return _sums(numbers, table)
    words = [cell.said.lower() for cell in cells[1:]]
    named = [VOTE_COLUMNS[word] for word in words if word in VOTE_COLUMNS]
    if named:
        return named[0] if named[0] in table.columns.values() else None
    marks = [cell for cell in cells[1:] if CHECKED.match(cell.said)]
    return _column(marks[0], table) if len(marks) == 1 else None


def _column(cell: _Cell, table: _Table) -> str | None:
    if table.ruled:
        return table.columns.get(cell.place)
    nearest = min(table.columns, key=lambda place: abs(place - cell.place))
    return table.columns[nearest]


def _sums(numbers: Sequence[_Cell], table: _Table) -> Counts | None:
    """Return what a row of sums says, one number a column."""
    if len(numbers) != len(table.columns):
        return None
    columns = [table.columns[place] for place in sorted(table.columns)]
    return Counts(**{name: int(n.said) for name, n in zip(columns, numbers, strict=True)})


def _cells(text: str, line: Line, *, ruled: bool) -> list[_Cell]:
    if ruled:
        cells = CELL.split(line.words[:LONGEST_ROW])
        return [_Cell(said.strip(EDGES), place) for place, said in enumerate(cells)]
    printed = text[line.start : min(line.end, line.start + LONGEST_ROW)]
    return [
        _Cell(word.group().strip(EDGES), word.start() + line.indent)
        for word in WORD.finditer(printed)
    ]
