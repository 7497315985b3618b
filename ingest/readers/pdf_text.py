"""Turn the characters of a PDF page into lines, columns and paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double
from dataclasses import dataclass, replace
from itertools import pairwise
from sys import maxunicode
from typing import Any

from ingest.decode import REPLACEMENT
from ingest.readers.layout import CELL, is_mark

# What PDFium writes for a hyphen at the end of a line that it has joined to the next.
HYPHEN_MARK = re.compile(r"[\x02\ufffe]")
# A PDF draws the hyphens it has; only at the end of a line does a soft one divide a word.
HARD_SOFT_HYPHEN = re.compile(r"\xad(?!\s*$)", re.MULTILINE)

LINE = re.compile(r"[^\s](?:[^\r\n]*[^\s])?")
WORD = re.compile(r"[^ ]+")

# A gap wider than two lines are high parts columns; in justified text, and after list marks, the
# widest seen is 1.7.
COLUMN_GAP = 2.0
# Lines further apart than most, by this factor, belong to different paragraphs.
PARAGRAPH_GAP = 1.3

# Points by which the heights of one line's characters differ at most.
SAME_HEIGHT = 1.0
# In a justified line all gaps are as wide, but for rounding.
EVEN = 1.15


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one column of a line, and where, in points from the left."""

    text: str
    left: float
    right: float

    def is_under(self, column: "Cell") -> bool:
        """Tell whether it stands under the words of *column*."""
        return self.left < column.right and column.left < self.right


@dataclass(frozen=True, slots=True)
class Line:
    """A line, and the heights on the page at which it begins and ends, in points from below."""

    cells: tuple[Cell, ...]
    first: float
    last: float

    @property
    def text(self) -> str:
        """The line with its columns marked."""
        return CELL.join(cell.text for cell in self.cells)


def page_text(textpage: Any) -> str:
    """Return the page's lines in the order in which the PDF draws them.

    Wide gaps within a line become ` | `, wide gaps between lines a blank line.
    """
    lines = align(rows(list(_lines(textpage))))
    heights = [before.last - after.first for before, after in pairwise(lines)]
    usual = _usual(heights)
    parts = [line.text for line in lines[:1]]
    for height, (before, line) in zip(heights, pairwise(lines), strict=True):
        apart = height > PARAGRAPH_GAP * usual or height < -usual
        table = len(before.cells) > 1 and len(line.cells) > 1
        parts += ("\n\n" if apart and not table else "\n", line.text)
    text = HYPHEN_MARK.sub("-\n", "".join(parts))
    return HARD_SOFT_HYPHEN.sub("-", _whole_characters(text))


def _whole_characters(text: str) -> str:
    """Return *text* with the two halves that PDFium makes of an emoji put together."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")


def rows(lines: Sequence[Line]) -> list[Line]:
    """Join the lines that PDFium has parted although one goes on where the other ends.

    >>> name, vote = (Cell("Eva Ek", 0, 35), Cell("X", 235, 240))
    >>> [line.text for line in rows([Line((name,), 9, 9), Line((vote,), 9, 9)])]
    ['Eva Ek | X']
    """
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if (
            before is not None
            and abs(before.last - line.first) < SAME_HEIGHT
            and before.cells[-1].right < line.cells[0].left
        ):
            joined[-1] = Line(_beside(before.cells, line.cells), before.first, line.last)
        else:
            joined.append(line)
    return joined


def _beside(cells: tuple[Cell, ...], others: tuple[Cell, ...]) -> tuple[Cell, ...]:
    if len(cells) > 1 or not is_mark(cells[0].text):
        return cells + others
    text = f"{cells[0].text} {others[0].text}"
    return (Cell(text, cells[0].left, others[0].right), *others[1:])


def align(lines: Sequence[Line]) -> list[Line]:
    """Put the cells of each row under those of the fuller row above, empty cells between them.

    Without it nobody could tell how the second member voted:

    >>> head = Line((Cell("Ledamot", 0, 40), Cell("Ja", 100, 110), Cell("Nej", 130, 145)), 9, 9)
    >>> vote = Line((Cell("Eva Ek", 0, 35), Cell("X", 135, 140)), 8, 8)
    >>> align([head, vote])[1].text
    'Eva Ek |  | X'
    """
    aligned: list[Line] = []
    columns: tuple[Cell, ...] = ()
    for line in lines:
        if len(line.cells) == 1 or len(line.cells) >= len(columns):
            columns = line.cells
            aligned.append(line)
        else:
            aligned.append(replace(line, cells=_placed(line.cells, columns)))
    return aligned


def _placed(cells: tuple[Cell, ...], columns: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Return *cells* with an empty cell for each column that they leave out before the last.

    A cell under no column, or under two, could be put in the wrong one: then all stay as they are.
    """
    at: dict[int, Cell] = {}
    for cell in cells:
        places = [n for n, column in enumerate(columns) if cell.is_under(column)]
        if len(places) != 1 or places[0] <= max(at, default=-1):
            return cells
        at[places[0]] = cell
    empty = Cell("", 0, 0)
    return tuple(at.get(n, empty) for n in range(max(at) + 1))


def _usual(heights: Sequence[float]) -> float:
    """Return the distance from line to line that is most common, to the half point."""
    rounded = Counter(round(2 * height) / 2 for height in heights if height > 1)
    return max(rounded, key=lambda height: (rounded[height], -height), default=0.0)


def _lines(textpage: Any) -> Iterator[Line]:
    from pypdfium2 import raw

    left, bottom, right, top = textpage.page.get_bbox()
    codes = [raw.FPDFText_GetUnicode(textpage, i) for i in range(textpage.count_chars())]
    text = "".join(chr(code) if code <= maxunicode else REPLACEMENT for code in codes)
    for match in LINE.finditer(text):
        start, end = match.span()
        (x, first), (_, last) = _origin(textpage, start), _origin(textpage, end - 1)
        if left <= x <= right and bottom <= first <= top:  # the rest is cut off and not visible
            yield Line(tuple(_cells(textpage, text, start, end)), first, last)


def _cells(textpage: Any, text: str, start: int, end: int) -> Iterator[Cell]:
    """Yield the columns of the line from *start* to *end*."""
    words = list(WORD.finditer(text, start, end))
    wide = _wide_gaps(textpage, words)
    begun = 0
    for n, word in enumerate(words):
        cell = text[words[begun].start() : word.end()]
        if n not in wide and n < len(words) - 1:
            continue
        if begun == 0 and n in wide and is_mark(cell):
            continue
        left = _box(textpage, words[begun].start()).left
        yield Cell(" ".join(cell.split()), left, _box(textpage, word.end() - 1).right)
        begun = n + 1


def _wide_gaps(textpage: Any, words: Sequence[re.Match[str]]) -> set[int]:
    """Return the numbers of the words that a gap between columns follows."""
    gaps = []
    for word, following in pairwise(words):
        before, after = _box(textpage, word.end() - 1), _box(textpage, following.start())
        gaps.append((after.left - before.right) / max(before.top - before.bottom, 1.0))
    if len(gaps) > 1 and max(gaps) < EVEN * min(gaps):
        return set()
    return {n for n, gap in enumerate(gaps) if gap > COLUMN_GAP}


def _origin(textpage: Any, index: int) -> tuple[float, float]:
    """Return the point on the base line where a character begins."""
    from pypdfium2 import raw

    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(textpage, index, byref(x), byref(y))
    return x.value, y.value


def _box(textpage: Any, index: int) -> Any:
    """Return the box of a character, as wide as its advance and as high as its font."""
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(textpage, index, byref(box))
    return box
