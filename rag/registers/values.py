"""What the registers hold: decisions and tasks as cited rows, plain values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rag.items import Outcome
from rag.results import Citation, Meeting, Statement


class TaskStatus(StrEnum):
    """How far a task has come; the values are what users read."""

    OPEN = "öppen"
    DONE = "klar"
    OVERDUE = "försenad"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """One decision, word for word."""

    meeting: Meeting
    statement: Statement
    item: str | None
    """The label of the item that it was made under."""
    registration_number: str | None
    """As printed."""
    outcome: Outcome | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """One task, word for word, and what became of it."""

    key: str
    """What the task is called when its status is set by hand; the same after a new reading."""
    meeting: Meeting
    statement: Statement
    item: str | None
    registration_number: str | None
    who: str | None
    due: str | None
    """As printed: `senast den 1 mars`."""
    due_on: date | None
    """The last day that *due* allows, where the meeting's date tells it."""
    status: TaskStatus
    by_hand: bool = False
    """True when the user set the status."""
    told: Statement | None = None
    """The later words that tell that it is carried out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRegister:
    """Decisions of many meetings, in order of time."""

    rows: tuple[DecisionRow, ...]
    citations: tuple[Citation, ...]
    meetings: int
    """How many meetings were read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRegister:
    """Tasks of many meetings, in order of time."""

    rows: tuple[ActionRow, ...]
    citations: tuple[Citation, ...]
    meetings: int
