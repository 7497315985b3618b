"""Join pages into one text, and take the text apart again."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.source import Source
from rag.span import Page, Span

PARAGRAPH = "\n\n"


def join_pages(
    texts: Sequence[str], separators: Sequence[str] | None = None
) -> tuple[str, tuple[Page, ...]]:
    r"""Return the joined text and each page's place in it; an empty page has an empty place.

    `separators[n]` follows page n+1; a blank line separates the pages when none are given.
    No separator is written beside an empty page before the first or after the last text.

    >>> text, pages = join_pages(["Ett", "", "Två"])
    >>> text
    'Ett\n\nTvå'
    >>> [(page.number, page.span.of(text)) for page in pages]
    [(1, 'Ett'), (2, ''), (3, 'Två')]
    """
    parts: list[str] = []
    pages: list[Page] = []
    position = 0
    pending = ""
    for number, text in enumerate(texts, start=1):
        if text:
            parts += (pending, text)
            position += len(pending)
            pending = separators[number - 1] if separators is not None else PARAGRAPH
        pages.append(Page(number, Span(position, position + len(text))))
        position += len(text)
    return "".join(parts), tuple(pages)


def keep_ocr(pages: Sequence[Page], before: Sequence[Page]) -> tuple[Page, ...]:
    """Return *pages*, marked as interpreted where those *before* them are."""
    return tuple(replace(page, ocr=old.ocr) for page, old in zip(pages, before, strict=True))


def split_pages(source: Source) -> list[str]:
    """Return the text of each page, or the whole text of a source without pages."""
    if not source.pages:
        return [source.text]
    return [page.span.of(source.text) for page in source.pages]
