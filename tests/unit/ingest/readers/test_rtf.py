from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.limits import Limits
from ingest.readers.rtf import read
from ingest.source import File
from rag.errors import ReadError


def text_of(rtf: str) -> str:
    raw = rf"{{\rtf1\ansi\ansicpg1252 {rtf}}}".encode("ascii")
    return read(File(name="m.rtf", raw=raw), Limits()).text


@pytest.mark.parametrize(
    ("rtf", "expected"),
    [
        pytest.param(r"M\'f6te p\'e5 \'c5s\'f6n", "Möte på Åsön", id="Windows letters"),
        pytest.param(r"M\u246?te {\uc2\u229 ??r\u229\'e5\'e5}", "Möte årå", id="Unicode"),
        pytest.param(r"\u-10179?\u-8694?", "😊", id="emoji"),
        pytest.param(r"Ett\par Tv\'e5\line tre", "Ett\n\nTvå\ntre", id="paragraphs and lines"),
        pytest.param("F\nö\nrst".replace("ö", r"\'f6"), "Först", id="line ends mean nothing"),
        pytest.param(r"Plats:\tab Ladan", "Plats: Ladan", id="tab"),
        pytest.param(r"\{a\} b\\c\~d", "{a} b\\c\xa0d", id="escapes"),
        pytest.param(
            r"{\fonttbl{\f0 Arial;}}{\info{\author Eva}}{\*\generator X;}Hej", "Hej", id="tables"
        ),
        pytest.param(r"{\pict\pngblip 89504e47}Hej", "Hej", id="picture"),
        pytest.param(r"{\pict\bin3 }}{}Hej", "Hej", id="binary picture"),
        pytest.param(
            r"{\stylesheet{\s1 heading 1;}{\s7 Title;}}\pard\s7 Protokoll\par\pard\s1 Val\par"
            r"\pard Bo v\'e4ljs.",
            "# Protokoll\n\n## Val\n\nBo väljs.",
            id="headings by style",
        ),
        pytest.param(
            r"\pard\outlinelevel1 Val\par\pard Bo", "## Val\n\nBo", id="headings by outline"
        ),
        pytest.param(
            r"\pard{\listtext\f3\'b7\tab}Eva\par{\listtext\'b7\tab}Bo\par{\pntext 1.\tab}Ida",
            "- Eva\n- Bo\n1. Ida",
            id="lists",
        ),
        pytest.param(
            r"\trowd\intbl Eva Ek\cell X\cell\cell\row\trowd\intbl Bo Bok\cell\cell X\cell\row"
            r"\pard Slut",
            "Eva Ek | X |\nBo Bok |  | X\n\nSlut",
            id="table",
        ),
        pytest.param(
            r"\trowd\intbl Beslutande\cell Eva Ek\par Bo Bok\cell\row",
            "Beslutande\n\nEva Ek\n\nBo Bok",
            id="table as a frame",
        ),
        pytest.param(r"Bo {\deleted Ek}{\revised Bok} v\'e4ljs", "Bo Bok väljs", id="changes"),
        pytest.param(r"Bo {\v hemlig}{\v0 ses}", "Bo ses", id="hidden text"),
        pytest.param(
            r"{\field{\*\fldinst HYPERLINK x}{\fldrslt Bilaga 1}}", "Bilaga 1", id="field"
        ),
        pytest.param(
            r"{\header\pard Byalaget 2024-03-04\par}{\footer\pard Sida 1\par}Hej",
            "Byalaget 2024-03-04\n\nHej",
            id="header",
        ),
        pytest.param(r"Ett}}}} tv\'e5", "Ett två", id="too many braces"),
        pytest.param(r"{{{Ett", "Ett", id="too few braces"),
    ],
)
def test_keeps_the_structure_of_a_document(rtf: str, expected: str) -> None:
    assert expected == text_of(rtf)


@pytest.mark.parametrize("rtf", [r"\ansicpg99999 Hej", "{" * 5_000])
def test_says_that_a_document_is_damaged(rtf: str) -> None:
    with pytest.raises(ReadError, match="är skadad eller inget RTF-dokument; öppna den i Word"):
        text_of(rtf)


@given(st.text(alphabet="\\{}'*;u1af5 par\n"))
def test_any_text_is_read_or_refused(rtf: str) -> None:
    with suppress(ReadError):
        assert text_of(rtf) is not None
