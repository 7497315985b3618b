"""What a question or a request gets: hits, answers, summaries, citations; plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rag.minutes import (
    ChunkKey,
    ChunkKind,
    DocumentId,
    Kind,
    MeetingDate,
)
from rag.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A document of the library in brief, as lists show it."""

    document_id: DocumentId
    source: str
    title: str
    kind: Kind
    body: str | None
    date: MeetingDate | None
    chunks: int
    """How many chunks it has."""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a search is limited to; an empty value limits nothing."""

    body: str | None = None
    """The body's name, compared without regard to case."""
    person: str | None = None
    """A name, or a part of one, in the list of those attending."""
    meetings: tuple[DocumentId, ...] = ()
    first: date | None = None
    last: date | None = None
    """Meetings held, in part at least, from *first* to *last*; undated ones are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stored chunk: where it stands and what it says."""

    key: ChunkKey
    document_id: DocumentId
    source: str
    span: Span
    kind: ChunkKind
    text: str
    heading_path: tuple[str, ...]
    page: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage that a search found; `score` is 0 to 1, higher is better."""

    passage: Passage
    score: float
    signals: Mapping[str, float] = field(default_factory=dict)
    """The score's parts by leg, such as `stems`, `ngrams`, `vectors`."""


class Status(StrEnum):
    """The three honest outcomes of a question."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    NOT_FOUND = "not_found"


class Support(StrEnum):
    """How far the cited words carry a statement."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A place in the minutes: `quote` is exactly characters `start` to `end` of the document."""

    n: int
    """Its number in the answer, from 1."""
    document_id: DocumentId
    source: str
    meeting: str
    """The meeting's title."""
    date: str | None
    """ISO 8601 day or interval."""
    item: str | None
    page: int | None
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence of an answer or a summary and the numbers of its citations."""

    text: str
    support: Support
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """How much was searched, after filters."""

    meetings: int
    chunks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a question gets: cited statements, or an honest nothing."""

    question: str
    status: Status
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    hits: tuple[Hit, ...]
    """The ten best passages, also when nothing was found."""
    missing: tuple[str, ...]
    """Words of the question that the minutes do not speak of."""
    searched: Searched
    model: str
    """`extractive`, or the language model's name."""
    confidence: float
    """How probable it is that the minutes answer the question, 0 to 1."""
    elapsed_ms: float
    text: str
    """The whole answer in Swedish, with citation numbers in brackets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemSummary:
    """One item: its essential sentences, its decisions word for word, and what is to be done."""

    label: str
    statements: tuple[Statement, ...] = ()
    decisions: tuple[Statement, ...] = ()
    actions: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A meeting in brief; every statement is cited."""

    meeting: Meeting
    place: Statement | None
    attendance: tuple[Statement, ...]
    items: tuple[ItemSummary, ...]
    dates: tuple[Statement, ...]
    """Sentences that name a day or an hour to come."""
    citations: tuple[Citation, ...]
