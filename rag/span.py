"""Places in a document's text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (exclusive) of a document's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the spanned characters of *text*."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a paged document, numbered from 1, and its characters."""

    number: int
    span: Span
    ocr: bool = False
    """True when its text was interpreted out of a picture."""
