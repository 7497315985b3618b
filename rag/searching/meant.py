"""Choose the meetings that a question means by their title, body, date or place in time."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from rag.minutes import DocumentId, MeetingDate
from rag.phrasing.context import surroundings
from rag.results import Hit, Meeting
from rag.swedish.matching import Subject
from rag.swedish.words import fold, is_content, words

# "Vad beslutades på senaste mötet?"
LATEST = frozenset("senaste sista nyaste latest last".split())


def meetings_meant(
    asked: Collection[str], meetings: Sequence[Meeting], *, at_least: float
) -> set[DocumentId]:
    """Return the meetings that speak most of the words *asked* for in title, body and date.

    Args:
        asked: Words of the question; "senaste" means the newest of the meetings.
        meetings: Newest first.
        at_least: The share of the other words that a meeting must speak of, 0 to 1.
    """
    others = [word for word in asked if fold(word) not in LATEST]
    best = _most_spoken_of(others, meetings, at_least=at_least) if others else meetings
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
    asked: Sequence[str], meetings: Sequence[Meeting], *, at_least: float
) -> list[Meeting]:
    subject = Subject(dict.fromkeys(asked, 1.0))
    spoken = [_spoken(meeting.title, meeting.body, meeting.date) for meeting in meetings]
    # Of thousands of meetings few have a word of the subject; only those are weighed.
    telling = {word for word in set[str]().union(*spoken) if any(subject.presence((word,)))}
    near = [place for place, said in enumerate(spoken) if not telling.isdisjoint(said)]
    covered = {place: subject.coverage(subject.presence(spoken[place])) for place in near}
    best = max(covered.values(), default=0.0)
    return [meetings[n] for n, share in covered.items() if share == best and share >= at_least]


@lru_cache(maxsize=50_000)
def _spoken(title: str, body: str | None, day: MeetingDate | None) -> frozenset[str]:
    """Return the words of a meeting's title, body and date; every question asks for them."""
    return frozenset(filter(is_content, words(surroundings(title, body, day))))
