"""Tables for Excel."""

import csv
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest

from ui.exports.paper import Line, Note, Table
from ui.exports.sheets import csv_table, xlsx_table

FORMULAS = ("=1+1", "+46 70", "-5", "@SUMMA(A1)", "=HYPERLINK(1)", "＝1")


def table(*cells: str) -> Table:
    return Table(header=("Vad",), rows=tuple((Line(text=cell),) for cell in cells), widths=(1,))


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig")), delimiter=";"))


def sheet(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as book:
        return book.read("xl/worksheets/sheet1.xml").decode()


def strings(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as book:
        return book.read("xl/sharedStrings.xml").decode()


def test_csv_is_what_a_swedish_excel_opens() -> None:
    data = csv_table(table("Båten; åran", 'Ett "citat"'))

    assert data.startswith(b"\xef\xbb\xbfVad\r\n")
    assert [["Vad"], ["Båten; åran"], ['Ett "citat"']] == rows(data)


def test_the_sources_are_a_last_column() -> None:
    notes = (Note(text="s. 1"), Note(text="s. 2"))
    cited = Table(
        header=("Vad", "Vem"),
        rows=((Line(text="Måla", notes=notes), Line(text="Tor", notes=notes[:1])),),
    )

    assert [["Vad", "Vem", "Källa"], ["Måla", "Tor", "s. 1; s. 2"]] == rows(csv_table(cited))
    assert "s. 1; s. 2" in strings(xlsx_table(cited))


@pytest.mark.parametrize("cell", FORMULAS)
def test_no_cell_is_ever_a_formula(cell: str) -> None:
    assert [["Vad"], [f"'{cell}"]] == rows(csv_table(table(cell)))
    assert "<f>" not in sheet(xlsx_table(table(cell)))
    assert cell in strings(xlsx_table(table(cell)))


def test_the_header_stays_and_an_empty_table_opens() -> None:
    data = xlsx_table(table(), title="Beslut")

    assert 'state="frozen"' in sheet(data)
    assert [["Vad"]] == rows(csv_table(table()))


def test_a_cell_is_no_longer_than_excel_holds() -> None:
    assert "a" * 32_767 + "<" in strings(xlsx_table(table("a" * 40_000)))
