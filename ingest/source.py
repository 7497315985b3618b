"""What each reader returns: a file's text, its pages, and what could not be read."""

from dataclasses import dataclass

from rag.span import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file as text; every page's span lies in `text`."""

    text: str
    """Lines separated by a newline; headings and list markers kept as a reader sees them."""
    pages: tuple[Page, ...] = ()
    """Empty when the format has no pages."""
    warnings: tuple[str, ...] = ()
    """What could not be read, one Swedish sentence each: `Sida 3 saknar text …`."""
