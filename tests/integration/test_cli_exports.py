"""The command line writes summaries and registers as files to hand on."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from command_line import Motesminne
from docx import Document
from lxml import html
from pypdfium2 import PdfDocument

DECISION = "Styrelsen beslutade att lägga ett nytt plåttak på båthuset."


@pytest.fixture
def meeting(reader: Motesminne) -> str:
    listed = reader("meetings", "list", "--json").json
    return str(next(m["document_id"] for m in listed if m["date"] == "2024-03-04"))


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_summary_becomes_a_word_document(
    reader: Motesminne, meeting: str, tmp_path: Path
) -> None:
    file = tmp_path / "möte.docx"

    ran = reader("summarise", meeting, "-o", file)

    document = Document(str(file))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert (0, "", "") == (ran.status, ran.out, ran.err)
    assert "4 mars 2024" in document.core_properties.title
    assert any(DECISION in text for text in texts)
    assert b"styrelsen-mars.txt" in ZipFile(file).read("word/footnotes.xml")


def test_a_summary_becomes_a_pdf_and_a_page(
    reader: Motesminne, meeting: str, tmp_path: Path
) -> None:
    pdf, page = tmp_path / "möte.pdf", tmp_path / "möte.html"

    assert [0, 0] == [reader("summarise", meeting, "-o", file).status for file in (pdf, page)]

    document = PdfDocument(pdf)
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "lägga ett nytt plåttak" in text
    assert DECISION in "".join(html.parse(str(page)).getroot().itertext())


def test_markdown_and_json_go_to_standard_output(reader: Motesminne, meeting: str) -> None:
    markdown = reader("summarise", meeting, "--format", "md").out

    assert markdown.startswith("# ")
    assert f"> {DECISION}[^" in markdown
    assert reader("summarise", meeting, "--json").json == (
        reader("summarise", meeting, "--format", "json", "-o", "-").json
    )


def test_a_shorter_summary_says_no_more(reader: Motesminne, meeting: str) -> None:
    short, long = (
        reader("summarise", meeting, "--length", length, "--json").json
        for length in ("kort", "lång")
    )

    assert len(short["citations"]) <= len(long["citations"])


def test_a_template_is_kept(reader: Motesminne, meeting: str, tmp_path: Path) -> None:
    template, file = tmp_path / "mall.docx", tmp_path / "möte.docx"
    letter = Document()
    letter.sections[0].header.paragraphs[0].text = "Åvikens roddförening, org.nr 00"
    letter.add_paragraph("{{sammanfattning}}")
    letter.add_paragraph("Hälsningar")
    letter.save(str(template))

    ran = reader("summarise", meeting, "--template", template, "-o", file)

    document = Document(str(file))
    assert 0 == ran.status
    assert "Åvikens roddförening, org.nr 00" == document.sections[0].header.paragraphs[0].text
    assert "Hälsningar" == document.paragraphs[-1].text


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param(["-o", "nix/möte.docx"], "finns inte; skapa den", id="no folder"),
        pytest.param(["-o", "."], "det är en mapp", id="folder"),
        pytest.param(["-o", "möte.doc"], "Formatet framgår inte", id="unknown ending"),
        pytest.param(["--format", "csv"], "kan inte skrivas här", id="not for a summary"),
        pytest.param(
            ["--template", "mall.txt", "-o", "a.docx"], "inget Word-dokument", id="no template"
        ),
        pytest.param(
            ["--template", "mall.txt", "-o", "a.pdf"], "bara användas för docx", id="not Word"
        ),
    ],
)
def test_what_cannot_be_written_is_one_sentence_and_leaves_nothing(
    reader: Motesminne, meeting: str, options: list[str], message: str, in_folder: None
) -> None:
    Path("mall.txt").write_text("Till styrelsen")

    ran = reader("summarise", meeting, *options)

    assert (1, "") == (ran.status, ran.out)
    assert ran.err.startswith("Fel: ")
    assert message in ran.err
    assert 1 == ran.err.count("\n")
    assert [Path("mall.txt")] == list(Path().iterdir())


def test_a_register_becomes_a_table(reader: Motesminne, tmp_path: Path) -> None:
    file = tmp_path / "beslut.csv"

    assert 0 == reader("register", "decisions", "-o", file).status
    assert 0 == reader("register", "decisions", "-o", tmp_path / "beslut.xlsx").status

    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "nytt plåttak" in file.read_text(encoding="utf-8-sig")
    with ZipFile(BytesIO((tmp_path / "beslut.xlsx").read_bytes())) as book:
        assert "nytt plåttak" in book.read("xl/sharedStrings.xml").decode()


LOADED = """
import sys
import ui.cli, ui.commands.summarise, ui.commands.register, ui.commands.new
print(sorted({"docx", "typst", "xlsxwriter", "jinja2", "lxml"} & set(sys.modules)))
"""


def test_no_writer_is_loaded_before_something_is_written() -> None:
    ran = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", LOADED], check=True, capture_output=True, encoding="utf-8"
    )

    assert "[]\n" == ran.stdout
