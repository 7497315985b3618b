from io import BytesIO

import pytest
from PIL import Image, ImageDraw, ImageFont

from ingest.formats import Format
from ingest.interpret import interpret
from ingest.limits import Limits
from ingest.readers import image, ocr
from ingest.source import File, Source
from rag.errors import ReadError
from rag.span import Page, Span

needs_tesseract = pytest.mark.skipif(
    not ocr.is_installed() or not ocr.knows_swedish(), reason="tesseract med svenska saknas"
)
NO_OCR = Limits(ocr=False)


def drawn(*lines: str) -> bytes:
    """Return a picture of a page with *lines* of large type."""
    page = Image.new("L", (1200, 120 * len(lines) + 200), 255)
    font = ImageFont.load_default(60)
    for number, line in enumerate(lines):
        ImageDraw.Draw(page).text((80, 80 + 120 * number), line, fill=0, font=font)
    written = BytesIO()
    page.save(written, "PNG")
    return written.getvalue()


def picture(*lines: str) -> File:
    return File(name="möte.png", raw=drawn(*lines))


@needs_tesseract
def test_reads_a_picture_and_says_that_it_did() -> None:
    file = picture("Flaggan hissas klockan tolv", "Bryggan lagas i maj")

    source = interpret(file, Format.IMAGE, image.read(file, Limits()), Limits())

    assert ["Flaggan hissas klockan tolv", "Bryggan lagas i maj"] == [
        line for line in source.text.split("\n") if line
    ]
    assert [True] == [page.ocr for page in source.pages]
    assert (
        "Sida 1 är tolkad ur bild (OCR) och kan innehålla läsfel; jämför med originalet.",
    ) == source.warnings


@needs_tesseract
def test_refuses_a_picture_without_text() -> None:
    file = picture()

    with pytest.raises(ReadError, match="är en bild utan läsbar text; skanna om den"):
        interpret(file, Format.IMAGE, image.read(file, Limits()), Limits())


def test_has_no_time_left_for_a_picture() -> None:
    file = picture("Hej")
    source = Source(text="Ett", pages=(Page(1, Span(0, 3)),), pictures=(1,))
    limits = Limits(ocr_timeout_s=0)

    if not ocr.is_installed():
        pytest.skip("tesseract saknas")
    assert (
        "Sida 1 kunde inte tolkas ur bild; skanna om den tydligare eller i lägre upplösning.",
    ) == interpret(file, Format.IMAGE, source, limits).warnings


def test_leaves_pictures_that_must_not_be_interpreted() -> None:
    source = Source(text="Ett", pages=(Page(1, Span(0, 3)), Page(2, Span(3, 3))), pictures=(2,))

    left = interpret(picture(), Format.PDF, source, NO_OCR)

    assert "Ett" == left.text
    assert (
        "Sida 2 är troligen skannad och kunde inte läsas; slå på tolkning av bilder med "
        "MOTESMINNE_OCR=auto, ta bort mötet och läs in det igen."
    ) == left.warnings[0]


def test_refuses_what_is_nothing_but_pictures() -> None:
    source = Source(text="", pages=(Page(1, Span(0, 0)),), pictures=(1,))

    with pytest.raises(ReadError, match="är skannad och har ingen läsbar text; slå på"):
        interpret(picture(), Format.PDF, source, NO_OCR)


def test_what_has_no_pictures_stays_as_it_is() -> None:
    source = Source(text="Ett")

    assert source is interpret(picture(), Format.PDF, source, Limits())
