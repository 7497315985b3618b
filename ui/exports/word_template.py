"""Open the document that a paper is written into: the user's template, or a plain A4."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from ingest.failure import shown
from rag.errors import ExportError
from ui.exports.word_styles import ACCENT, NEUTRAL, furnish

PLACEHOLDER = "{{sammanfattning}}"
TYPES = "[Content_Types].xml"
# A template (`.dotx`) is a document by another name.
AS_TEMPLATE = b"wordprocessingml.template.main+xml"
AS_DOCUMENT = b"wordprocessingml.document.main+xml"
MARGIN_MM = 25
FIELD = '<w:fldSimple {} w:instr="{}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """A document to write into."""

    document: Any
    accent: str
    """The colour of the labels, as the styles have it."""
    placeholder: Any = None
    """The paragraph in whose place the text is to stand; `None` for the end."""

    def notes_before(self) -> int:
        """Count the footnotes that stand before the text."""
        if self.placeholder is None:
            return len(self.document.element.xpath("//w:footnoteReference"))
        return len(self.placeholder.xpath("preceding::w:footnoteReference"))

    def place(self, write: Callable[[], None]) -> None:
        """Let *write* append to the document, and move what it wrote to the placeholder."""
        body = self.document.element.body
        held = set(body)
        write()
        if self.placeholder is None:
            return
        for element in [element for element in body if element not in held]:
            self.placeholder.addprevious(element)
        _take_away(self.placeholder)


def plain_base() -> Base:
    """Return an empty A4 with our styles and numbered pages."""
    from docx import Document
    from docx.shared import Mm

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(MARGIN_MM)
    section.top_margin = section.bottom_margin = Mm(MARGIN_MM)
    furnish(document, keep=False)
    _number_pages(section.footer.paragraphs[0])
    return Base(document=document, accent=ACCENT)


def template_base(path: Path) -> Base:
    """Return the user's template with its own styles, headers and margins.

    Raises:
        ExportError: it cannot be read, or is no Word document.
    """
    from docx import Document
    from docx.opc.constants import CONTENT_TYPE
    from docx.opc.exceptions import OpcError
    from docx.opc.part import PartFactory, XmlPart
    from lxml.etree import LxmlError

    if not path.exists():
        raise ExportError(f"Mallen {shown(path)} finns inte: kontrollera sökvägen.")
    PartFactory.part_type_for[CONTENT_TYPE.WML_FOOTNOTES] = XmlPart  # or it is bytes to python-docx
    try:
        document = Document(BytesIO(_as_document(path.read_bytes())))
        furnish(document, keep=True)
    except OSError as error:
        raise ExportError(
            f"Mallen {shown(path)} kan inte läsas ({error.strerror}): välj en annan fil."
        ) from error
    except (BadZipFile, OpcError, LxmlError, KeyError, ValueError, AttributeError) as error:
        raise ExportError(
            f"Mallen {shown(path)} är inget Word-dokument: spara den som .docx eller .dotx i Word."
        ) from error
    placeholder = _placeholder(document)
    if placeholder is None:
        _drop_last_blanks(document)
    return Base(document=document, accent=NEUTRAL, placeholder=placeholder)


def _as_document(data: bytes) -> bytes:
    """Return the bytes of a `.dotx` as those of a `.docx`; others as they are."""
    with ZipFile(BytesIO(data)) as archive:
        if AS_TEMPLATE not in archive.read(TYPES):
            return data
        written = BytesIO()
        with ZipFile(written, "w") as changed:
            for entry in archive.infolist():
                content = archive.read(entry)
                if entry.filename == TYPES:
                    content = content.replace(AS_TEMPLATE, AS_DOCUMENT)
                changed.writestr(entry, content)
    return written.getvalue()


def _placeholder(document: Any) -> Any:
    for paragraph in document.element.body.xpath(".//w:p"):
        text = "".join(paragraph.xpath(".//w:t/text()"))
        if BLANKS.sub("", text).casefold() == PLACEHOLDER:
            return paragraph
    return None


def _take_away(paragraph: Any) -> None:
    """Remove the placeholder, or only its text where a paragraph must stand."""
    parent = paragraph.getparent()
    if paragraph.xpath("w:pPr/w:sectPr") or parent.tag.endswith("}tc"):
        for child in paragraph.xpath("*[not(self::w:pPr)]"):
            paragraph.remove(child)
    else:
        parent.remove(paragraph)


def _drop_last_blanks(document: Any) -> None:
    """Remove the empty paragraphs that Word leaves at the end."""
    while (last := document.element.body.xpath("*[not(self::w:sectPr)][last()]")) and (
        last[0].tag.endswith("}p")
        and not last[0].xpath("*[not(self::w:pPr)]")
        and not last[0].xpath("w:pPr/w:sectPr")
    ):
        document.element.body.remove(last[0])


def _number_pages(paragraph: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for before, field in (("Sida ", "PAGE"), (" av ", "NUMPAGES")):
        paragraph.add_run(before)
        paragraph._p.append(parse_xml(FIELD.format(nsdecls("w"), field)))  # noqa: SLF001
