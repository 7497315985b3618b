"""Write what a command made in the format asked for, to the file asked for."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from ui.exports.formats import BINARY, Format, chosen_format
from ui.exports.paper import Paper, Table
from ui.exports.target import check, check_terminal, deliver

PAPER_FORMATS = (
    Format.TEXT,
    Format.MARKDOWN,
    Format.DOCX,
    Format.HTML,
    Format.PDF,
    Format.JSON,
)
TABLE_FORMATS = (Format.TEXT, Format.CSV, Format.XLSX, Format.JSON)
FormatOption = Annotated[
    str | None, typer.Option("--format", metavar="FORMAT", help="text, csv, xlsx eller json.")
]
OutputOption = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FIL", help="Skriv till en fil.")
]
PaperFormatOption = Annotated[
    str | None,
    typer.Option("--format", metavar="FORMAT", help="text, md, docx, html, pdf eller json."),
]
TemplateOption = Annotated[
    Path | None,
    typer.Option(
        "--template",
        metavar="FIL.docx",
        help="Word-mall vars formatmallar, sidhuvud och marginaler behålls; texten ställs där "
        "mallen har {{sammanfattning}}, annars sist.",
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How a paper is to be written."""

    kind: str | None = None
    """The name of the format; `None` when the file's name tells it, or text."""
    file: Path | None = None
    """`None` for standard output."""
    template: Path | None = None

    @property
    def format(self) -> Format:
        """The format.

        Raises:
            ExportError: there is none of that name, or the file's name tells none.
        """
        if self.template and not self.kind and self.file is None:
            return Format.DOCX
        return chosen_format(self.kind, self.file, PAPER_FORMATS)

    def check(self) -> None:
        """See that it can be written so, before what is to be written is made.

        Raises:
            ExportError: it cannot.
        """
        from ui.exports.writers import check_template

        check(self.file)
        if self.template:
            check_template(self.template, self.format)
        if self.format in BINARY:
            check_terminal(self.file)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list in each of the forms that it can be written in, made when that is asked for."""

    title: str
    text: Callable[[], str]
    table: Callable[[], Table]
    json: Callable[[], Any]


def write_listing(listing: Listing, asked: str | None, output: Path | None) -> None:
    """Write *listing* in the format *asked* for, or that *output*'s name tells.

    Raises:
        ExportError: it cannot be written in that format, or to that file.
    """
    from ui.exports.writers import written_table

    match chosen_format(asked, output, TABLE_FORMATS):
        case (Format.CSV | Format.XLSX) as kind:
            deliver(written_table(listing.table(), kind, title=listing.title), output)
        case Format.JSON:
            deliver(json_text(listing.json()), output)
        case _:
            deliver(listing.text() + "\n", output)


def now() -> datetime:
    """Return the time, for what is made at it."""
    return datetime.now(tz=UTC).astimezone()


def json_text(value: Any) -> str:
    """Return *value* as JSON with Swedish letters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def write_paper(paper: Paper, as_json: Callable[[], Any], wanted: Wanted) -> None:
    """Write *paper*, or what *as_json* makes, as it is *wanted*.

    Raises:
        ExportError: it cannot be written in that format, or to that file.
    """
    from ui.exports.writers import written

    kind = wanted.format
    data = as_json() if kind is Format.JSON else None
    content = written(paper, kind, template=wanted.template) if data is None else json_text(data)
    deliver(content, wanted.file)
