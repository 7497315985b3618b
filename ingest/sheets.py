"""Say how the pages of a document look: their sizes, and where words stand on them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Words to be found on a page."""

    page: int
    words: str
    at: float = 0.0
    """How far down the page's text they begin, 0 to 1: of several places the nearest is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A part of a page, in shares of its width and height from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def joined(self, other: "Box") -> "Box":
        """Return the box around both."""
        return Box(
            left=min(self.left, other.left),
            top=min(self.top, other.top),
            right=max(self.right, other.right),
            bottom=max(self.bottom, other.bottom),
        )

    def is_beside(self, other: "Box") -> bool:
        """Tell whether the two stand on one line."""
        overlap = min(self.bottom, other.bottom) - max(self.top, other.top)
        return overlap > (self.bottom - self.top) / 2 or overlap > (other.bottom - other.top) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page as it is shown."""

    number: int
    width: float
    """In points."""
    height: float
    boxes: tuple[Box, ...] = ()
    """Where the marked words stand, one box a line."""
