"""What is told of matters: the list of them, and the steps of one, as plain values."""

from dataclasses import dataclass
from enum import StrEnum

from rag.results import Citation, Meeting, Statement


class StepKind(StrEnum):
    """What a meeting did with the matter; the values are what users read."""

    RAISED = "väckt"
    DISCUSSED = "behandlat"
    TABLED = "bordlagt"
    REFERRED_BACK = "återremitterat"
    PROPOSED = "föreslaget"
    """To the council, which is to decide: `föreslår kommunfullmäktige besluta`."""
    DECIDED = "beslutat"
    FOLLOWED_UP = "uppföljt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that a meeting did with the matter."""

    kind: StepKind
    meeting: Meeting
    item: str | None
    """The label of the item that it stands under."""
    decisions: tuple[Statement, ...] = ()
    said: tuple[Statement, ...] = ()
    """What the minutes tell beside the decisions, the most essential."""
    dissent: tuple[Statement, ...] = ()
    """Votes and reservations."""
    is_latest: bool = False
    """True for the matter's latest valid decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A matter's steps in order of time."""

    title: str
    """What its newest item calls it."""
    registration_number: str | None
    """As it is mostly printed, however the minutes have it; `None` for a matter without one."""
    organisation: str | None
    steps: tuple[Step, ...]
    citations: tuple[Citation, ...]
    notes: tuple[str, ...] = ()
    """What is to be known of it: Swedish sentences."""

    @property
    def meetings(self) -> int:
        """How many meetings it runs over."""
        return len({step.meeting.document_id for step in self.steps})


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterLine:
    """A matter in brief, as the list of them shows it."""

    title: str
    """What most items call it."""
    registration_number: str | None
    """As it is mostly printed; `None` for a heading that recurs in a body."""
    meetings: tuple[Meeting, ...]
    """That treated it, the oldest first and those undated last."""

    @property
    def last(self) -> str | None:
        """The day of the newest dated meeting, by ISO 8601."""
        return max((one.date.iso for one in self.meetings if one.date), default=None)
