"""Find what is to be done in a table whose columns are what, who and by when."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ingest.columns import Columns, read_columns, stacked_columns
from ingest.deadlines import find_deadline, find_time, is_time
from ingest.item_words import STATES
from ingest.lines import Line
from ingest.owners import is_owner
from ingest.table_cells import cells_of, is_rule, plain
from rag.items import Action
from rag.span import Span

# A table with the hours of the day is an agenda: "09.30 | Budget | Eva Ek"
CLOCK = re.compile(r"(?:kl\.?\s?)?\d{1,2}[.:]\d\d(?:\s?[–-]\s?\d{1,2}[.:]\d\d)?")
NUMBER = re.compile(r"(?:nr\.?\s?|p\.?\s?)?\d{1,3}(?:\.\d{1,2})?\.?")
NOBODY = frozenset({"", "-", "–", "—", "?", "vakant", "ingen", "n/a"})
MOST_LINES = 12
"""Of one cell, when each stands as a paragraph of its own."""


class TaskTable(NamedTuple):
    """A table of things to do, and where it stands."""

    span: Span
    actions: tuple[Action, ...]


class _Cell(NamedTuple):
    """What a cell says, and where its line or paragraph stands."""

    words: str
    span: Span


def find_task_tables(lines: Sequence[Line], *, names: frozenset[str]) -> list[TaskTable]:
    r"""Return the tables in *lines* that say what is to be done; *names* as `Known.names`.

    >>> from ingest.lines import split_lines
    >>> table = split_lines("Vad | Vem | När\nBoka sal | Eva | 3 maj")
    >>> [(a.who, a.due) for one in find_task_tables(table, names=frozenset()) for a in one.actions]
    [('Eva', '3 maj')]
    """
    tables = []
    position = 0
    while position < len(lines):
        columns = read_columns(lines[position]) or stacked_columns(lines, position)
        if not columns:
            position += 1
            continue
        first = position
        reading = _Reading(columns, names)
        position = reading.read(lines, first + columns.lines)
        span = Span(lines[first].start, lines[position - 1].end)
        tables.append(TaskTable(span, tuple(reading.actions)))
    return tables


class _Reading:
    """Read the rows of one table, whole or fallen apart into their cells."""

    def __init__(self, columns: Columns, names: frozenset[str]) -> None:
        self.actions: list[Action] = []
        self._columns = columns
        self._names = names
        self._cells: dict[str, str] = {}
        self._span: Span | None = None
        self._next = 0

    def read(self, lines: Sequence[Line], position: int) -> int:
        """Read the rows from *position* on, and return where the table has ended."""
        ended = position
        while position < len(lines):
            line = lines[position]
            if line.hashes or read_columns(line):
                break
            cells = cells_of(line)
            if is_rule(line):
                position += 1
            elif len(cells) == len(self._columns.kinds):
                self._flush()
                self._whole(cells, line)
                position += 1
            elif len(cells) > 1:
                if not self._take(_Cell(cell, Span(line.words_start, line.end)) for cell in cells):
                    break
                position += 1
            elif self.actions and not self._span and _goes_on(line, lines[position - 1]):
                self.actions[-1] = _longer(self.actions[-1], line.end)
                position += 1
            else:
                last = _block_end(lines, position, by_line=self._columns.lines > 1)
                words = " ".join(one.words for one in lines[position:last])
                span = Span(line.words_start, lines[last - 1].end)
                if line.bullet or not self._take([_Cell(words, span)]):
                    break
                position = last
            ended = position if not self._span or self._tells() else ended
        self._flush()
        return ended

    def _whole(self, cells: Sequence[str], line: Line) -> None:
        """Read a row that has all its cells."""
        self._span = Span(line.words_start, line.end)
        for kind, cell in zip(self._columns.kinds, cells, strict=True):
            self._cells.setdefault(kind, cell)
        self._flush(whole=True)

    def _take(self, cells: Iterable[_Cell]) -> bool:
        """Put *cells* under the columns that they fit; `False` when the table is at its end."""
        for cell in cells:
            if not cell.words:
                continue
            column = self._column(cell.words)
            if column is None:
                if self._span and not self._flush():
                    return False
                column = self._column(cell.words)
            if column is None:
                return False
            self._cells[self._columns.kinds[column]] = cell.words
            self._next = column + 1
            start = self._span.start if self._span else cell.span.start
            self._span = Span(start, cell.span.end)
        return True

    def _column(self, words: str) -> int | None:
        kinds = self._columns.kinds
        return next((n for n in range(self._next, len(kinds)) if self._fits(words, kinds[n])), None)

    def _fits(self, words: str, kind: str) -> bool:
        if kind == "what":
            return not is_time(words) and not NUMBER.fullmatch(words)
        if kind in {"who", "who due"}:
            return is_owner(words, self._names)
        if kind == "due":
            return is_time(words)
        if kind == "done":
            return plain(words) in STATES
        return kind == "number" and NUMBER.fullmatch(words) is not None

    def _tells(self) -> bool:
        """Tell whether what stands under the columns says who or when."""
        return any(self._cells.get(kind) for kind in ("who", "who due", "due", "done"))

    def _flush(self, *, whole: bool = False) -> bool:
        """Add the row that has been read, if it is one; a part of one has to say who or when."""
        told, what = self._tells(), self._cells.get("what", "")
        is_row = bool(self._span and what and (told or (whole and " " in what)))
        if self._span and is_row and not CLOCK.fullmatch(self._cells.get("due", "")):
            self.actions.append(make_action(self._cells, self._span))
        self._cells, self._span, self._next = {}, None, 0
        return is_row


def make_action(cells: Mapping[str, str], span: Span) -> Action:
    """Return the task at *span* of what its *cells* say, by the kind of column."""
    who, due = cells.get("who", ""), cells.get("due", "")
    both = cells.get("who due", "")
    if both:
        due = due or find_deadline(both) or find_time(both) or ""
        who = who or both.replace(due, "").strip(" ,;:()–-")
    who = "" if plain(who) in NOBODY else who
    due = "" if plain(due) in NOBODY else due
    return Action(span=span, who=" ".join(who.split()) or None, due=" ".join(due.split()) or None)


def _goes_on(line: Line, above: Line) -> bool:
    """Tell whether *line* is the rest of the row above: `… med | Eva | 3 maj ⏎ leverantören`."""
    return not (line.after_blank or line.bullet) and above.row and line.words[:1].islower()


def _longer(action: Action, end: int) -> Action:
    return Action(span=Span(action.span.start, end), who=action.who, due=action.due)


def _block_end(lines: Sequence[Line], position: int, *, by_line: bool) -> int:
    """Return where the paragraph that begins at *position* ends, which one cell may be."""
    end = position + 1
    while not by_line and end < min(len(lines), position + MOST_LINES):
        line = lines[end]
        if line.after_blank or line.hashes or line.bullet or len(cells_of(line)) > 1:
            break
        end += 1
    return end


def table_actions(tables: Iterable[TaskTable]) -> Iterator[Action]:
    """Yield the actions of *tables*."""
    for table in tables:
        yield from table.actions
