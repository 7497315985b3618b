"""Draw a document as clean reading text, one passage marked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rag.minutes import Document
from rag.sentences import UNIT_START, WRAPPED_LINE
from rag.span import Span
from ui import strings
from ui.markup import NOTHING, Html, join, tag, text
from ui.render import SEPARATOR, TABLE_BAR

BLANK_LINES = re.compile(r"\n\s*\n\s*")
# A heading in a Markdown file keeps its signs in the text: "## 3. Ekonomi".
HEADING_SIGNS = re.compile(r"[\s#]*")

CLOSING = ".:;,!?"
# Begins a decision, but also many a line of prose.
CLAUSE = "att "
# Headings that begin no item: "# Minnesanteckningar", "## NÄRVARANDE".
MARKED_HEADING = re.compile(r"\#{1,6}\s[^\n]+")

NO_MARK = Span(0, 0)


def document(value: Document, mark: Span = NO_MARK) -> Html:
    """Draw the whole text of *value*: headings, paragraphs, page numbers, and *mark* marked."""
    value = replace(value, text=flowing(value.text))
    headings = sorted((item.heading for item in value.minutes.items), key=lambda span: span.start)
    blocks = (
        _heading(value, span, mark) if is_heading else _prose(value, span, mark)
        for span, is_heading in _regions(headings, len(value.text))
    )
    return tag("article", *blocks, class_="document", aria_label=strings.SOURCE_TEXT)


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


def _heading(value: Document, span: Span, mark: Span) -> Html:
    signs = HEADING_SIGNS.match(value.text, span.start, span.end)
    start = signs.end() if signs else span.start
    return tag("h4", _marked(value, Span(start, span.end), mark))


def _prose(value: Document, region: Span, mark: Span) -> Html:
    return join(
        *(
            _heading(value, span, mark)
            if MARKED_HEADING.fullmatch(value.text, span.start, span.end)
            else tag("p", _marked(value, span, mark))
            for span in _paragraphs(value.text, region)
        )
    )


def _paragraphs(document_text: str, region: Span) -> Iterator[Span]:
    start = region.start
    for gap in BLANK_LINES.finditer(document_text, region.start, region.end):
        yield from _trimmed(document_text, Span(start, gap.start()))
        start = gap.end()
    yield from _trimmed(document_text, Span(start, region.end))


def _trimmed(document_text: str, span: Span) -> Iterator[Span]:
    """Yield *span* without the white space around its text, if it has any text."""
    inner = span.of(document_text)
    if inner.strip():
        start = span.start + len(inner) - len(inner.lstrip())
        yield Span(start, start + len(inner.strip()))


def _marked(value: Document, span: Span, mark: Span) -> Html:
    """Draw one paragraph: cut it at the mark's ends and where pages begin."""
    inner = [page for page in value.pages if span.start <= page.span.start < span.end]
    edges = {span.start, span.end, *(page.span.start for page in inner)}
    edges |= {edge for edge in (mark.start, mark.end) if span.start < edge < span.end}
    numbers = {page.span.start: page.number for page in inner}
    cuts = sorted(edges)
    return join(
        *(
            join(_page(numbers.get(start)), _piece(value.text, Span(start, end), mark))
            for start, end in pairwise(cuts)
        )
    )


def _piece(document_text: str, span: Span, mark: Span) -> Html:
    drawn = text(span.of(document_text))
    return tag("mark", drawn) if span.overlaps(mark) and drawn.strip() else drawn


def _page(number: int | None) -> Html:
    if number is None:
        return NOTHING
    return tag("span", text(strings.PAGE.format(page=number)), class_="page")
