"""The pages of a PDF, and where words stand on them."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ingest.readers import pdf_sheets
from ingest.sheets import Marked
from ingest.source import File
from rag.errors import ReadError

LINES = ("Bryggan är rutten.", "Styrelsen beslutar att", "bygga en ny brygga.", "Bryggan är lång.")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> File:
    path: Path = tmp_path_factory.mktemp("pdf") / "moten.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    for page in (LINES, LINES[:1]):
        for number, line in enumerate(page):
            canvas.drawString(60, 780 - 40 * number, line)
        canvas.showPage()
    canvas.save()
    return File(name=path.name, raw=path.read_bytes())


def tops(file: File, words: str, at: float = 0.0) -> list[float]:
    """Return how far down on the first page the boxes of *words* begin, in points."""
    first, _ = pdf_sheets.sheets(file, [Marked(page=1, words=words, at=at)])
    return [round(box.top * first.height) for box in first.boxes]


@pytest.mark.parametrize(
    ("words", "at", "lines"),
    [
        pytest.param("Bryggan är rutten.", 0.0, [0], id="one line"),
        pytest.param("beslutar att bygga en  ny\nbrygga", 0.0, [1, 2], id="over a line's end"),
        pytest.param("bryggan är", 0.0, [0], id="the first of two"),
        pytest.param("bryggan är", 0.9, [3], id="the nearest of two"),
        pytest.param("Bryggan är rutten.\nDet står inte här.", 0.0, [0], id="what there is of it"),
        pytest.param("Simhallen", 0.0, [], id="not there"),
        pytest.param("", 0.0, [], id="nothing"),
    ],
)
def test_words_are_found_line_by_line(file: File, words: str, at: float, lines: list[int]) -> None:
    found = tops(file, words, at)

    assert [pytest.approx(842 - 780 - 11 + 40 * line, abs=4) for line in lines] == found


def test_the_other_pages_have_no_boxes(file: File) -> None:
    first, second = pdf_sheets.sheets(file, [Marked(page=1, words="Bryggan är rutten.")])

    assert (1, 2, ()) == (first.number, second.number, second.boxes)
    assert (595, 842) == (round(first.width), round(first.height))


def test_a_page_is_drawn_as_wide_as_it_is_shown(file: File) -> None:
    drawn = Image.open(BytesIO(pdf_sheets.picture(file, 2)))

    assert ("PNG", pdf_sheets.WIDTH) == (drawn.format, drawn.width)
    assert drawn.convert("L").getextrema()[0] < 100


@pytest.mark.parametrize("page", [3, 10_000])
def test_a_page_that_is_not_there_is_refused_in_a_sentence(file: File, page: int) -> None:
    with pytest.raises(ReadError, match=rf"Filen moten.pdf Sida {page} är skadad"):
        pdf_sheets.picture(file, page)
