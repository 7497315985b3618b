"""Read a Word document: headings, numbers, lists and tables as lines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from ingest.failure import unreadable
from ingest.limits import Limits
from ingest.readers.docx_numbers import Numbering, read_numbering
from ingest.readers.docx_styles import BODY_LEVEL, Style, read_styles
from ingest.readers.docx_xml import (
    WRAPPERS,
    children,
    find,
    kind,
    text_boxes,
    value,
    whole,
    words,
)
from ingest.readers.layout import Block, Part, entry, heading, lay_out_between, row
from ingest.source import File, Source
from ingest.zipped import DAMAGE, open_zip

DAMAGED = "är skadad eller inget Word-dokument; öppna den i Word och spara den som .docx."

STYLES_USED = ".//w:pStyle/@w:val"

# Word opens these as it does a plain document, python-docx only when told; macros are not run.
KINDS = (
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)


def read(file: File, limits: Limits) -> Source:
    """Return the text of the document, between those of its page header and footer."""
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        return Source(text=_text(file))
    except (OpcError, LxmlError, *DAMAGE) as error:
        raise unreadable(file.name, DAMAGED) from error
    except (LookupError, TypeError, AttributeError, RuntimeError) as error:
        # What python-docx and zipfile let through when a part is missing, damaged or of another
        # kind: a document whose relations lead nowhere.
        raise unreadable(file.name, DAMAGED) from error


def _text(file: File) -> str:
    document = _open(file)
    numbering = read_numbering(document)
    styles = read_styles(document, numbering.style_depths)
    body = document.element.body
    titled = any(styles.get(name, Style()).level == 0 for name in find(body, STYLES_USED))
    reader = _Reader(styles=styles, numbering=numbering, shift=int(titled))
    blocks = list(reader.blocks(body))
    header, footer = (list(_edge(edge, reader)) for edge in _edges(document))
    return lay_out_between(header, blocks, footer)


def _open(file: File) -> Any:
    """Return the document as python-docx sees it."""
    from docx.opc.part import PartFactory
    from docx.package import Package
    from docx.parts.document import DocumentPart

    PartFactory.part_type_for.update(dict.fromkeys(KINDS, DocumentPart))
    with open_zip(file):  # refuses what would fill the memory
        return Package.open(BytesIO(file.raw)).main_document_part.document


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """Turns the elements of a document into blocks."""

    styles: Mapping[str, Style]
    numbering: Numbering
    shift: int
    """1 when the document has a title, above its headings."""

    def blocks(self, parent: Any) -> Iterator[Block]:
        """Yield what stands in the body, in a cell or in a text box."""
        for element in parent:
            name = kind(element)
            if name == "p":
                yield from self.paragraph(element)
                for box in text_boxes(element):
                    yield from self.blocks(box)
            elif name == "tbl":
                for line in children(element, "tr"):
                    yield from row(list(self.blocks(cell)) for cell in children(line, "tc"))
            elif name in WRAPPERS:
                yield from self.blocks(element)

    def paragraph(self, element: Any) -> Iterator[Block]:
        """Yield a paragraph as what its style says it is, if it has text."""
        text = words(element)
        style = self.styles.get(value(element, "./w:pPr/w:pStyle/@w:val"), Style())
        if not text or style.is_contents:
            return
        number = value(element, "./w:pPr/w:numPr/w:numId/@w:val") or style.number
        depth = whole(value(element, "./w:pPr/w:numPr/w:ilvl/@w:val"), style.depth)
        mark = self.numbering.mark(number, depth) if number else None
        outline = whole(value(element, "./w:pPr/w:outlineLvl/@w:val"), BODY_LEVEL)
        level = outline + 1 if outline < BODY_LEVEL else style.level
        if level is not None:
            yield heading(f"{mark or ''} {text}", level=level + self.shift or 1)
        elif mark or style.is_bullet:
            yield entry(text, mark=mark or "-", depth=depth)
        else:
            yield Block(Part.PARAGRAPH, text)


def _edges(document: Any) -> tuple[Any, Any]:
    """Return the header and the footer of the first page; each may be `None`."""
    if not len(document.sections):
        return None, None
    section = document.sections[0]
    if section.different_first_page_header_footer:
        return section.first_page_header, section.first_page_footer
    return section.header, section.footer


def _edge(edge: Any, reader: _Reader) -> Iterator[Block]:
    """Yield what stands in a header or footer, if there is one."""
    if edge is not None and not edge.is_linked_to_previous:
        yield from reader.blocks(edge._element)  # noqa: SLF001 - no public name
