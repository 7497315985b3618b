"""What an export says, whatever it was made of and however it is written, as plain values."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

AUTHOR = "Mötesminne"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Where a line comes from; equal notes of a paper are one, with one number."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence or a cell, with its sources."""

    text: str
    notes: tuple[Note, ...] = ()
    label: str = ""
    """What the line is, set off before it: `Yrkande`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading below the paper's title; 1 is the highest level."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Lines that run on, one after the other."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """Lines as a list."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """Lines that must not be overlooked, such as decisions, each on its own under a label."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label and what is said of it in lines that run on: `Plats`, `Närvarande`."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Labels with what is said of each, as the head of a paper has them."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of as many cells as the header has."""

    header: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[float, ...] = ()
    """The columns' shares of the width; empty when all are alike."""

    @property
    def shares(self) -> tuple[float, ...]:
        """The columns' shares of the width, 1 in all."""
        widths = self.widths or (1.0,) * len(self.header)
        return tuple(width / sum(widths) for width in widths)


Block = Heading | Paragraph | Bullets | Ruled | Facts | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document to hand on: a title, what it says, and how it was made."""

    title: str
    created: datetime
    subtitle: str = ""
    subject: str = ""
    """What it is about, for the file's properties."""
    blocks: tuple[Block, ...] = ()
    closing: tuple[str, ...] = ()
    """How it was made and what it leaves out, in small print at the end."""
    author: str = AUTHOR
    language: str = "sv-SE"


def numbers(paper: Paper) -> dict[Note, int]:
    """Number the notes in the order of reading, from 1."""
    notes = dict.fromkeys(note for line in lines_of(paper.blocks) for note in line.notes)
    return {note: number for number, note in enumerate(notes, 1)}


def lines_of(blocks: Iterable[Block]) -> Iterator[Line]:
    """Yield all lines in the order of reading."""
    for block in blocks:
        match block:
            case Table(rows=rows):
                for row in rows:
                    yield from row
            case Facts(rows=facts):
                for fact in facts:
                    yield from fact.lines
            case Paragraph(lines=lines) | Bullets(lines=lines) | Ruled(lines=lines):
                yield from lines
            case Heading():
                pass
