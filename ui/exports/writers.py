"""Write a paper or a table in one of the formats that there are for it."""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from rag.errors import ExportError
from ui.exports.formats import Format
from ui.exports.paper import Paper, Table
from ui.exports.proof import printable, proofed

# The module and the function of each format; only the one asked for is loaded.
WRITERS: Mapping[Format, str] = {
    Format.TEXT: "text.text",
    Format.MARKDOWN: "markdown.markdown",
    Format.DOCX: "docx.docx",
    Format.HTML: "html.html",
    Format.PDF: "pdf.pdf",
}
TABLES: Mapping[Format, str] = {
    Format.CSV: "sheets.csv_table",
    Format.XLSX: "sheets.xlsx_table",
}

MIME: Mapping[Format, str] = {
    Format.TEXT: "text/plain",
    Format.MARKDOWN: "text/markdown",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.HTML: "text/html",
    Format.PDF: "application/pdf",
    Format.JSON: "application/json",
    Format.CSV: "text/csv",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""What browsers call each format."""


def written(paper: Paper, kind: Format, *, template: Path | None = None) -> str | bytes:
    """Return *paper* in one of the formats of `WRITERS`, in Word into the user's *template*.

    Raises:
        ExportError: it cannot be written so.
    """
    writer = _writer(WRITERS[kind])
    return writer(proofed(paper), template) if template else writer(proofed(paper))


def check_template(template: Path, kind: Format) -> None:
    """See that *template* can be used, before what is to be written is made.

    Raises:
        ExportError: it is no Word document, or what is to be written is none.
    """
    if kind is not Format.DOCX:
        raise ExportError(
            f"En mall kan bara användas för docx, inte för {kind}: ange --format docx, eller "
            "ingen mall."
        )
    from ui.exports.word_template import template_base

    template_base(template)


def written_table(table: Table, kind: Format, *, title: str) -> str | bytes:
    """Return *table*, called *title*, in one of the formats of `TABLES`."""
    return _writer(TABLES[kind])(printable(table), title=title)


def _writer(name: str) -> Callable[..., str | bytes]:
    module, _, function = name.partition(".")
    write: Callable[..., str | bytes] = getattr(import_module(f"ui.exports.{module}"), function)
    return write
