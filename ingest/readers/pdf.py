"""Read the text of a PDF, page by page."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from io import BytesIO
from math import sqrt
from threading import Lock
from typing import Any

from ingest.failure import too_many_pages, unreadable
from ingest.limits import Limits
from ingest.pages import join_pages
from ingest.readers.ocr import DPI, MOST_PIXELS
from ingest.readers.pdf_rules import find_tables
from ingest.readers.pdf_text import page_text
from ingest.source import File, Source

# PDFium is not safe to call from two threads.
PDFIUM = Lock()

# An image over most of a page with fewer letters than this is a scan with a stamp on it:
# `Elektroniskt undertecknat 2024-03-04, ref. 12345`.
STAMP_LETTERS = 100
SCAN_SHARE = 0.6

# A page's sizes are in points, of which an inch has 72. A very large page is drawn with fewer dots.
POINTS = 72
MOST_DRAWN = 40_000_000

# The defect of a page that is a picture of text; it may yet be interpreted.
SCANNED = "skannad"

ONLY_DAMAGED = "är skadad; hämta eller skapa den på nytt."
ONLY_BLANK = "innehåller bara tomma sidor; kontrollera att det är rätt fil."
NO_PAGES = "har inga sidor; skapa PDF:en på nytt."
BLANK = "Sida {} saknar text; den är tom."
DAMAGED = "Sida {} är skadad och kunde inte läsas; hämta filen på nytt och läs in den igen."


def read(file: File, limits: Limits) -> Source:
    """Return the text with the place of each page, and a warning for each page without text."""
    with PDFIUM, opened(file) as document:
        if not len(document):
            raise unreadable(file.name, NO_PAGES)
        if len(document) > limits.max_pages:
            raise too_many_pages(file.name, len(document), limits.max_pages)
        pages = [_page(document, number) for number in range(len(document))]
    defects = {n: defect for n, (_, defect) in enumerate(pages, start=1) if defect}
    if len(defects) == len(pages) and SCANNED not in defects.values():
        raise unreadable(file.name, ONLY_DAMAGED if DAMAGED in defects.values() else ONLY_BLANK)
    text, places = join_pages([text for text, _ in pages])
    return Source(
        text=text,
        pages=places,
        warnings=tuple(defect.format(n) for n, defect in defects.items() if defect != SCANNED),
        pictures=tuple(n for n, defect in defects.items() if defect == SCANNED),
    )


def pictures(file: File, numbers: Sequence[int]) -> Iterator[bytes | None]:
    """Yield each of the pages *numbers* as a picture, or `None` if it is damaged or too large."""
    with PDFIUM, opened(file) as document:
        for number in numbers:
            yield _picture(document, number - 1)


def _picture(document: Any, index: int) -> bytes | None:
    import pypdfium2 as pdfium

    try:
        with closing(document[index]) as page:
            width, height = page.get_size()
            scale = min(DPI / POINTS, sqrt(MOST_DRAWN / max(width * height, 1)))
            if largest_image(page) > MOST_PIXELS:
                return None
            drawn = BytesIO()
            page.render(scale=scale, grayscale=True).to_pil().save(drawn, "PPM")
            return drawn.getvalue()
    except pdfium.PdfiumError:
        return None


def largest_image(page: Any) -> int:
    """Return how many pixels the largest image on the page has."""
    from pypdfium2 import raw

    images = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
    return max((width * height for width, height in (i.get_px_size() for i in images)), default=0)


@contextmanager
def opened(file: File) -> Iterator[Any]:
    """Open *file*; whoever does holds `PDFIUM`."""
    import pypdfium2 as pdfium
    from pypdfium2 import raw

    # A document without pages fails with no error of its own; PDFium would tell that of an earlier
    # document. So it gets one that no document in memory has.
    raw.FPDF_LoadDocument(b"", None)
    try:
        document = pdfium.PdfDocument(file.raw)
    except pdfium.PdfiumError as error:
        raise unreadable(file.name, _cause(error)) from error
    with closing(document):
        yield document


def _page(document: Any, index: int) -> tuple[str, str]:
    """Return the text of a page, and what is wrong with the page or an empty string."""
    import pypdfium2 as pdfium

    try:
        page = document[index]
        with closing(page), closing(page.get_textpage()) as textpage:
            text = page_text(textpage, find_tables(page))
            return text, _defect(page, text)
    except pdfium.PdfiumError:
        return "", DAMAGED


def _cause(error: Any) -> str:
    """Return why PDFium could not open a document, and what to do."""
    from pypdfium2 import raw

    causes = {
        raw.FPDF_ERR_FILE: NO_PAGES,
        raw.FPDF_ERR_PASSWORD: "är skyddad med lösenord; spara en kopia utan lösenord.",
        raw.FPDF_ERR_SECURITY: "är krypterad på ett okänt sätt; spara en kopia utan skydd.",
    }
    damaged = "är skadad eller ingen PDF; hämta eller skapa den på nytt."
    return causes.get(error.err_code, damaged)


def _defect(page: Any, text: str) -> str:
    """Return what is wrong with a page of which *text* was read, or an empty string."""
    letters = sum(map(str.isalpha, text))
    if letters >= STAMP_LETTERS:
        return ""
    if not letters:
        return SCANNED if next(page.get_objects(max_depth=1), None) else BLANK
    return SCANNED if _has_scan(page) else ""


def _has_scan(page: Any) -> bool:
    """Tell whether an image covers most of the page."""
    from pypdfium2 import raw

    width, height = page.get_size()
    return any(
        (right - left) * (top - bottom) > SCAN_SHARE * width * height
        for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
        for left, bottom, right, top in [image.get_bounds()]
    )
