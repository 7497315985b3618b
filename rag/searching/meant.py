"""Choose the meetings that a question means by their title, body, date or place in time."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

from rag.minutes import DocumentId
from rag.results import Hit, Meeting
from rag.storing.naming import Naming
from rag.swedish.matching import Subject
from rag.swedish.words import fold, words

# "Vad beslutades på senaste mötet?"
LATEST = frozenset("senaste sista nyaste latest last".split())


def meetings_meant(
    asked: Collection[str], meetings: Sequence[Meeting], naming: Naming, *, at_least: float
) -> set[DocumentId]:
    """Return the meetings that speak most of the words *asked* for in title, body and date.

    Args:
        asked: Words of the question; "senaste" means the newest of the meetings.
        meetings: Newest first.
        naming: By which words they are called.
        at_least: The share of the other words that a meeting must speak of, 0 to 1.
    """
    others = [word for word in asked if fold(word) not in LATEST]
    best = _most_spoken_of(others, meetings, naming, at_least=at_least) if others else meetings
    newest = best[:1] if len(others) < len(asked) else best
    return {meeting.document_id for meeting in newest}


def meeting_of_best(hits: Iterable[Hit], held: Collection[DocumentId]) -> set[DocumentId]:
    """Return the best hit's meeting among *held*, for a question that names none."""
    found = (hit.passage.document_id for hit in hits)
    return set(islice((document for document in found if document in held), 1))


def speaking_of(asked: Collection[str], hits: Iterable[Hit], *, at_least: float) -> Iterator[Hit]:
    """Yield the *hits* whose words speak of *at_least* that share of the words *asked*, 0 to 1."""
    subject = Subject(dict.fromkeys(asked, 1.0))
    for hit in hits:
        if subject.coverage(subject.presence(words(hit.passage.text))) >= at_least:
            yield hit


def _most_spoken_of(
    asked: Sequence[str], meetings: Sequence[Meeting], naming: Naming, *, at_least: float
) -> list[Meeting]:
    told = naming.coverage(Subject(dict.fromkeys(asked, 1.0)))
    near = [one for one in meetings if one.document_id in told]
    best = max((told[one.document_id] for one in near), default=0.0)
    return [one for one in near if best == told[one.document_id] >= at_least]
