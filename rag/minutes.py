"""What minutes hold: the meeting, its people and items, documents and chunks, as plain values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from rag.items import Item
from rag.span import Page, Span

DocumentId = NewType("DocumentId", str)
"""The SHA-256 of the file's bytes, in hexadecimal."""

DocumentKey = NewType("DocumentKey", int)
"""A document's number in the library; never reused."""

ChunkKey = NewType("ChunkKey", int)
"""A chunk's number in the library; never reused."""


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


class Status(StrEnum):
    """Whether the adjusters have signed; the values are what users read."""

    ADJUSTED = "justerat"
    UNADJUSTED = "ojusterat"


class Sureness(StrEnum):
    """How sure a field's reading is, best first."""

    LABELLED = "labelled"
    """Printed under its own label: `Sammanträdesdatum 2024-03-04`."""
    RECOGNISED = "recognised"
    """Printed without a label, and known by its form or its position."""
    INFERRED = "inferred"
    """Not printed as such: a year from the title, a date from the file's name."""
    CORRECTED = "corrected"
    """Said by the user, who knows better than any of the above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDate:
    """When a meeting was held: one day, or a longer time such as a season."""

    first: date
    last: date
    inferred: bool = False
    """True when a part, such as the year, was not printed with the date."""
    span: Span | None = None
    """Where it is printed; `None` when it comes from the file's name or the user."""

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
    paragraphs: str | None = None
    """Which items the presence is limited to, as printed: `§§ 51–58`, `ej § 97`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    """A short form and what the text says it stands for."""

    short: str
    long: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Where a field of the minutes was read, and how sure that is."""

    field: str
    """The attribute of `Minutes`: `title`, `body`, `date` …"""
    sureness: Sureness
    span: Span | None = None
    """`None` when it is not printed in the text: a date from the file's name or the user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """What the grammar found in a text; every span lies in that text."""

    kind: Kind
    title: str
    body: str | None = None
    """The board, committee or network that met."""
    organisation: str | None = None
    registration_number: str | None = None
    """Of the minutes themselves, not of a matter in them."""
    status: Status | None = None
    """`None` when the minutes do not say."""
    date: MeetingDate | None = None
    time: str | None = None
    place: str | None = None
    next_meeting: MeetingDate | None = None
    readings: tuple[Reading, ...] = ()
    """Where each field above was read; one entry a field that is not `None`, or was corrected."""
    people: tuple[Person, ...] = ()
    attendance: Span | None = None
    """From the first attendance heading to the end of the last list."""
    items: tuple[Item, ...] = ()
    unheaded: Item | None = None
    """What notes without any headings hold, as one item with an empty title and heading."""
    abbreviations: tuple[Abbreviation, ...] = ()

    @property
    def all_items(self) -> tuple[Item, ...]:
        """The items, or what notes without headings hold."""
        return (*self.items, self.unheaded) if self.unheaded else self.items


class ChunkKind(StrEnum):
    """What part of the minutes a chunk is."""

    ITEM = "item"
    DECISION = "decision"
    """What a long item decided."""
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
        items = reversed(self.minutes.all_items)
        return next((i for i in items if i.span.start <= offset < i.span.end), None)
