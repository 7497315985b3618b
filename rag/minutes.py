"""What minutes hold: documents, people, items, decisions, actions and chunks, as plain values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

DocumentId = NewType("DocumentId", str)
"""The SHA-256 of the file's bytes, in hexadecimal."""

DocumentKey = NewType("DocumentKey", int)
"""A document's number in the library; never reused."""

ChunkKey = NewType("ChunkKey", int)
"""A chunk's number in the library; never reused."""


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


class Kind(StrEnum):
    """What sort of text a document is; the values are what users read."""

    PROTOKOLL = "protokoll"
    NOTES = "minnesanteckningar"
    OTHER = "text"


class Presence(StrEnum):
    """How the minutes place a person at the meeting."""

    PRESENT = "present"
    ABSENT = "absent"
    INVITED = "invited"
    SUMMONED = "summoned"
    """Called to the meeting; says nothing of attendance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDate:
    """When a meeting was held: one day, or a longer time such as a season."""

    first: date
    last: date
    inferred: bool = False
    """True when a part, such as the year, was not printed with the date."""
    span: Span | None = None
    """Where it is printed; `None` when it comes from the file's name."""

    @property
    def iso(self) -> str:
        """An ISO 8601 day, or an interval `first/last`."""
        if self.first == self.last:
            return self.first.isoformat()
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person as the list of those attending names them."""

    name: str
    presence: Presence
    span: Span
    """The entry as printed: name, organisation and what else its line says."""
    organisation: str | None = None
    party: str | None = None
    """The party's letters, such as `S`, `KD`."""
    roles: tuple[str, ...] = ()
    """Lower-case, as printed: `ordförande`, `sekreterare`, `justerare`, `ersättare` …"""
    replaces: str | None = None
    """The name of the person this one substitutes for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision, as printed: an `att`-clause, a numbered point or a sentence."""

    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something to be done after the meeting."""

    span: Span
    who: str | None = None
    due: str | None = None
    """As printed: `senast den 1 mars`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One agenda item, with its heading; `§ 94 Detaljplan` or `5. Dialog`."""

    span: Span
    """Heading and text, up to the next item."""
    heading: Span
    title: str
    number: str | None = None
    """As a reader would cite it: `§ 94`, `5`, `4.2`; `None` when unnumbered."""
    level: int = 1
    """1 for the outermost items; an item one deeper belongs to the one before it."""
    registration_number: str | None = None
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()

    @property
    def label(self) -> str:
        """Number and title in one line."""
        return f"{self.number} {self.title}".strip() if self.number else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    """A short form and what the text says it stands for."""

    short: str
    long: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """What the grammar found in a text; every span lies in that text."""

    kind: Kind
    title: str
    body: str | None = None
    """The board, committee or network that met."""
    organisation: str | None = None
    date: MeetingDate | None = None
    time: str | None = None
    place: str | None = None
    people: tuple[Person, ...] = ()
    attendance: Span | None = None
    """From the first attendance heading to the end of the last list."""
    items: tuple[Item, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()


class ChunkKind(StrEnum):
    """What part of the minutes a chunk is."""

    ITEM = "item"
    ATTENDANCE = "attendance"
    TEXT = "text"
    """Outside all items."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A passage as it is indexed: an item, or a part of a long one."""

    span: Span
    kind: ChunkKind
    heading_path: tuple[str, ...] = ()
    """Labels of the items around it, outermost first."""
    page: int | None = None
    """Where it starts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file as the library keeps it: its text, what was understood, and its chunks."""

    id: DocumentId
    source: str
    """The file's path as ingested."""
    location: str
    """The absolute path; a changed file there replaces this document."""
    text: str
    minutes: Minutes
    chunks: tuple[Chunk, ...]
    pages: tuple[Page, ...] = ()
    """Empty when the format has no pages."""
    warnings: tuple[str, ...] = ()
    """What could not be read, one Swedish sentence each."""

    def page_at(self, offset: int) -> int | None:
        """Return the number of the page that holds the character at *offset*."""
        return next((p.number for p in reversed(self.pages) if p.span.start <= offset), None)

    def item_at(self, offset: int) -> Item | None:
        """Return the innermost item that holds the character at *offset*."""
        return next(
            (i for i in reversed(self.minutes.items) if i.span.start <= offset < i.span.end), None
        )
