from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from handed import read_by

from ingest.readers import docx as reader
from rag.errors import ReadError

Build = Callable[[Any], None]


def text_of(build: Build, folder: Path) -> str:
    document = docx.Document()
    build(document)
    path = folder / "protokoll.docx"
    document.save(str(path))
    return read_by(reader, path).text


def headings(document: Any) -> None:
    document.add_heading("§ 4 Val", 1)
    document.add_heading("Beslut", 2)
    document.add_paragraph("Bo väljs.")


def title(document: Any) -> None:
    document.add_heading("Protokoll", 0)
    document.add_heading("§ 4 Val", 1)


def own_style(document: Any) -> None:
    style = document.styles.add_style("Rubrik paragraf", 1)
    style.base_style = document.styles["Heading 2"]
    document.add_paragraph("§ 4 Val", style="Rubrik paragraf")


def outline(document: Any) -> None:
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "0")
    document.add_paragraph("§ 4 Val")._p.get_or_add_pPr().append(level)


def lists(document: Any) -> None:
    for text in ("att bifalla", "att avslå"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("Eva", style="List Bullet")
    document.add_paragraph("Slut")


def table(document: Any) -> None:
    cells = [["Namn", "Parti"], ["Eva Ek", "S"]]
    grid = document.add_table(rows=2, cols=2)
    for row, texts in zip(grid.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def frame(document: Any) -> None:
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text = "Beslutande"
    row.cells[1].text = "Eva Ek (S)"
    row.cells[1].add_paragraph("Bo Bok (M)")


def merged(document: Any) -> None:
    grid = document.add_table(rows=1, cols=3)
    grid.cell(0, 0).merge(grid.cell(0, 1)).text = "Eva Ek"
    grid.cell(0, 2).text = "Ja"


def tabs(document: Any) -> None:
    document.add_paragraph("Plats:\tLadan")
    document.add_paragraph("Eva Ek\t\tBo Bok")


def breaks(document: Any) -> None:
    document.add_paragraph("Eva Ek\nBo Bok")


def header(document: Any) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = "Byalaget\t2024-03-04"
    section.header.add_paragraph("Sida 1 (4)")
    section.footer.paragraphs[0].text = "Justerandes signatur"
    document.add_paragraph("Mötet öppnas.")


def repeated_header(document: Any) -> None:
    document.sections[0].header.paragraphs[0].text = "Byalaget"
    document.add_paragraph("Protokoll för Byalaget")


def contents(document: Any) -> None:
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("§ 4 Val\t2", style="toc 1")
    document.add_heading("§ 4 Val", 1)


def control(document: Any) -> None:
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>Dnr </w:t></w:r>"
            "<w:sdt><w:sdtContent><w:r><w:t>BY 2024/1</w:t></w:r></w:sdtContent></w:sdt></w:p>"
            "</w:sdtContent></w:sdt>"
        ),
    )


def changes(document: Any) -> None:
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:p {nsdecls('w')}><w:r><w:t>Bo </w:t></w:r>"
            "<w:del><w:r><w:delText>avgår</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>väljs</w:t></w:r></w:ins>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r></w:p>"
        ),
    )


def box(document: Any) -> None:
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:p {nsdecls('w')}><w:r><w:t>Utanför</w:t></w:r><w:r><w:pict><w:txbxContent><w:p>"
            "<w:r><w:t>I rutan</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
        ),
    )


@pytest.mark.parametrize(
    ("build", "expected"),
    [
        pytest.param(headings, "# § 4 Val\n\n## Beslut\n\nBo väljs.", id="headings"),
        pytest.param(title, "# Protokoll\n\n## § 4 Val", id="title above headings"),
        pytest.param(own_style, "## § 4 Val", id="style based on a heading"),
        pytest.param(outline, "# § 4 Val", id="outline level"),
        pytest.param(lists, "1. att bifalla\n2. att avslå\n- Eva\n\nSlut", id="lists"),
        pytest.param(table, "Namn | Parti\nEva Ek | S", id="table"),
        pytest.param(frame, "Beslutande\n\nEva Ek (S)\n\nBo Bok (M)", id="table as a frame"),
        pytest.param(merged, "Eva Ek | Ja", id="merged cells"),
        pytest.param(tabs, "Plats: Ladan\n\nEva Ek | Bo Bok", id="tabs"),
        pytest.param(breaks, "Eva Ek\nBo Bok", id="line breaks"),
        pytest.param(header, "Byalaget | 2024-03-04\n\nMötet öppnas.", id="header"),
        pytest.param(repeated_header, "Protokoll för Byalaget", id="header that is in the text"),
        pytest.param(contents, "# § 4 Val", id="table of contents"),
        pytest.param(control, "Dnr BY 2024/1", id="content controls"),
        pytest.param(changes, "Bo väljs", id="tracked changes and hidden text"),
        pytest.param(box, "Utanför\n\nI rutan", id="text box"),
    ],
)
def test_keeps_the_structure_of_a_document(tmp_path: Path, build: Build, expected: str) -> None:
    assert expected == text_of(build, tmp_path)


def refusal(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    with pytest.raises(ReadError) as caught:
        read_by(reader, path)
    return str(caught.value)


def archive(**parts: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as zipped:
        for name, content in parts.items():
            zipped.writestr(name, content)
    return stream.getvalue()


def test_refuses_a_document_that_would_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    content = bytearray(archive(a=b"x"))
    directory = content.rindex(b"PK\x01\x02")
    content[directory + 24 : directory + 28] = (2_000_000_000).to_bytes(4, "little")

    assert (f"Filen {path} är orimligt stor uppackad (mer än 300 MB); dela upp den.") == refusal(
        path, bytes(content)
    )


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"PK\x03\x04 men inte mer", id="truncated"),
        pytest.param(archive(a=b"x"), id="another archive"),
        pytest.param(archive(**{"[Content_Types].xml": b"<x"}), id="damaged XML"),
        pytest.param(archive(**{"[Content_Types].xml": b"<Types/>"}), id="nothing but types"),
    ],
)
def test_says_that_a_file_is_no_word_document(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "fel.docx"

    assert (
        f"Filen {path} är skadad eller inget Word-dokument; "
        "öppna den i Word och spara den som .docx."
    ) == refusal(path, content)
