"""What stands on a PDF page: lines, and the cells that wide gaps or rules make of them."""

from dataclasses import dataclass

from ingest.readers.layout import CELL


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one column of a line, and where, in points from the left."""

    text: str
    left: float
    right: float

    def is_under(self, column: "Cell") -> bool:
        """Tell whether it stands under the words of *column*."""
        return self.left < column.right and column.left < self.right


@dataclass(frozen=True, slots=True)
class Line:
    """A line, and the heights on the page at which it begins and ends, in points from below."""

    cells: tuple[Cell, ...]
    first: float
    last: float

    @property
    def text(self) -> str:
        """The line with its columns marked."""
        return CELL.join(cell.text for cell in self.cells)
