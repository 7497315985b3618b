"""Read an OpenDocument text: headings, numbers, lists and tables as lines."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from zipfile import ZipFile

from ingest.failure import unreadable
from ingest.limits import Limits
from ingest.readers.layout import Block, Part, columns, entry, heading, lay_out_between, row
from ingest.readers.odt_styles import (
    FORMATS,
    Level,
    Levels,
    attribute,
    elements,
    kind,
    read_lists,
    read_outline,
    read_titles,
    whole,
)
from ingest.source import File, Source
from ingest.zipped import DAMAGE, open_zip

DAMAGED = "är skadad eller inget OpenDocument; öppna den i LibreOffice och spara den på nytt."
PROTECTED = "är skyddad med lösenord; spara en kopia utan lösenord."

# Deleted text, remarks, contents lists, and the frames' descriptions are no part of the text.
DROPPED = frozenset(
    """
    tracked-changes annotation table-of-content alphabetical-index sequence-decls forms
    note ruby-text title desc
    """.split()
)
ROWS = frozenset({"table-header-rows", "table-rows", "table-row-group"})

# The attribute repeats a column or a space; a damaged one could ask for more.
MOST_REPEATS = 100
DEEPEST = 100

# As in a web page, all white space is one space; more are elements.
SPACES = re.compile(r"[ \t\r\n]+")


def read(file: File, limits: Limits) -> Source:
    """Return the text of the document, between those of its page header and footer."""
    from lxml.etree import LxmlError

    try:
        with open_zip(file) as package:
            if b"encryption-data" in _member(package, "META-INF/manifest.xml"):
                raise unreadable(file.name, PROTECTED)
            content, styles = _root(package, "content.xml"), _root(package, "styles.xml")
    except (LxmlError, LookupError, RuntimeError, *DAMAGE) as error:
        raise unreadable(file.name, DAMAGED) from error
    body = next(iter(elements(content, "text")), None) if content is not None else None
    if body is None:
        raise unreadable(file.name, DAMAGED)
    return Source(text=_text(body, content, styles))


def _text(body: Any, content: Any, styles: Any) -> str:
    titles = read_titles(content) | read_titles(styles)
    reader = _Reader(
        lists=read_lists(content) | read_lists(styles),
        outline=read_outline(styles),
        titles=titles,
        shift=int(
            any(attribute(element, "style-name") in titles for element in elements(body, "p"))
        ),
    )
    blocks = list(reader.blocks(body))
    header, footer = (list(_edge(reader, styles, name)) for name in ("header", "footer"))
    return lay_out_between(header, blocks, footer)


@dataclass(slots=True)
class _Reader:
    """Turns the elements of a document into blocks, and counts its numbers."""

    lists: Mapping[str, Levels]
    outline: Levels
    titles: frozenset[str]
    shift: int
    """1 when the document has a title, above its headings."""
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def blocks(self, parent: Any, depth: int = 0) -> Iterator[Block]:
        """Yield what stands in the body, a section, a cell or a frame."""
        if depth > DEEPEST:
            return
        for element in parent:
            name = kind(element)
            if name == "h":
                yield from self._heading(element)
            elif name == "p":
                yield from self._paragraph(element)
                for box in _boxes(element):
                    yield from self.blocks(box, depth + 1)
            elif name == "list":
                yield from self._list(element, attribute(element, "style-name"), 1)
            elif name == "table":
                yield from self._table(element, depth)
            elif name and name not in DROPPED:
                yield from self.blocks(element, depth + 1)

    def _heading(self, element: Any) -> Iterator[Block]:
        text = _words(element)
        level = whole(attribute(element, "outline-level"), 1)
        if text:
            mark = self._mark("", self.outline, level) if level in self.outline else ""
            yield heading(f"{mark} {text}", level=level + self.shift)

    def _paragraph(self, element: Any) -> Iterator[Block]:
        text = _words(element)
        if text and attribute(element, "style-name") in self.titles:
            yield heading(text, level=1)
        elif text:
            yield Block(Part.PARAGRAPH, text)

    def _list(self, parent: Any, style: str, depth: int) -> Iterator[Block]:
        levels = self.lists.get(style, {})
        if depth == 1 and attribute(parent, "continue-numbering") != "true":
            self.counts.pop(style, None)
        for item in parent:
            first = kind(item) == "list-item"
            for element in item if depth < DEEPEST else ():
                if kind(element) == "list":
                    yield from self._list(
                        element, attribute(element, "style-name") or style, depth + 1
                    )
                    continue
                if kind(element) == "h":
                    yield from self._heading(element)
                for block in self._paragraph(element) if kind(element) == "p" else ():
                    mark = self._mark(style, levels, depth) if first else ""
                    first = False
                    yield entry(block.text, mark=mark, depth=depth - 1) if mark else block

    def _mark(self, style: str, levels: Levels, depth: int) -> str:
        """Count the next entry at *depth* and return its mark."""
        level = levels.get(depth, Level(bullet=True))
        if level.bullet:
            return "-"
        counts = self.counts.setdefault(style, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        shown = range(max(1, depth - level.shown + 1), depth + 1)
        numbers = [FORMATS[level.format](counts.get(d, 1)) for d in shown if level.format]
        return f"{level.prefix}{'.'.join(numbers)}{level.suffix}".strip()

    def _table(self, element: Any, depth: int) -> Iterator[Block]:
        for line in element:
            if kind(line) == "table-row":
                cells = (cell for cell in line if kind(cell) == "table-cell")
                yield from row(list(self.blocks(cell, depth + 1)) for cell in cells)
            elif kind(line) in ROWS:
                yield from self._table(line, depth)


def _edge(reader: _Reader, styles: Any, name: str) -> Iterator[Block]:
    """Yield what stands in the first page's header or footer, if there is one."""
    found = elements(styles, f"{name}-first") or elements(styles, name)
    if found:
        yield from reader.blocks(found[0])


def _words(element: Any) -> str:
    """Return an element's visible text, tabs between columns as in a table."""
    return "\n".join(map(columns, "".join(_pieces(element, 0)).split("\n"))).strip()


def _pieces(element: Any, depth: int) -> Iterator[str]:
    yield SPACES.sub(" ", element.text or "")
    for child in element if depth < DEEPEST else ():
        name = kind(child)
        if name == "s":
            yield " " * min(whole(attribute(child, "c"), 1), MOST_REPEATS)
        elif name in SIGNS:
            yield SIGNS[name]
        elif name and name not in DROPPED and name != "text-box":
            yield from _pieces(child, depth + 1)
        yield SPACES.sub(" ", child.tail or "")


SIGNS: Mapping[str, str] = {"tab": "\t", "line-break": "\n", "soft-page-break": ""}


def _boxes(element: Any) -> list[Any]:
    """Return the text boxes anchored in a paragraph, but not those within another."""
    return [
        b
        for b in elements(element, "text-box")
        if not any(kind(a) == "text-box" for a in b.iterancestors())
    ]


def _root(package: ZipFile, name: str) -> Any:
    """Return the root of an XML member, without what it refers to outside; `None` if absent."""
    from lxml import etree

    raw = _member(package, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(raw, parser) if raw else None


def _member(package: ZipFile, name: str) -> bytes:
    return package.read(name) if name in package.namelist() else b""
