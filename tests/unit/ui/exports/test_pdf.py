"""A paper as PDF."""

from dataclasses import replace
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from ui.exports.paper import Line, Note, Paper, Paragraph, Table
from ui.exports.pdf import pdf


def pages(data: bytes) -> list[str]:
    document = PdfDocument(data)
    try:
        texts = [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    finally:
        document.close()
    return texts


def properties(data: bytes) -> dict[str, Any]:
    document = PdfDocument(data)
    try:
        return dict(document.get_metadata_dict())
    finally:
        document.close()


def test_the_text_its_notes_and_the_page_number_are_there(paper: Paper) -> None:
    [page] = pages(pdf(paper))

    for words in ("Styrelsen 4 mars 2024", "I korthet", "att lägga plåt", "Sida 1 av 1", "”Plåten"):
        assert words in page
    assert 1 == page.count("s. 2 (mars.pdf)")  # four mentions, one footnote


def test_it_tells_title_author_and_language_and_can_be_archived(paper: Paper) -> None:
    data = pdf(paper)
    found = properties(data)

    assert ("Styrelsen 4 mars 2024", "Mötesminne") == (found["Title"], found["Author"])
    assert "20261122" in found["CreationDate"]
    assert b"/Lang(sv)" in data
    assert b"pdfaid:part" in data


@pytest.mark.parametrize(
    "words",
    [
        pytest.param('#panic("nej")', id="code"),
        pytest.param("= rubrik *fet* $x$ [ ] @ref <etikett> \\ //", id="markup"),
        pytest.param('"; #read("/etc/passwd")', id="file"),
    ],
)
def test_no_word_is_markup(paper: Paper, words: str) -> None:
    note = Note(text=words)
    lines = (Line(text=words, notes=(note,), label=words),)

    [page] = pages(pdf(replace(paper, title=words, blocks=(Paragraph(lines=lines),))))

    assert page.count(words.split(maxsplit=1)[0]) >= 4


def test_a_character_that_no_font_has_does_not_stop_it(paper: Paper) -> None:
    strange = Paragraph(lines=(Line(text="Rodden \U0010fffd 🚣 går bra."),))

    assert "går bra." in pages(pdf(replace(paper, blocks=(strange,))))[0]


def test_a_long_table_repeats_its_header_on_each_page(paper: Paper) -> None:
    rows = tuple((Line(text=f"Uppgift {n}"), Line(text="Tor")) for n in range(120))
    table = Table(header=("Vad ska göras", "Vem"), rows=rows)

    found = pages(pdf(replace(paper, blocks=(table,), closing=())))

    assert len(found) >= 3
    assert all("Vad ska göras" in page for page in found)
    assert f"Sida 2 av {len(found)}" in found[1]
