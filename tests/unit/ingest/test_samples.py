from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from ingest.files import SAMPLES

FILES = sorted(SAMPLES.glob("*/*"))
SCANS = [path for path in FILES if path.stem.endswith("skannat")]
PAPERS = [path for path in FILES if path.suffix == ".pdf" and path not in SCANS]
TEXTS = [path for path in FILES if path.suffix in {".txt", ".md", ".html"}]


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document).strip()


def named(path: Path) -> str:
    return path.stem


def test_every_promised_format_is_there() -> None:
    formats = Counter(path.suffix for path in FILES)

    assert {".txt", ".md", ".html", ".docx", ".pdf"} == set(formats)
    assert min(formats.values()) >= 2


def test_four_bodies_have_four_meetings_or_more() -> None:
    meetings = Counter(path.parent.name for path in FILES)

    assert len(meetings) == 4
    assert min(meetings.values()) >= 4


def test_one_file_is_not_in_utf_8() -> None:
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in TEXTS]

    assert sum("\ufffd" in text for text in texts) == 1


def test_the_scan_is_one_small_file_without_a_text_layer() -> None:
    (scan,) = SCANS

    assert not text_of(scan)
    assert scan.stat().st_size < 400_000


@pytest.mark.parametrize("path", PAPERS, ids=named)
def test_a_pdf_has_two_to_four_pages_with_numbers(path: Path) -> None:
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_range() for page in document]

    assert 2 <= len(pages) <= 4
    assert all(f"Sida {n} ({len(pages)})" in page for n, page in enumerate(pages, start=1))


def test_a_pdf_breaks_words_at_line_ends() -> None:
    # PDFium marks a hyphen at a line end with this character.
    assert any("\ufffe" in text_of(path) for path in PAPERS)


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_a_text_holds_a_meeting_s_worth_of_words(path: Path) -> None:
    words = path.read_text(encoding="latin-1").split()

    assert 250 <= len(words) <= 900
