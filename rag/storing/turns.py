"""What a conversation consists of: what was asked, what it got, what the asker thought of it."""

from dataclasses import dataclass, field

from rag.minutes import DocumentId
from rag.results import Answer, Filters


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question as it was put."""

    question: str
    filters: Filters = field(default_factory=Filters)
    as_written: bool = False
    """Whether nothing of the conversation is read into it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why a question got no answer: one sentence for the user."""

    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Interrupted:
    """The answering was stopped, by the user or with the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """There was an answer, of minutes that have been removed or replaced since."""


Outcome = Answer | Problem | Interrupted | Gone


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the asker thought of an answer."""

    is_good: bool
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A question of a conversation and what it got."""

    asked: Asked
    outcome: Outcome
    verdict: Verdict | None = None

    @property
    def question(self) -> str:
        """The question as its asker wrote it."""
        return self.asked.question

    @property
    def documents(self) -> tuple[DocumentId, ...]:
        """The documents of which the answer holds words."""
        if not isinstance(self.outcome, Answer):
            return ()
        cited = (DocumentId(citation.document_id) for citation in self.outcome.citations)
        found = (hit.passage.document_id for hit in self.outcome.hits)
        return tuple(dict.fromkeys((*cited, *found)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """A kept conversation in brief, as lists show it."""

    id: str
    name: str
    changed: str
    """ISO 8601 time, UTC."""
    questions: tuple[str, ...]
