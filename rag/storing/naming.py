"""Know by which words of their titles, bodies and dates the meetings are called."""

from collections.abc import Iterable
from functools import lru_cache

from rag.minutes import DocumentId, MeetingDate
from rag.phrasing.context import surroundings
from rag.results import Meeting
from rag.swedish.matching import Subject, Vocabulary
from rag.swedish.words import is_content, words

# When one meeting comes, what the others are called is still known.
KEPT = 100_000


class Naming:
    """The words of many meetings; every question looks for its own among them."""

    def __init__(self, meetings: Iterable[Meeting]) -> None:
        self._said = {one.document_id: _words_of(one.title, one.body, one.date) for one in meetings}
        self._called: dict[str, list[DocumentId]] = {}
        for document, said in self._said.items():
            for word in said:
                self._called.setdefault(word, []).append(document)
        self._vocabulary = Vocabulary(self._called)

    def coverage(self, subject: Subject) -> dict[DocumentId, float]:
        """Return how much of *subject* is told by the words of each meeting that has any of it."""
        near = self._vocabulary.near(subject)
        telling = [word for word in near if any(subject.presence((word,)))]
        named = {document for word in telling for document in self._called[word]}
        return {one: subject.coverage(subject.presence(self._said[one])) for one in named}


@lru_cache(KEPT)
def _words_of(title: str, body: str | None, day: MeetingDate | None) -> frozenset[str]:
    return frozenset(filter(is_content, words(surroundings(title, body, day))))
