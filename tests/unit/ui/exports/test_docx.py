"""A paper as a Word document, plain and by the user's template."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree

from rag.errors import ExportError
from ui.exports.docx import docx
from ui.exports.paper import Bullets, Line, Paper
from ui.exports.word_template import template_base

FOOTNOTES = "word/footnotes.xml"


def part(data: bytes, name: str) -> Any:
    with ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    return [(p.style.name, p.text) for p in Document(BytesIO(data)).paragraphs]


def footnotes(data: bytes) -> dict[int, str]:
    return {
        int(note.get(qn("w:id"))): "".join(note.itertext()).strip()
        for note in part(data, FOOTNOTES)
        if note.get(qn("w:type")) is None
    }


def saved(document: Any, path: Path) -> Path:
    document.save(str(path))
    return path


@pytest.fixture
def template(tmp_path: Path) -> Path:
    document = Document()
    document.sections[0].left_margin = Mm(40)
    document.sections[0].header.paragraphs[0].text = "Ekdals båtklubb"
    document.styles["Heading 1"].font.name = "Comic Neue"
    document.add_paragraph("Till styrelsen")
    document.add_paragraph(" {{Sammanfattning}} ")
    document.add_paragraph("Hälsningar")
    return saved(document, tmp_path / "mall.docx")


def test_the_text_has_real_styles(paper: Paper) -> None:
    assert [
        ("Title", "Styrelsen 4 mars 2024"),
        ("Subtitle", "Sammanfattning av protokoll"),
        ("Uppgift", "Plats\tBåthuset"),
        ("Heading 1", "I korthet"),
        ("List Bullet", "Taket läcker."),
        ("Heading 2", "§ 2 Taket"),
        (
            "Normal",
            "Taket är gammalt. Plåten, 1*2 <m>, finns på https://plat.example/a_b.",
        ),
        ("List Bullet", "Yrkande: bifall"),
        ("Beslut", "Beslut\natt lägga plåt, "),
        ("Slutnotering", "Framställd av Mötesminne."),
    ] == paragraphs(docx(paper))


def test_each_source_is_one_footnote_and_later_mentions_refer_to_it(paper: Paper) -> None:
    data = docx(paper)
    body = part(data, "word/document.xml")
    marks = [mark.get(qn("w:id")) for mark in body.iter(qn("w:footnoteReference"))]
    fields = [field.get(qn("w:instr")).split()[1] for field in body.iter(qn("w:fldSimple"))]
    bookmarks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}

    assert {
        1: "Styrelsen 2024-03-04, §\N{NO-BREAK SPACE}2 Taket, s. 2 (mars.pdf)",
        2: "Styrelsen 2024-03-04, s. 3 (mars.pdf): ”Plåten är grå.”",
    } == footnotes(data)
    assert ["1", "2"] == marks
    assert 4 == len(fields)
    assert set(fields) <= bookmarks


def test_the_footnotes_are_a_part_of_the_file_with_separators(paper: Paper) -> None:
    data = docx(paper)
    kinds = [note.get(qn("w:type")) for note in part(data, FOOTNOTES)][:2]
    types = part(data, "[Content_Types].xml")
    relations = part(data, "word/_rels/document.xml.rels")
    settings = part(data, "word/settings.xml")

    assert ["separator", "continuationSeparator"] == kinds
    assert ["/word/footnotes.xml"] == [
        name.get("PartName") for name in types if "footnotes+xml" in name.get("ContentType", "")
    ]
    assert "footnotes.xml" in [relation.get("Target") for relation in relations]
    assert ["-1", "0"] == [
        note.get(qn("w:id")) for note in settings.find(qn("w:footnotePr")).iter(qn("w:footnote"))
    ]


def test_the_table_repeats_its_header_and_keeps_its_widths(paper: Paper) -> None:
    [table] = Document(BytesIO(docx(paper))).tables

    assert [["Vad", "Vem"], ["Tor | beställer", "=Tor"], ["Måla", "–"]] == [
        [cell.text for cell in row.cells] for row in table.rows
    ]
    assert [1, 0, 0] == [len(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows]
    wide, narrow = (column.width for column in table.columns)
    assert 3 == pytest.approx(wide / narrow, rel=0.01)


def test_the_file_tells_what_it_is_on_numbered_pages_of_a4(paper: Paper) -> None:
    data = docx(paper)
    document = Document(BytesIO(data))
    properties = document.core_properties
    section = document.sections[0]
    footer = part(data, "word/footer1.xml")

    assert ("Styrelsen 4 mars 2024", "Mötesminne", "sv-SE", "") == (
        properties.title,
        properties.author,
        properties.language,
        properties.comments,
    )
    assert (2026, 11, 22) == (
        properties.created.year,
        properties.created.month,
        properties.created.day,
    )
    assert (210, 297) == (round(section.page_width.mm), round(section.page_height.mm))
    assert ["PAGE", "NUMPAGES"] == [
        field.get(qn("w:instr")) for field in footer.iter(qn("w:fldSimple"))
    ]
    language = part(data, "word/styles.xml").find(f".//{qn('w:lang')}")
    assert "sv-SE" == language.get(qn("w:val"))


def test_addresses_are_links(paper: Paper) -> None:
    document = Document(BytesIO(docx(paper)))

    assert ["https://plat.example/a_b"] == [
        link.address for p in document.paragraphs for link in p.hyperlinks
    ]


def test_a_template_keeps_its_own_and_the_text_stands_at_its_place(
    paper: Paper, template: Path
) -> None:
    data = docx(paper, template)
    document = Document(BytesIO(data))
    texts = [text for _, text in paragraphs(data)]

    assert ["Till styrelsen", "Styrelsen 4 mars 2024"] == texts[:2]
    assert ["Framställd av Mötesminne.", "Hälsningar"] == texts[-2:]
    assert "Ekdals båtklubb" == document.sections[0].header.paragraphs[0].text
    assert 40 == round(document.sections[0].left_margin.mm)
    assert "Comic Neue" == document.styles["Heading 1"].font.name
    assert 1 == len(document.tables)


def test_a_template_without_a_place_gets_the_text_last(paper: Paper, tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Till styrelsen")
    document.add_paragraph()

    texts = [text for _, text in paragraphs(docx(paper, saved(document, tmp_path / "mall.docx")))]

    assert ["Till styrelsen", "Styrelsen 4 mars 2024"] == texts[:2]


def test_a_template_without_styles_and_lists_gets_them(paper: Paper, tmp_path: Path) -> None:
    bare = Document()
    for style in list(bare.styles):
        if style.name.startswith(("Heading", "List", "Title", "Subtitle")):
            style.delete()
    for key, relation in list(bare.part.rels.items()):
        if relation.reltype.endswith("/numbering"):
            del bare.part.rels[key]

    data = docx(paper, saved(bare, tmp_path / "mall.docx"))
    document = Document(BytesIO(data))

    assert ("Heading 1", "I korthet") in paragraphs(data)
    [level] = document.styles["Heading 1"].element.xpath("w:pPr/w:outlineLvl/@w:val")
    assert "0" == level
    [number] = document.styles["List Bullet"].element.xpath("w:pPr/w:numPr/w:numId/@w:val")
    numbering = document.part.numbering_part.element
    assert ["bullet"] == numbering.xpath("//w:lvl/w:numFmt/@w:val")
    assert [number] == numbering.xpath("w:num/@w:numId")


def test_a_template_with_footnotes_keeps_them_and_ours_go_on(paper: Paper, tmp_path: Path) -> None:
    first = tmp_path / "mall.docx"
    first.write_bytes(docx(paper))

    data = docx(replace(paper, title="Ett till"), first)
    body = part(data, "word/document.xml")

    assert [1, 2, 3, 4] == sorted(footnotes(data))
    ids = [mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkStart"))]
    names = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(ids) == len(set(ids))
    assert len(names) == len(set(names))


def test_a_place_in_a_cell_is_filled(paper: Paper, tmp_path: Path) -> None:
    document = Document()
    document.add_table(1, 1).cell(0, 0).text = "{{sammanfattning}}"

    [outer] = Document(BytesIO(docx(paper, saved(document, tmp_path / "mall.docx")))).tables

    assert "Styrelsen 4 mars 2024" == outer.cell(0, 0).paragraphs[0].text
    assert "" == outer.cell(0, 0).paragraphs[-1].text


def test_a_dotx_is_a_template_too(paper: Paper, template: Path, tmp_path: Path) -> None:
    dotx = tmp_path / "mall.dotx"
    with ZipFile(template) as old, ZipFile(dotx, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(entry, content.replace(b"document.main+xml", b"template.main+xml"))

    data = docx(paper, dotx)

    assert ("Heading 1", "I korthet") in paragraphs(data)
    assert b"template.main+xml" not in ZipFile(BytesIO(data)).read("[Content_Types].xml")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"Till styrelsen", id="text"),
        pytest.param(b"%PDF-1.7", id="pdf"),
        pytest.param(b"PK\x03\x04halv", id="half a zip"),
    ],
)
def test_what_is_no_word_document_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "mall.docx"
    file.write_bytes(content)

    with pytest.raises(ExportError, match="är inget Word-dokument: spara den som"):
        template_base(file)


def test_another_archive_is_no_template(tmp_path: Path) -> None:
    for name, entries in (("a", {}), ("b", {"[Content_Types].xml": "<Types/>"})):
        with ZipFile(tmp_path / name, "w") as archive:
            for entry, content in entries.items():
                archive.writestr(entry, content)
        with pytest.raises(ExportError, match="är inget Word-dokument"):
            template_base(tmp_path / name)


def test_a_template_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"nix\.docx finns inte"):
        template_base(tmp_path / "nix.docx")
    with pytest.raises(ExportError, match="kan inte läsas"):
        template_base(tmp_path)


def test_three_hundred_lines_are_written(paper: Paper) -> None:
    lines = tuple(Line(text=f"Rad {n}.") for n in range(300))

    assert 300 == [
        style for style, _ in paragraphs(docx(replace(paper, blocks=(Bullets(lines=lines),))))
    ].count("List Bullet")
