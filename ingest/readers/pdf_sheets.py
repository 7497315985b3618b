"""Draw the pages of a PDF, and find where words stand on them."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from ctypes import byref, c_int
from io import BytesIO
from typing import Any

from ingest.failure import unreadable
from ingest.readers.ocr import MOST_PIXELS
from ingest.readers.pdf import DAMAGED, PDFIUM, largest_image, opened
from ingest.sheets import Box, Marked, Sheet
from ingest.source import File

# Wide enough to be sharp beside an answer on a screen with two dots a pixel.
WIDTH = 1_240
# A page may be as long as a ribbon.
MOST_HEIGHT = 6 * WIDTH
# PNG's packing is slow above this and hardly denser.
PACKING = 3
# What shares of a page are counted in.
GRID = 10_000
# Pieces of a quote, one a line, shorter than this are not looked for by themselves.
SHORTEST_PIECE = 12


def sheets(file: File, marked: Sequence[Marked]) -> tuple[Sheet, ...]:
    """Return all pages, with the places of what is *marked*."""
    import pypdfium2 as pdfium

    with PDFIUM, opened(file) as document:
        found = []
        for number in range(1, len(document) + 1):
            try:
                width, height = document.get_page_size(number - 1)
                words = [one for one in marked if one.page == number]
                boxes = tuple(_boxes(document, words)) if words else ()
            except pdfium.PdfiumError:
                continue
            if width > 0 and height > 0:
                found.append(Sheet(number=number, width=width, height=height, boxes=boxes))
        return tuple(found)


def picture(file: File, number: int) -> bytes:
    """Return a page as a PNG file.

    Raises:
        ReadError: there is no such page, or it cannot be drawn.
    """
    import pypdfium2 as pdfium

    with PDFIUM, opened(file) as document:
        try:
            with closing(document[number - 1]) as page:
                width, height = page.get_size()
                if largest_image(page) > MOST_PIXELS:
                    raise unreadable(file.name, DAMAGED.format(number))
                scale = min(WIDTH / max(width, 1), MOST_HEIGHT / max(height, 1))
                drawn = BytesIO()
                page.render(scale=scale).to_pil().save(drawn, "PNG", compress_level=PACKING)
                return drawn.getvalue()
        except (pdfium.PdfiumError, IndexError) as error:
            raise unreadable(file.name, DAMAGED.format(number)) from error


def _boxes(document: Any, marked: Sequence[Marked]) -> Iterator[Box]:
    with closing(document[marked[0].page - 1]) as page, closing(page.get_textpage()) as textpage:
        letters = _letters(textpage)
        for one in marked:
            yield from _lines([_box(page, textpage, index) for index in places(letters, one)])


def _letters(textpage: Any) -> list[tuple[str, int]]:
    """Return the letters and digits of a page, each with its number among all characters."""
    from pypdfium2 import raw

    characters = (
        (chr(raw.FPDFText_GetUnicode(textpage, n)), n) for n in range(textpage.count_chars())
    )
    return [(char.casefold(), n) for char, n in characters if char.isalnum()]


def places(letters: Sequence[tuple[str, int]], marked: Marked) -> list[int]:
    """Return the numbers of the characters that the *marked* words are, of a page's *letters*.

    Only letters and digits are compared: a reader may have put other spaces and line ends.

    >>> page = [(char, n) for n, char in enumerate("ja. Ja, nej") if char.isalnum()]
    >>> places([(char.casefold(), n) for char, n in page], Marked(page=1, words="JA", at=0.4))
    [4, 5]
    """
    text = "".join(char for char, _ in letters)
    if len(text) != len(letters):  # a ligature folds to two letters
        return []
    found = _nearest(text, _squeezed(marked.words), marked.at)
    if found is None:
        pieces = (_squeezed(line) for line in marked.words.split("\n"))
        spans = [
            _nearest(text, piece, marked.at) for piece in pieces if len(piece) >= SHORTEST_PIECE
        ]
    else:
        spans = [found]
    return [letters[n][1] for span in spans if span for n in range(*span)]


def _squeezed(words: str) -> str:
    return "".join(char for char in words if char.isalnum()).casefold()


def _nearest(text: str, wanted: str, at: float) -> tuple[int, int] | None:
    """Return where *wanted* stands in *text*, as near as may be to a share of it."""
    starts = []
    start = text.find(wanted) if wanted else -1
    while start >= 0:
        starts.append(start)
        start = text.find(wanted, start + 1)
    if not starts:
        return None
    nearest = min(starts, key=lambda start: abs(start - at * len(text)))
    return nearest, nearest + len(wanted)


def _box(page: Any, textpage: Any, index: int) -> Box:
    """Return where a character stands; the page may be turned or cut."""
    left, bottom, right, top = textpage.get_charbox(index, loose=True)
    (x1, y1), (x2, y2) = (_share(page, *point) for point in ((left, top), (right, bottom)))
    return Box(left=min(x1, x2), top=min(y1, y2), right=max(x1, x2), bottom=max(y1, y2))


def _share(page: Any, x: float, y: float) -> tuple[float, float]:
    from pypdfium2 import raw

    across, down = c_int(), c_int()
    raw.FPDF_PageToDevice(page, 0, 0, GRID, GRID, 0, x, y, byref(across), byref(down))
    return across.value / GRID, down.value / GRID


def _lines(boxes: Sequence[Box]) -> list[Box]:
    """Return one box for each run of *boxes* that stand on one line."""
    joined: list[Box] = []
    for box in boxes:
        if joined and joined[-1].is_beside(box):
            joined[-1] = joined[-1].joined(box)
        else:
            joined.append(box)
    return joined
