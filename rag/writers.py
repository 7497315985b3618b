"""What writes for an assistant, as it knows them: with which words is their own affair."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from rag.minutes import Document
from rag.results import Answer
from rag.summaries import Length, Summary


class AnswerWriter(Protocol):
    """Word the answers to questions."""

    def __call__(
        self, question: str, extract: Callable[[str], Answer], *, earlier: Sequence[str] = ()
    ) -> Iterator[Answer]:
        """Yield the answer as it is written; the last is whole.

        Args:
            question: As asked.
            extract: Answers it by extraction.
            earlier: What was asked before it in the same conversation.
        """


class Summarise(Protocol):
    """Summarise a meeting in the minutes' own sentences."""

    def __call__(self, document: Document, *, length: Length = Length.NORMAL) -> Summary:
        """Return the summary of *document*, every statement cited."""


class SummaryWriter(Protocol):
    """Word summaries."""

    def __call__(
        self, document: Document, extracted: Summary, *, style: str | None = None
    ) -> Iterator[Summary]:
        """Yield the summary as its items are worded, first as *extracted*; the last is whole."""
