"""Read the text of a PDF, page by page."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Lock
from typing import Any

from ingest.failure import unreadable
from ingest.pages import join_pages
from ingest.readers.pdf_text import page_text
from ingest.source import Source

# PDFium is not safe to call from two threads.
PDFIUM = Lock()

# An image over most of a page with fewer letters than this is a scan with a stamp on it:
# `Elektroniskt undertecknat 2024-03-04, ref. 12345`.
STAMP_LETTERS = 100
SCAN_SHARE = 0.6

SCANNED = (
    "Sida {} saknar text och kunde inte läsas; den är troligen skannad. "
    "Kör OCR på filen och läs in den igen."
)
STAMPED = (
    "Sida {} är troligen skannad och har bara lite text som kunde läsas. "
    "Kör OCR på filen och läs in den igen."
)
NO_PAGES = "har inga sidor; skapa PDF:en på nytt."
BLANK = "Sida {} saknar text; den är tom."
DAMAGED = "Sida {} är skadad och kunde inte läsas; hämta filen på nytt och läs in den igen."


def read(path: Path) -> Source:
    """Return the text with the place of each page, and a warning for each page without text."""
    with PDFIUM:
        pages = list(_pages(path))
    warnings = tuple(
        warning.format(number) for number, (_, warning) in enumerate(pages, start=1) if warning
    )
    if all(warning for _, warning in pages):
        raise unreadable(path, _refusal({warning for _, warning in pages}, len(pages)))
    text, places = join_pages([text for text, _ in pages])
    return Source(text=text, pages=places, warnings=warnings)


def _refusal(warnings: set[str], count: int) -> str:
    """Return why nothing could be read of *count* pages."""
    if not count:
        return NO_PAGES
    if warnings & {SCANNED, STAMPED}:
        amount = "sidan" if count == 1 else f"ingen av de {count} sidorna"
        verb = "saknar" if count == 1 else "har"
        return (
            f"är troligen skannad, {amount} {verb} läsbar text; "
            "kör OCR på den (till exempel med ocrmypdf -l swe) och läs in den igen."
        )
    if DAMAGED in warnings:
        return "är skadad; hämta eller skapa den på nytt."
    return "innehåller bara tomma sidor; kontrollera att det är rätt fil."


def _pages(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the text of each page, and what is wrong with the page or an empty string."""
    import pypdfium2 as pdfium
    from pypdfium2 import raw

    # A document without pages fails with no error of its own; PDFium would tell that of an earlier
    # document. So it gets one that no document in memory has.
    raw.FPDF_LoadDocument(b"", None)
    try:
        document = pdfium.PdfDocument(path.read_bytes())
    except pdfium.PdfiumError as error:
        raise unreadable(path, _cause(error)) from error
    with closing(document):
        for number in range(len(document)):
            try:
                page = document[number]
                with closing(page), closing(page.get_textpage()) as textpage:
                    text = page_text(textpage)
                    yield text, _defect(page, text)
            except pdfium.PdfiumError:
                yield "", DAMAGED


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
    return STAMPED if _has_scan(page) else ""


def _has_scan(page: Any) -> bool:
    """Tell whether an image covers most of the page."""
    from pypdfium2 import raw

    width, height = page.get_size()
    return any(
        (right - left) * (top - bottom) > SCAN_SHARE * width * height
        for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
        for left, bottom, right, top in [image.get_bounds()]
    )
