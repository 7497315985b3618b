"""Draw a document as clean reading text, with what is cited of it marked."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from rag.minutes import Document
from rag.span import Span
from rag.swedish.sentences import UNIT_START, WRAPPED_LINE
from ui import strings
from ui.drawing.cited import SEPARATOR, TABLE_BAR
from ui.drawing.markup import NOTHING, Html, in_swedish, join, tag, text

BLANK_LINES = re.compile(r"\n\s*\n\s*")
# A heading in a Markdown file keeps its signs in the text: "## 3. Ekonomi".
HEADING_SIGNS = re.compile(r"[\s#]*")

# Markdown's sign for bold: "**Närvarande:** Eva Ek".
STRONG = "**"

CLOSING = ".:;,!?"
# Begins a decision, but also many a line of prose.
CLAUSE = "att "
# Headings that begin no item: "# Minnesanteckningar", "## NÄRVARANDE", "##Närvarande".
MARKED_HEADING = re.compile(r"^(?:\#{1,6}\s|\#{2,6}(?=[^\s\#]))[^\n]+", re.MULTILINE)

NO_MARK = Span(0, 0)


class Marks(Protocol):
    """What is marked in a text."""

    def edges(self, area: Span) -> Iterable[int]:
        """Return the places inside *area* at which a mark begins or ends."""

    def draw(self, piece: Span, drawn: Html) -> Html:
        """Return what is *drawn* of a piece without such places, marked if it is to be."""


@dataclass(frozen=True, slots=True)
class _Passage:
    """A passage, and those of its words that carry what was asked of it."""

    passage: Span
    words: Sequence[Span]

    def edges(self, area: Span) -> Iterator[int]:
        for span in (self.passage, *self.words):
            yield from (edge for edge in (span.start, span.end) if area.start < edge < area.end)

    def draw(self, piece: Span, drawn: Html) -> Html:
        if not piece.overlaps(self.passage):
            return drawn
        carries = any(piece.overlaps(word) for word in self.words)
        return tag("mark", drawn, class_="carrying") if carries else tag("mark", drawn)


class _Named:
    """Places with names, of which any number may overlap."""

    def __init__(self, places: Iterable[tuple[str, Span]]) -> None:
        turns: dict[int, list[tuple[str, bool]]] = {}
        for name, span in places:
            turns.setdefault(span.start, []).append((name, True))
            turns.setdefault(span.end, []).append((name, False))
        self._edges = sorted(turns)
        self._names: list[str] = []
        current: dict[str, int] = {}
        for edge in self._edges:
            for name, begins in turns[edge]:
                current[name] = current.get(name, 0) + (1 if begins else -1)
            self._names.append(" ".join(name for name, count in current.items() if count > 0))

    def edges(self, area: Span) -> list[int]:
        return self._edges[
            bisect_right(self._edges, area.start) : bisect_left(self._edges, area.end)
        ]

    def draw(self, piece: Span, drawn: Html) -> Html:
        at = bisect_right(self._edges, piece.start) - 1
        names = self._names[at] if at >= 0 else ""
        return tag("span", drawn, data_of=names) if names else drawn


def document(value: Document, passage: Span = NO_MARK, *, words: Sequence[Span] = ()) -> Html:
    """Draw the whole text of *value*: headings, paragraphs, page numbers, and marks.

    Args:
        value: The document.
        passage: What is marked.
        words: Those of the passage that are marked more.
    """
    return _document(value, _Passage(passage, words))


def with_places(value: Document, places: Iterable[tuple[str, Span]]) -> Html:
    """Draw the same with the names of the *places* in `data-of`, for the page to mark them."""
    return _document(value, _Named(places))


def _document(value: Document, marks: Marks) -> Html:
    value = replace(value, text=flowing(value.text))
    headings = sorted((item.heading for item in value.minutes.items), key=lambda span: span.start)
    blocks = (
        _heading(value, span, marks) if is_heading else _prose(value, span, marks)
        for span, is_heading in _regions(headings, len(value.text))
    )
    return tag(
        "article", *blocks, class_="document", aria_label=strings.SOURCE_TEXT, **in_swedish()
    )


def flowing(text: str) -> str:
    r"""Return *text*, as long as before, without the line ends of wrapped prose or table bars.

    >>> flowing("Gränsen höjs från 3\ntill 4 kilometer.\n- Bo | kassör")
    'Gränsen höjs från 3 till 4 kilometer.\n- Bo · kassör'
    """
    lines = text.replace(TABLE_BAR, SEPARATOR).split("\n")
    ends = (" " if _is_wrapped(line, following) else "\n" for line, following in pairwise(lines))
    return "".join(line + end for line, end in zip(lines, (*ends, ""), strict=True))


def _is_wrapped(line: str, following: str) -> bool:
    if not line.strip() or not following.strip():
        return False
    is_open = len(line) >= WRAPPED_LINE and line[-1] not in CLOSING
    if UNIT_START.match(following):
        return is_open and following.startswith(CLAUSE)
    return is_open or following[0].islower()


def _regions(headings: Sequence[Span], length: int) -> Iterator[tuple[Span, bool]]:
    """Yield the headings and what lies between them, in order."""
    position = 0
    for heading in headings:
        if heading.start < position:
            continue
        yield Span(position, heading.start), False
        yield heading, True
        position = heading.end
    yield Span(position, length), False


def _heading(value: Document, span: Span, marks: Marks) -> Html:
    signs = HEADING_SIGNS.match(value.text, span.start, span.end)
    start = signs.end() if signs else span.start
    return tag("h3", _marked(value, Span(start, span.end), marks))


def _prose(value: Document, region: Span, marks: Marks) -> Html:
    return join(
        *(
            _heading(value, span, marks)
            if MARKED_HEADING.fullmatch(value.text, span.start, span.end)
            else tag("p", _marked(value, span, marks))
            for span in _paragraphs(value.text, region)
        )
    )


def _paragraphs(document_text: str, region: Span) -> Iterator[Span]:
    start = region.start
    for gap in BLANK_LINES.finditer(document_text, region.start, region.end):
        yield from _parted(document_text, Span(start, gap.start()))
        start = gap.end()
    yield from _parted(document_text, Span(start, region.end))


def _parted(document_text: str, paragraph: Span) -> Iterator[Span]:
    """Yield the headings of a paragraph, with no blank line after them, and what lies between."""
    start = paragraph.start
    for heading in MARKED_HEADING.finditer(document_text, paragraph.start, paragraph.end):
        yield from _trimmed(document_text, Span(start, heading.start()))
        yield Span(heading.start(), heading.end())
        start = heading.end()
    yield from _trimmed(document_text, Span(start, paragraph.end))


def _trimmed(document_text: str, span: Span) -> Iterator[Span]:
    """Yield *span* without the white space around its text, if it has any text."""
    inner = span.of(document_text)
    if inner.strip():
        start = span.start + len(inner) - len(inner.lstrip())
        yield Span(start, start + len(inner.strip()))


def _marked(value: Document, span: Span, marks: Marks) -> Html:
    """Draw one paragraph: cut it at the marks' ends and where pages begin."""
    inner = [page for page in value.pages if span.start <= page.span.start < span.end]
    edges = {span.start, span.end, *(page.span.start for page in inner), *marks.edges(span)}
    numbers = {page.span.start: page.number for page in inner}
    return join(
        *(
            join(_page(numbers.get(start)), _piece(value.text, Span(start, end), marks))
            for start, end in pairwise(sorted(edges))
        )
    )


def _piece(document_text: str, span: Span, marks: Marks) -> Html:
    drawn = text(span.of(document_text).replace(STRONG, ""))
    return marks.draw(span, drawn) if drawn.strip() else drawn


def _page(number: int | None) -> Html:
    if number is None:
        return NOTHING
    return tag("span", text(strings.PAGE.format(page=number)), class_="page")
