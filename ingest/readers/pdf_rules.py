"""Find the tables that are ruled on a PDF page, and read their rows cell by cell."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from ingest.readers.pdf_lines import Cell, Line

# In points. A rule is thinner, and longer; ends that are nearer than this meet.
THICKEST = 2.5
SHORTEST = 8.0
NEAR = 3.0
# White space within a cell, both margins together.
MARGINS = 12.0

# A page with more is a drawing, a map or a diagram.
MOST_RULES = 1_000

# PDFium's own mark where it has put a divided word together.
DIVIDED = re.compile(r"[\x02\ufffe](?=[a-zåäö])")

# How many points a rectangle has that is drawn as a path.
RECTANGLE = range(4, 7)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line on the page: where it stands across its direction, and from where to where it goes."""

    at: float
    start: float
    end: float

    def crosses(self, other: "Rule") -> bool:
        """Tell whether it meets a rule in the other direction."""
        return (
            other.start - NEAR <= self.at <= other.end + NEAR
            and self.start - NEAR <= other.at <= self.end + NEAR
        )

    def spans(self, place: float) -> bool:
        """Tell whether it goes past *place*."""
        return self.start - NEAR < place < self.end + NEAR


@dataclass(frozen=True, slots=True)
class Table:
    """Rules that meet."""

    heights: tuple[float, ...]
    """Where the rules across stand, from the top."""
    down: tuple[Rule, ...]
    """From the left."""

    def row_at(self, height: float, left: float) -> int | None:
        """Return the number of the row with what stands at that place, or `None` outside."""
        if not self.down[0].at - NEAR < left < self.down[-1].at + NEAR:
            return None
        for number, (upper, lower) in enumerate(pairwise(self.heights)):
            if lower - NEAR < height < upper:
                return number
        return None

    def edges(self, height: float) -> list[float]:
        """Return where the cells begin and end at *height*; a wide cell has no rule in it."""
        return _apart(rule.at for rule in self.down if rule.spans(height))


def find_tables(page: Any) -> list[Table]:
    """Return the ruled tables on the page, those with two rows and two columns at least."""
    across, down = _rules(page)
    if len(across) + len(down) > MOST_RULES:
        return []
    tables: list[Table] = []
    while down:
        group, rest = [down[0]], down[1:]
        met: list[Rule] = []
        grown = True
        while grown:
            met = [rule for rule in across if any(rule.crosses(other) for other in group)]
            more = [rule for rule in rest if any(rule.crosses(other) for other in met)]
            grown = bool(more)
            group += more
            rest = [rule for rule in rest if rule not in more]
        down = rest
        heights = _apart(rule.at for rule in met)
        if len(heights) > 2 and len(_apart(rule.at for rule in group)) > 2:  # noqa: PLR2004 - around two cells
            tables.append(Table(tuple(heights[::-1]), tuple(sorted(group, key=lambda r: r.at))))
    return tables


def read_rows(lines: Sequence[Line], tables: Sequence[Table]) -> list[Line]:
    """Return *lines*, those of each table's row made one with a cell for every column."""
    if not tables:
        return list(lines)
    places = [(_place(line, tables), line) for line in lines]
    return [
        line
        for place, group in groupby(places, key=lambda placed: placed[0])
        for line in _row([line for _, line in group], tables, place)
    ]


def _place(line: Line, tables: Sequence[Table]) -> tuple[int, int] | None:
    """Return the numbers of the table and the row in which *line* stands."""
    for number, table in enumerate(tables):
        row = table.row_at(line.first, line.cells[0].left)
        if row is not None:
            return number, row
    return None


def _row(lines: list[Line], tables: Sequence[Table], place: tuple[int, int] | None) -> list[Line]:
    """Return one line for a table's row; all *lines* if a cell holds a list rather than words."""
    if place is None:
        return lines
    columns = list(pairwise(tables[place[0]].edges(lines[0].first)))
    filled: list[list[Cell]] = [[] for _ in columns]
    for cell in (cell for line in lines for cell in line.cells):
        middle = (cell.left + cell.right) / 2
        found = next(
            (n for n, (left, right) in enumerate(columns) if left <= middle <= right), None
        )
        if found is None:
            return lines
        filled[found].append(cell)
    for (_, right), cells in zip(columns, filled, strict=True):
        if not all(_goes_on(cell, following, right) for cell, following in pairwise(cells)):
            return lines
    while filled and not filled[-1]:
        filled.pop()
        columns.pop()
    merged = tuple(
        Cell(_joined(cell.text for cell in cells), left, right)
        for (left, right), cells in zip(columns, filled, strict=True)
    )
    return [Line(merged, lines[0].first, min(line.last for line in lines))] if merged else lines


def _goes_on(cell: Cell, following: Cell, edge: float) -> bool:
    """Tell whether a line was broken because the next word had no room before the cell's edge."""
    word = following.text.split(maxsplit=1)[0] if following.text else ""
    width = (following.right - following.left) / max(len(following.text), 1) * (len(word) + 1)
    return edge - cell.right < width + MARGINS


def _joined(texts: Iterable[str]) -> str:
    """Return the lines of a cell as one, divided words put together."""
    whole = ""
    for text in texts:
        if whole.endswith("-") and text[:1].islower():
            whole = whole[:-1] + text
        else:
            whole = f"{whole} {text}".strip()
    return DIVIDED.sub("", whole)


def _apart(places: Iterable[float]) -> list[float]:
    """Return *places* in order, of those that are near each other the first."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > NEAR:
            kept.append(place)
    return kept


def _rules(page: Any) -> tuple[list[Rule], list[Rule]]:
    """Return the rules across and down the page: thin paths, and the edges of rectangles."""
    from pypdfium2 import raw

    across: list[Rule] = []
    down: list[Rule] = []
    for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=2):
        left, bottom, right, top = path.get_bounds()
        wide, high = right - left, top - bottom
        if high <= THICKEST and wide >= SHORTEST:
            across.append(Rule((bottom + top) / 2, left, right))
        elif wide <= THICKEST and high >= SHORTEST:
            down.append(Rule((left + right) / 2, bottom, top))
        elif min(wide, high) >= SHORTEST and raw.FPDFPath_CountSegments(path) in RECTANGLE:
            across += (Rule(bottom, left, right), Rule(top, left, right))
            down += (Rule(left, bottom, top), Rule(right, bottom, top))
        if len(across) + len(down) > MOST_RULES:
            break
    return across, down
