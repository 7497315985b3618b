"""What a question or a request gets: hits, answers, citations; plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rag.asks import Asks
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
    answered_from: DocumentId | None = None
    """The other file of the same meeting that answers are taken from; `None` when this one is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a search is limited to; an empty value limits nothing."""

    body: str | None = None
    """The body's name, compared without regard to case."""
    person: str | None = None
    """A name, or a part of one, in the list of those attending."""
    kind: Kind | None = None
    meetings: tuple[DocumentId, ...] = ()
    first: date | None = None
    last: date | None = None
    """Meetings held, in part at least, from *first* to *last*; undated ones are left out."""
    without: tuple[str, ...] = ()
    """What a question is not to limit its meetings to, as `Understood.limits` says it."""


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
    around: str = ""
    """What tells where it stands (`rag.phrasing.context`): the meeting, its date, the headings."""

    @property
    def indexed(self) -> str:
        """What it is found by: its text after what tells where it stands."""
        return f"{self.around}\n{self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage that a search found; `score` is 0 to 1, higher is better."""

    passage: Passage
    score: float
    signals: Mapping[str, float] = field(default_factory=dict)
    """The score's parts by leg, such as `stems`, `ngrams`, `vectors`, `reranker`, `recency`."""
    before: Passage | None = None
    """What stands before it in the same item, when that was asked for."""
    after: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A question as it was understood, and what was searched for it."""

    asked: str
    """As its asker wrote it."""
    reworded: str
    """The same with its spelling corrected, or in Swedish."""
    asks: Asks
    subject: tuple[str, ...]
    """The words, in lower case and in order, that an answer must speak of."""
    others: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    """The words, all of a group together, that may stand for a word of the subject."""
    added: tuple[str, ...] = ()
    """Words that are searched beside those of the question."""
    filters: Filters = Filters()
    """What it says of the meetings it means, unless the user's own filters say it."""
    limits: tuple[str, ...] = ()
    """The same in Swedish."""
    unmet: tuple[str, ...] = ()
    """What it says of its meetings that no meeting is; they were not limited to that."""
    corrected: Mapping[str, str] = field(default_factory=dict)
    """Misspelt, divided or joined words, in lower case, to what was meant."""
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    """Short forms of the question to what they stand for, or the other way round."""
    names: tuple[str, ...] = ()
    """The people and organisations of the library that it names."""
    translated: bool = False
    """True when it was asked in English."""
    carried: tuple[str, ...] = ()
    """What a follow-up takes from the question and the answer before it, in Swedish."""
    own: str = ""
    """What a follow-up says itself; what it takes from before only tells which passages."""
    points: tuple[tuple[DocumentId, Span], ...] = ()
    """The places in the minutes that its "det" means."""

    @property
    def text(self) -> str:
        """The text that is searched."""
        return " ".join((self.reworded, *self.added))


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
class Carrier:
    """Words of the minutes that carry a statement, within one of its citations."""

    citation: int
    """Its number."""
    span: Span
    """Where in the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence of an answer or a summary and the numbers of its citations."""

    text: str
    support: Support
    citations: tuple[int, ...]
    reason: str = ""
    """Why it is not wholly supported, one Swedish sentence; empty when it is."""
    carriers: tuple[Carrier, ...] = ()
    """The cited words that it stands for; a verbatim statement has its whole quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """What one speaker said, of the statements of an answer."""

    actor: str | None
    """A name or a group as the minutes have it; `None` for what is attributed to no one."""
    organisation: str | None = None
    """Of a person, by the list of those attending; or the party's letters."""
    is_group: bool = False
    """True for several or unnamed speakers: `Flera kommuner`."""
    statements: tuple[Statement, ...] = ()
    """Empty for one who attended and is not said to have brought it up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """How much was searched, after filters."""

    meetings: int
    chunks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a question gets: cited statements, or an honest nothing."""

    question: str
    understood: Understood
    status: Status
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    hits: tuple[Hit, ...]
    """The ten best passages, also when nothing was found."""
    missing: tuple[str, ...]
    """Words of the question that nothing cited speaks of, the rarest first."""
    searched: Searched
    model: str
    """`extractive`, or the language model's name."""
    confidence: float
    """How probable it is that the minutes answer the question, 0 to 1."""
    elapsed_ms: float
    text: str
    """The whole answer in Swedish, with citation numbers in brackets."""
    notes: tuple[str, ...] = ()
    """How it was made, where that is not a matter of course; Swedish sentences."""
    is_list: bool = False
    """Its statements are a whole list read out of the minutes: not to be worded anew."""
    actors: tuple[ActorRow, ...] = ()
    """The same statements by who said them, when the question asks for that."""
