"""Write a paper as a Word document, plain or into the user's template."""

from collections.abc import Iterable
from datetime import UTC
from io import BytesIO
from pathlib import Path
from typing import Any

from ui.exports import word_styles as styles
from ui.exports.addresses import pieces
from ui.exports.paper import (
    Block,
    Bullets,
    Facts,
    Heading,
    Line,
    Paper,
    Paragraph,
    Ruled,
    Table,
)
from ui.exports.word_footnotes import Footnotes
from ui.exports.word_lists import ensure_bullets
from ui.exports.word_tables import format_table
from ui.exports.word_template import Base, plain_base, template_base

BEFORE_CLOSING = 18
AROUND = 6
"""Points above and below decisions and the like."""


def docx(paper: Paper, template: Path | None = None) -> bytes:
    """Return *paper* as a Word document.

    Args:
        paper: What to write.
        template: The user's document, whose styles, headers and margins are kept. The text stands
            where it has a paragraph `{{sammanfattning}}`, or else at its end.

    Raises:
        ExportError: the template cannot be used.
    """
    base = template_base(template) if template else plain_base()
    writer = _Writer(base)
    base.place(lambda: writer.write(paper))
    _describe(base.document, paper)
    written = BytesIO()
    base.document.save(written)
    return written.getvalue()


class _Writer:
    """The writing of one paper at the end of a document."""

    def __init__(self, base: Base) -> None:
        self._document = base.document
        self._accent = base.accent
        self._ids = styles.style_ids(base.document)
        self._footnotes = Footnotes(base.document, self._ids, before=base.notes_before())
        self._by_id = {style.style_id: style for style in base.document.styles}
        ensure_bullets(base.document, self._by_id[self._ids[styles.BULLET]])

    def write(self, paper: Paper) -> None:
        from docx.shared import Pt

        self._said(styles.TITLE, [Line(text=paper.title)])
        if paper.subtitle:
            self._said(styles.SUBTITLE, [Line(text=paper.subtitle)])
        for block in paper.blocks:
            self._block(block)
        for place, sentence in enumerate(paper.closing):
            paragraph = self._said(styles.CLOSING, [Line(text=sentence)])
            if place == 0:
                paragraph.paragraph_format.space_before = Pt(BEFORE_CLOSING)

    def _block(self, block: Block) -> None:
        match block:
            case Heading(text=text, level=level):
                name = styles.HEADINGS[min(level, len(styles.HEADINGS)) - 1]
                self._said(name, [Line(text=text)])
            case Paragraph(lines=lines):
                self._said(styles.NORMAL, lines)
            case Bullets(lines=lines):
                for line in lines:
                    self._said(styles.BULLET, [line])
            case Ruled():
                self._ruled(block)
            case Facts(rows=rows):
                for fact in rows:
                    paragraph = self._said(styles.FACT, ())
                    paragraph.add_run(f"{fact.label}\t").bold = True
                    self._run_on(paragraph, fact.lines)
            case Table():
                self._table(block)

    def _ruled(self, block: Ruled) -> None:
        from docx.shared import Pt, RGBColor

        first, *others = block.lines or (Line(text=""),)
        last = self._said(styles.RULED, ())
        label = last.add_run(block.label)
        label.bold, label.font.color.rgb = True, RGBColor.from_string(self._accent)
        label.add_break()  # of one paragraph with the first line, or a page may end between them
        self._run_on(last, [first])
        last.paragraph_format.space_before = Pt(AROUND)
        last.paragraph_format.keep_together = True
        for line in others:
            last.paragraph_format.keep_with_next = True
            last = self._said(styles.RULED, [line])
        last.paragraph_format.space_after = Pt(AROUND)

    def _table(self, block: Table) -> None:
        table = self._document.add_table(rows=1, cols=len(block.header))
        head = table.rows[0].cells
        for cell, name in zip(head, block.header, strict=True):
            self._style(cell.paragraphs[0], styles.CELL).add_run(name).bold = True
        for row in block.rows:
            for cell, line in zip(table.add_row().cells, row, strict=True):
                self._run_on(self._style(cell.paragraphs[0], styles.CELL), [line])
        format_table(table, block.shares, _text_width(self._document))

    def _said(self, style: str, lines: Iterable[Line]) -> Any:
        paragraph = self._style(self._document.add_paragraph(), style)
        self._run_on(paragraph, lines)
        return paragraph

    def _style(self, paragraph: Any, name: str) -> Any:
        paragraph.style = self._by_id[self._ids[name]]
        return paragraph

    def _run_on(self, paragraph: Any, lines: Iterable[Line]) -> None:
        for place, line in enumerate(lines):
            if place:
                paragraph.add_run(" ")
            if line.label:
                paragraph.add_run(f"{line.label}: ").bold = True
            for piece, is_address in pieces(line.text):
                if is_address:
                    _link(paragraph, piece)
                else:
                    paragraph.add_run(piece)
            self._footnotes.mark(paragraph, line.notes)


def _link(paragraph: Any, address: str) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    link = OxmlElement("w:hyperlink")
    target = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), target)
    run = paragraph.add_run(address)
    run.font.color.rgb, run.font.underline = RGBColor.from_string(styles.ACCENT), True
    link.append(run._r)  # noqa: SLF001 - as python-docx advises
    paragraph._p.append(link)  # noqa: SLF001


def _text_width(document: Any) -> int:
    section = document.sections[-1]
    return int(section.page_width - section.left_margin - section.right_margin)


def _describe(document: Any, paper: Paper) -> None:
    """Set what the file says of itself."""
    made = paper.created.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties = document.core_properties
    properties.title, properties.subject = paper.title[:255], paper.subject[:255]
    properties.author = properties.last_modified_by = paper.author
    properties.created = properties.modified = made
    properties.language, properties.comments = paper.language, ""
