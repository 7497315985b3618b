"""Put what stands in pictures of text in its place, page by page, and say which pages those are."""

import os
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from importlib import import_module
from itertools import islice
from typing import Protocol, cast

from ingest.failure import unreadable
from ingest.formats import Format
from ingest.limits import Limits
from ingest.pages import join_pages, split_pages
from ingest.readers import ocr
from ingest.source import File, Source

DRAWERS = {Format.PDF: "ingest.readers.pdf", Format.IMAGE: "ingest.readers.image"}
"""Which module draws the pages of a format."""

Forms = tuple[str, str]
"""A sentence about one page, and the same about several."""

INTERPRETED: Forms = (
    "Sida {} är tolkad ur bild (OCR) och kan innehålla läsfel; jämför med originalet.",
    "Sidorna {} är tolkade ur bild (OCR) och kan innehålla läsfel; jämför med originalet.",
)
FAILED: Forms = (
    "Sida {} kunde inte tolkas ur bild; skanna om den tydligare eller i lägre upplösning.",
    "Sidorna {} kunde inte tolkas ur bild; skanna om dem tydligare eller i lägre upplösning.",
)
BLANK: Forms = (
    "Sida {} är en bild utan läsbar text.",
    "Sidorna {} är bilder utan läsbar text.",
)
SCANNED: Forms = (
    "Sida {} är troligen skannad och kunde inte läsas; {}, ta bort mötet och läs in det igen.",
    "Sidorna {} är troligen skannade och kunde inte läsas; {}, ta bort mötet och läs in det igen.",
)
NOT_SWEDISH = (
    "Tolkningen ur bild gjordes utan svenska och kan sakna å, ä och ö; "
    "installera tesseract-ocr-swe, ta bort mötet och läs in det igen."
)
ONLY_SCANNED = "är skannad och har ingen läsbar text; {} och läs in den igen."
NOTHING_FOUND = "är en bild utan läsbar text; skanna om den tydligare."
OFF = "slå på tolkning av bilder med MOTESMINNE_OCR=auto"
ABSENT = "installera tesseract-ocr med tesseract-ocr-swe"

WORD = re.compile(r"[^\W\d_]{2}")


class Drawer(Protocol):
    """A module that draws the pages of one format."""

    def pictures(self, file: File, numbers: Sequence[int]) -> Iterator[bytes | None]:
        """Yield each of the pages *numbers*, or `None` if it is damaged or too large."""


def can_interpret(limits: Limits) -> bool:
    """Tell whether pictures are to be interpreted, and can be."""
    return limits.ocr and ocr.is_installed()


def interpret(file: File, format_: Format, source: Source, limits: Limits) -> Source:
    """Return *source* with the text of its pictures, or with warnings where there is none.

    Raises:
        ReadError: It is nothing but pictures, and none of them could be read.
    """
    if not source.pictures:
        return source
    if not can_interpret(limits):
        return _left(file, source, ABSENT if limits.ocr else OFF)
    drawn = cast("Drawer", import_module(DRAWERS[format_])).pictures(file, source.pictures)
    until = time.monotonic() + limits.ocr_timeout_s
    return _placed(file, source, dict(zip(source.pictures, _texts(drawn, until), strict=True)))


def _left(file: File, source: Source, remedy: str) -> Source:
    """Return *source* as it is, with what to do to have its pictures read."""
    if not _has_text(source.text):
        raise unreadable(file.name, ONLY_SCANNED.format(remedy))
    warning = _say(SCANNED, source.pictures, remedy)
    return replace(source, pictures=(), warnings=(*source.warnings, warning))


def _texts(drawn: Iterator[bytes | None], until: float) -> Iterator[str | None]:
    """Yield the text of each picture, as many at a time as there are processors."""
    side_by_side = os.cpu_count() or 1
    with ThreadPoolExecutor(side_by_side) as pool:
        while batch := list(islice(drawn, side_by_side)):
            yield from pool.map(partial(_text, until=until), batch)


def _text(picture: bytes | None, *, until: float) -> str | None:
    left = until - time.monotonic()
    return None if picture is None or left <= 0 else ocr.interpret(picture, timeout_s=left)


def _placed(file: File, source: Source, texts: Mapping[int, str | None]) -> Source:
    """Return *source* with *texts* on their pages, and what to know of them as warnings."""
    read = {number: text for number, text in texts.items() if text and _has_text(text)}
    groups = (
        (INTERPRETED, list(read)),
        (BLANK, [n for n, text in texts.items() if text is not None and n not in read]),
        (FAILED, [n for n, text in texts.items() if text is None]),
    )
    old = split_pages(source)
    text, pages = join_pages([read.get(n, page) for n, page in enumerate(old, start=1)])
    if not _has_text(text):
        raise unreadable(file.name, NOTHING_FOUND)
    warnings = [_say(forms, numbers) for forms, numbers in groups if numbers]
    if read and not ocr.knows_swedish():
        warnings.append(NOT_SWEDISH)
    return Source(
        text=text,
        pages=tuple(replace(page, ocr=page.number in read) for page in pages),
        warnings=(*source.warnings, *warnings),
    )


def _has_text(text: str) -> bool:
    """Tell whether *text* has a word; a speck of dust is read as a letter."""
    return WORD.search(text) is not None


def _say(forms: Forms, numbers: Sequence[int], *more: str) -> str:
    one, several = forms
    return (one if len(numbers) == 1 else several).format(page_numbers(numbers), *more)


def page_numbers(numbers: Sequence[int]) -> str:
    """Return ascending page *numbers* as people write them.

    >>> page_numbers([1, 2, 3, 7, 9])
    '1–3, 7 och 9'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    written = [f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs]
    return " och ".join(filter(None, (", ".join(written[:-1]), written[-1])))
