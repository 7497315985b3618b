"""Read a Word document: headings, numbers, lists and tables as lines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from ingest.decoration import is_decoration
from ingest.failure import unreadable
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
from ingest.readers.layout import Block, Part, entry, heading, lay_out, row
from ingest.source import Source

# Old Word files, and new ones under a password, are "compound files".
COMPOUND = b"\xd0\xcf\x11\xe0"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

DAMAGED = "är skadad eller inget Word-dokument; öppna den i Word och spara den som .docx."

STYLES_USED = ".//w:pStyle/@w:val"

# No minutes unpack to more; a small file that does is made to fill the memory.
MOST_BYTES = 500_000_000


def read(path: Path) -> Source:
    """Return the text of the document, under that of its page header."""
    import zlib
    from zipfile import BadZipFile

    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    raw = path.read_bytes()
    if raw.startswith(COMPOUND):
        raise unreadable(path, _compound(raw))
    try:
        return Source(text=_text(path, raw))
    except (OpcError, LxmlError, BadZipFile, zlib.error) as error:
        raise unreadable(path, DAMAGED) from error
    except (LookupError, ValueError, TypeError, AttributeError, EOFError, RuntimeError) as error:
        # What python-docx and zipfile let through when a part is missing, damaged or of another
        # kind: a spreadsheet, a document whose relations lead nowhere.
        raise unreadable(path, DAMAGED) from error


def _text(path: Path, raw: bytes) -> str:
    from zipfile import ZipFile

    import docx

    with ZipFile(BytesIO(raw)) as archive:
        if sum(member.file_size for member in archive.infolist()) > MOST_BYTES:
            raise unreadable(path, "är orimligt stor uppackad; spara den på nytt i Word.")
    document = docx.Document(BytesIO(raw))
    numbering = read_numbering(document)
    styles = read_styles(document, numbering.style_depths)
    body = document.element.body
    titled = any(styles.get(name, Style()).level == 0 for name in find(body, STYLES_USED))
    reader = _Reader(styles=styles, numbering=numbering, shift=int(titled))
    blocks = list(reader.blocks(body))
    return lay_out([*_header(document, reader, blocks), *blocks])


def _compound(raw: bytes) -> str:
    if ENCRYPTED in raw:
        return "är skyddad med lösenord; spara en kopia utan lösenord."
    return "är ett äldre Word-dokument; öppna det i Word och spara det som .docx."


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


def _header(document: Any, reader: _Reader, blocks: list[Block]) -> Iterator[Block]:
    """Yield what the first page's header says and the text does not: often who met, and when."""
    section = document.sections[0] if len(document.sections) else None
    if section is None:
        return
    first = section.different_first_page_header_footer
    header = section.first_page_header if first else section.header
    if header.is_linked_to_previous:
        return
    said = "\n".join(block.text for block in blocks).casefold()
    for block in reader.blocks(header._element):  # noqa: SLF001 - no public name
        if not is_decoration(block.text) and block.text.casefold() not in said:
            yield block
