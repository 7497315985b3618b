"""A paper's notes are numbered, and its texts made printable."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.exports.paper import Fact, Facts, Line, Note, Paper, Paragraph, Table, numbers
from ui.exports.proof import marked_once, printable, proofed

A, B, C = (Note(text=text) for text in "abc")
NOW = datetime(2026, 11, 22, tzinfo=UTC)


def line(text: str, *notes: Note) -> Line:
    return Line(text=text, notes=notes)


def test_notes_are_numbered_as_they_are_read_and_equal_ones_are_one() -> None:
    blocks = (
        Facts(rows=(Fact(label="Plats", lines=(line("Båthuset", B),)),)),
        Paragraph(lines=(line("Ett.", A), line("Två.", Note(text="b")))),
        Table(header=("Vad",), rows=((line("Tre", C),),)),
    )

    assert {B: 1, A: 2, C: 3} == numbers(Paper(title="Möte", created=NOW, blocks=blocks))


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        pytest.param([], [], id="none"),
        pytest.param([(A,), (A,), (A,)], [(), (), (A,)], id="alike"),
        pytest.param([(A,), (B,), (B,)], [(A,), (), (B,)], id="one, then another"),
        pytest.param([(A,), (), (A,)], [(A,), (), (A,)], id="one without between"),
    ],
)
def test_lines_that_run_on_are_marked_after_the_last_that_shares_the_source(
    lines: list[tuple[Note, ...]], kept: list[tuple[Note, ...]]
) -> None:
    assert kept == [one.notes for one in marked_once([line("Ord.", *notes) for notes in lines])]


def test_columns_share_the_width() -> None:
    table = Table(header=("Vad", "Vem"), rows=(), widths=(3, 1))

    assert (0.75, 0.25) == table.shares
    assert (0.5, 0.5) == Table(header=("Vad", "Vem"), rows=()).shares


def test_what_no_file_can_hold_is_left_out_everywhere() -> None:
    blocks = (Paragraph(lines=(line("Av\x00gift\x0c\nen \ud800höjs", Note(text="s.\x0b 2")),)),)

    paper = proofed(Paper(title="Mö\x1fte", created=NOW, blocks=blocks))

    assert "Möte" == paper.title
    assert (line("Avgift en höjs", Note(text="s. 2")),) == paper.blocks[0].lines  # type: ignore[union-attr]


@given(st.text(alphabet=st.characters()))
def test_printable_text_can_be_written_as_xml(text: str) -> None:
    from lxml import etree

    element = etree.Element("t")
    element.text = printable(text)

    assert printable(text) == (etree.fromstring(etree.tostring(element)).text or "")
