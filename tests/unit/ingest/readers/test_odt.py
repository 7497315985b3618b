from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from ingest.limits import Limits
from ingest.readers.odt import read
from ingest.source import File
from rag.errors import ReadError

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "svg": "svg-compatible",
    }.items()
)

LISTS = (
    '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/>'
    "</text:list-style>"
    '<text:list-style style:name="L2"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" '
    'style:num-format="a" style:num-suffix=")"/></text:list-style>'
)
OUTLINE = (
    '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" '
    'style:num-prefix="§ "/></text:outline-style>'
)
HEADER = (
    "<style:master-page><style:header><text:p>Byalaget 2024-03-04</text:p></style:header>"
    "<style:footer><text:p>Sida 1 (2)</text:p></style:footer></style:master-page>"
)


def odt(body: str, styles: str = "", **more: str) -> File:
    members = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<x {NAMESPACES}>{LISTS}<office:text>{body}</office:text></x>",
        "styles.xml": f"<x {NAMESPACES}>{styles}</x>",
        **more,
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return File(name="m.odt", raw=buffer.getvalue())


def entries(*texts: str) -> str:
    return "".join(f"<text:list-item><text:p>{text}</text:p></text:list-item>" for text in texts)


def cells(*texts: str) -> str:
    inner = "".join(f"<table:table-cell><text:p>{t}</text:p></table:table-cell>" for t in texts)
    return f"<table:table-row>{inner}</table:table-row>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            '<text:h text:outline-level="2">§ 4 Val</text:h><text:p>Bo\n väljs.</text:p>',
            "## § 4 Val\n\nBo väljs.",
            id="headings",
        ),
        pytest.param(
            '<text:p text:style-name="Title">Protokoll</text:p><text:h>Val</text:h>',
            "# Protokoll\n\n## Val",
            id="title",
        ),
        pytest.param(
            f'<text:list text:style-name="L1">{entries("Eva", "Bo")}</text:list>',
            "- Eva\n- Bo",
            id="bullets",
        ),
        pytest.param(
            f'<text:list text:style-name="L2">{entries("Ett")}<text:list-item><text:p>Två</text:p>'
            f"<text:list>{entries('x', 'y')}</text:list></text:list-item></text:list>",
            "1. Ett\n2. Två\n  a) x\n  b) y",
            id="numbers",
        ),
        pytest.param(
            f"<table:table>{cells('Ledamot', 'Ja')}{cells('Eva Ek', 'X')}</table:table>",
            "Ledamot | Ja\nEva Ek | X",
            id="table",
        ),
        pytest.param(
            "<text:p>Plats:<text:tab/>Ladan<text:line-break/>Eva<text:s text:c='2'/>Ek</text:p>",
            "Plats: Ladan\nEva  Ek",
            id="signs",
        ),
        pytest.param(
            "<text:tracked-changes><text:p>Ida väljs</text:p></text:tracked-changes>"
            "<text:p>Bo <text:change/>Bok<text:change-start/> väljs<text:change-end/></text:p>",
            "Bo Bok väljs",
            id="tracked changes",
        ),
        pytest.param(
            "<text:p>Bo<text:note><text:p>not</text:p></text:note> <text:span>väljs</text:span>"
            "</text:p>",
            "Bo väljs",
            id="note",
        ),
        pytest.param(
            "<text:p>Utanför<draw:frame><draw:text-box><text:p>I rutan</text:p></draw:text-box>"
            "</draw:frame></text:p>",
            "Utanför\n\nI rutan",
            id="text box",
        ),
        pytest.param(
            "<text:table-of-content><text:p>Val 1</text:p></text:table-of-content>"
            "<text:section><text:p>Val</text:p></text:section>",
            "Val",
            id="table of contents",
        ),
    ],
)
def test_keeps_the_structure_of_a_document(body: str, expected: str) -> None:
    assert expected == read(odt(body), Limits()).text


def test_counts_numbered_headings() -> None:
    body = "<text:h>Val</text:h><text:h>Budget</text:h>"

    assert "# § 1 Val\n\n# § 2 Budget" == read(odt(body, OUTLINE), Limits()).text


def test_puts_the_page_header_first_and_leaves_page_numbers_out() -> None:
    source = read(odt("<text:p>Mötet öppnas.</text:p>", HEADER), Limits())

    assert "Byalaget 2024-03-04\n\nMötet öppnas." == source.text


def test_opens_nothing_that_a_document_refers_to() -> None:
    file = odt("")
    content = (
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
        f"<x {NAMESPACES}><office:text><text:p>Ett&e;</text:p></office:text></x>"
    )

    assert "Ett" == read(odt("", **{"content.xml": content}), Limits()).text
    assert file.raw


@pytest.mark.parametrize(
    ("file", "said"),
    [
        pytest.param(
            File(name="m.odt", raw=b"PK\x03\x04 nej"), "är skadad eller inget OpenD", id="damaged"
        ),
        pytest.param(odt("</text:p>"), "är skadad eller inget OpenDocument", id="damaged XML"),
        pytest.param(odt("", **{"content.xml": "<x/>"}), "är skadad eller", id="no text"),
        pytest.param(
            odt("", **{"META-INF/manifest.xml": "<encryption-data/>"}), "är skyddad", id="encrypted"
        ),
    ],
)
def test_says_why_a_document_cannot_be_read(file: File, said: str) -> None:
    with pytest.raises(ReadError, match=f"Filen m.odt {said}"):
        read(file, Limits())
