"""Hold a question with all that a structured answer to it is read from."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rag.citing import Evidence
from rag.minutes import Document, DocumentId
from rag.results import Filters, Hit, Meeting, Understood
from rag.span import Span
from rag.storing.library import Library
from rag.swedish.matching import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """A question, the meetings that it is limited to, and the passages nearest to it."""

    question: Understood
    filters: Filters
    """The user's own and the question's together."""
    library: Library
    hits: Sequence[Hit]
    """More of them than an answer by sentences is chosen among; best first."""
    weigh: Callable[[Sequence[str]], Mapping[str, float]]
    """Return how rare each of some words is."""
    search: Callable[[str], Sequence[Hit]]
    """Return the admitted passages nearest to other words."""
    essence: Callable[[Document], Sequence[Span]] = lambda _: ()
    """Return what is essential of a whole meeting, in the order of its text."""

    def subject(self, said: Sequence[str]) -> Subject:
        """Return the words *said* as the subject that an answer must speak of."""
        return Subject(self.weigh(said), self.question.others)

    def meetings(self) -> list[Meeting]:
        """Return the meetings that are admitted, newest first."""
        return self.library.meetings(self.filters)

    def found(self) -> Iterator[tuple[Document, list[Hit]]]:
        """Yield the documents of the hits with theirs, the best one's first."""
        of: dict[DocumentId, list[Hit]] = {}
        for hit in self.hits:
            of.setdefault(hit.passage.document_id, []).append(hit)
        for document, hits in of.items():
            yield self.library.document(document), hits


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What the parsed minutes answer, whole."""

    evidence: Sequence[Evidence]
    notes: tuple[str, ...] = ()
    """What is to be said of the list, Swedish sentences: how many it holds."""
    missing: tuple[str, ...] = ()
    """Words of the subject that nothing of it speaks of."""


NOTHING = Listed(evidence=())

Find = Callable[[Inquiry], Listed]
"""Answer one kind of question from the parsed minutes; `NOTHING` when they do not tell."""
