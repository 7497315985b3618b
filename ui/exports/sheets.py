"""Write a table for Excel, as CSV or XLSX, in which no cell is ever a formula."""

import csv
from collections.abc import Iterable
from io import BytesIO, StringIO

from ui.exports.paper import AUTHOR, Table

# What Excel would take for the start of a formula, also in its wide forms.
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
SOURCE = "Källa"
# More than Excel holds in a cell.
CELL_CHARS = 32_767
SHEET_CHARS = 120
"""How wide all columns of a sheet are together, in characters."""


def csv_table(table: Table, *, title: str = AUTHOR) -> bytes:
    """Return *table* as the CSV that a Swedish Excel opens: UTF-8 with a mark, semicolons.

    CSV has no place for a *title*.
    """
    written = StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in cells(table))
    return written.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """Return *cell* with an apostrophe before what Excel would calculate.

    >>> harmless("=1+1"), harmless("bifall")
    ("'=1+1", 'bifall')
    """
    return f"'{cell}" if cell.startswith(FORMULA_MARKS) else cell


def xlsx_table(table: Table, *, title: str = AUTHOR) -> bytes:
    """Return *table* as a workbook with one sheet: a header that stays, and cells of text."""
    from xlsxwriter import Workbook

    written = BytesIO()
    head, *rows = cells(table)
    with Workbook(written, {"in_memory": True}) as book:
        book.set_properties({"title": title, "author": AUTHOR})
        sheet = book.add_worksheet()
        plain = {"text_wrap": True, "valign": "top", "quote_prefix": True}
        header, body = book.add_format({"bold": True, "bottom": 1}), book.add_format(plain)
        for number, name in enumerate(head):
            share = table.shares[number] if number < len(table.shares) else 1 / len(head)
            sheet.set_column(number, number, max(len(name) + 4, share * SHEET_CHARS))
            sheet.write_string(0, number, name, header)
        for place, row in enumerate(rows, 1):
            for number, cell in enumerate(row):
                sheet.write_string(place, number, cell[:CELL_CHARS], body)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows), len(head) - 1)
    return written.getvalue()


def cells(table: Table) -> Iterable[list[str]]:
    """Yield the header and the rows as texts, and in a last column where they come from."""
    notes = [list(dict.fromkeys(n.text for cell in row for n in cell.notes)) for row in table.rows]
    has_sources = any(notes)
    yield [*table.header, *([SOURCE] if has_sources else [])]
    for row, sources in zip(table.rows, notes, strict=True):
        yield [*(cell.text for cell in row), *(["; ".join(sources)] if has_sources else [])]
