"""Turn the characters of a PDF page into lines, columns and paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double
from dataclasses import replace
from itertools import pairwise
from sys import maxunicode
from typing import Any

from ingest.decode import REPLACEMENT
from ingest.readers.layout import is_mark
from ingest.readers.pdf_lines import Cell, Line
from ingest.readers.pdf_rules import Table, read_rows

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
# By so many points a letter may stand over the rule beside it.
ROUNDING = 1.0


def page_text(textpage: Any, tables: Sequence[Table] = ()) -> str:
    """Return the page's lines in the order in which the PDF draws them.

    Wide gaps within a line become ` | `, wide gaps between lines a blank line; a row of one of
    the ruled *tables* is one line.
    """
    lines = align(read_rows(rows(list(_lines(textpage, tables))), tables))
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


class _Glyphs:
    """The characters of a page, and where they stand."""

    def __init__(self, textpage: Any) -> None:
        from pypdfium2 import raw

        self._raw = raw
        self._page = textpage.raw
        self._box = raw.FS_RECTF()
        self.text = self._text(textpage)

    def _text(self, textpage: Any) -> str:
        """Return one character for each that PDFium counts."""
        count = textpage.count_chars()
        text: str = textpage.get_text_range() if count else ""
        if len(text) == count:
            return text
        # Some have no character, and an emoji has two: one by one, which takes longer.
        codes = [self._raw.FPDFText_GetUnicode(self._page, i) for i in range(count)]
        return "".join(chr(code) if code <= maxunicode else REPLACEMENT for code in codes)

    def origin(self, index: int) -> tuple[float, float]:
        """Return the point on the base line where a character begins."""
        x, y = c_double(), c_double()
        self._raw.FPDFText_GetCharOrigin(self._page, index, byref(x), byref(y))
        return x.value, y.value

    def sides(self, index: int) -> tuple[float, float, float]:
        """Return where a character begins and ends, by its advance, and how high its font is."""
        box = self._box
        self._raw.FPDFText_GetLooseCharBox(self._page, index, byref(box))
        return box.left, box.right, box.top - box.bottom


def _lines(textpage: Any, tables: Sequence[Table]) -> Iterator[Line]:
    left, bottom, right, top = textpage.page.get_bbox()
    glyphs = _Glyphs(textpage)
    for match in LINE.finditer(glyphs.text):
        start, end = match.span()
        (x, first), (_, last) = glyphs.origin(start), glyphs.origin(end - 1)
        if left <= x <= right and bottom <= first <= top:  # the rest is cut off and not visible
            edges = [edge for table in tables for edge in table.edges(first)]
            words = list(WORD.finditer(glyphs.text, start, end))
            yield Line(tuple(_cells(glyphs, words, edges)), first, last)


def _cells(
    glyphs: _Glyphs, words: Sequence[re.Match[str]], edges: Sequence[float]
) -> Iterator[Cell]:
    """Yield the columns of the line that *words* make; a rule at one of *edges* parts them too."""
    sides = [(glyphs.sides(word.start()), glyphs.sides(word.end() - 1)) for word in words]
    gaps = [(b[1], a[0], max(b[2], 1.0)) for (_, b), (a, _) in pairwise(sides)]
    wide = _wide_gaps(gaps)
    ruled = {
        n
        for n, (before, after, _) in enumerate(gaps)
        if any(before - ROUNDING <= edge <= after + ROUNDING for edge in edges)
    }
    begun = 0
    for n, word in enumerate(words):
        cell = glyphs.text[words[begun].start() : word.end()]
        if n not in wide and n not in ruled and n < len(words) - 1:
            continue
        if begun == 0 and n in wide and n not in ruled and is_mark(cell):
            continue
        yield Cell(" ".join(cell.split()), sides[begun][0][0], sides[n][1][1])
        begun = n + 1


def _wide_gaps(gaps: Sequence[tuple[float, float, float]]) -> set[int]:
    """Return the numbers of the words that a gap between columns follows.

    A gap is given by where it begins and ends, and how high the word before it is.
    """
    widths = [(after - before) / height for before, after, height in gaps]
    if len(widths) > 1 and max(widths) < EVEN * min(widths):
        return set()
    return {n for n, width in enumerate(widths) if width > COLUMN_GAP}
