"""What an agenda item holds: decisions, actions, proposals, votes and statements, as values."""

from dataclasses import dataclass
from enum import StrEnum

from rag.span import Span


class Outcome(StrEnum):
    """What a decision does with the matter; the values are what users read."""

    APPROVED = "bifall"
    REJECTED = "avslag"
    TABLED = "bordläggning"
    REFERRED_BACK = "återremiss"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision, as printed: an `att`-clause, a numbered point or a sentence."""

    span: Span
    outcome: Outcome | None = None
    """`None` for all other decisions: to note, to elect, to instruct …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something to be done after the meeting."""

    span: Span
    who: str | None = None
    due: str | None = None
    """As printed: `senast den 1 mars`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What someone moved: a `yrkande` or `förslag`, as printed."""

    span: Span
    who: tuple[str, ...] = ()
    """Names as printed without party; `kommunstyrelsens arbetsutskott`; empty when unsaid."""
    outcome: Outcome | None = None
    """What it asks for: `bifall till förslaget`, `avslag`, `återremiss` …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A counted vote (`votering`, `omröstning`): the sentence or table that tells its result."""

    span: Span
    yes: int | None = None
    no: int | None = None
    abstained: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation:
    """Who had their dissent noted, as printed."""

    span: Span
    who: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What someone is said to have said: `Flera kommuner föreslog …`, one sentence."""

    span: Span
    speaker: str
    """As printed: a name, an organisation, or a group such as `Flera kommuner`."""
    is_group: bool = False
    """True for several or unnamed speakers: `Alla medlemmar`, `En kommun`."""


Located = Decision | Action | Proposal | Vote | Reservation | Statement
"""Anything that an item holds, with its place."""


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
    proposals: tuple[Proposal, ...] = ()
    votes: tuple[Vote, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    statements: tuple[Statement, ...] = ()
    links: tuple[Span, ...] = ()
    """Web addresses."""

    @property
    def label(self) -> str:
        """Number and title in one line."""
        return f"{self.number} {self.title}".strip() if self.number else self.title
