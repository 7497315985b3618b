"""What a subject's summary over many meetings holds, as plain values."""

from dataclasses import dataclass

from rag.phrasing.coverage import Coverage
from rag.results import ActorRow, Citation, Meeting, Statement
from rag.summaries import ActionLine


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicMeeting:
    """What one meeting told of the subject."""

    meeting: Meeting
    statements: tuple[Statement, ...] = ()
    decisions: tuple[Statement, ...] = ()
    actions: tuple[ActionLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicSummary:
    """What the meetings told of a subject, in order of time."""

    topic: str
    """As asked for; empty for all that was decided and agreed."""
    period: str
    """In Swedish; empty when all times are asked for."""
    meetings: tuple[TopicMeeting, ...]
    """Those that speak of it."""
    actors: tuple[ActorRow, ...] = ()
    """What each is said to have said of it, when that was asked for."""
    citations: tuple[Citation, ...] = ()
    coverage: Coverage
    missing: tuple[str, ...] = ()
    """Words of the subject that nothing of it speaks of."""
    near: tuple[str, ...] = ()
    """Words of headings that are like the subject, when nothing speaks of it."""
