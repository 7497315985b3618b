"""Answer who attended, was absent, was invited, substituted or held a role, from the lists."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import log

from rag.citing import Evidence
from rag.library import Library
from rag.matching import likeness
from rag.minutes import DocumentId, Person, Presence
from rag.question import Asks, Question
from rag.results import Filters, Hit
from rag.words import fold, words

# A name or an organisation of the list, as it is inflected in questions: kommun, kommuns.
SAME_NAME = 0.8
# Entries named by words at least this specific, beside the most specific, are meant too.
NAMED_AS_WELL = 0.6

WANTED: Mapping[Asks, Callable[[Person], bool]] = {
    Asks.PRESENT: lambda person: person.presence is Presence.PRESENT,
    Asks.ABSENT: lambda person: person.presence is Presence.ABSENT,
    Asks.INVITED: lambda person: person.presence is Presence.INVITED,
    Asks.SUBSTITUTE: lambda person: person.replaces is not None,
    Asks.ROLE: lambda person: bool(person.roles),
}

Entry = tuple[DocumentId, Person]


def answer_attendance(
    question: Question, filters: Filters, library: Library, hits: Sequence[Hit]
) -> list[Evidence]:
    """Return the entries of the attendance lists that answer *question*; none when none do.

    The question's subject may name people or organisations; else it tells which meeting is meant,
    and the meeting of the best hit is taken.
    """
    wanted = WANTED.get(question.asks)
    if wanted is None:
        return []
    people = library.people(filters)
    named = _named(people, question)
    entries = [entry for entry in named if wanted(entry[1])]
    if not named:
        meeting = _meeting(hits, people)
        entries = [entry for entry in people if entry[0] == meeting and wanted(entry[1])]
    documents = {document: library.document(document) for document in {e[0] for e in entries}}
    return [Evidence(documents[document], person.span) for document, person in entries]


def _named(people: Sequence[Entry], question: Question) -> list[Entry]:
    """Return the entries that the question's words name best, by a name or an organisation.

    A word that many entries have, such as "kommun", weighs little beside one that few have.
    """
    asked = words(question.text) if question.asks is Asks.ROLE else question.subject
    matches = [_matches(asked, person) for _, person in people]
    counts = Counter(word for matched in matches for word in matched)
    weights = {word: log((1 + len(people)) / count) for word, count in counts.items()}
    scores = [sum(weights[word] for word in matched) for matched in matches]
    bar = max(scores, default=0.0) * NAMED_AS_WELL
    return [entry for entry, score in zip(people, scores, strict=True) if score and score >= bar]


def _matches(asked: Sequence[str], person: Person) -> set[str]:
    """Return the words of the question that are words of the person's entry."""
    said = [person.name, person.organisation, person.replaces, *person.roles]
    entry = [word for text in said if text for word in words(text)]
    return {word for word in asked if any(_same(word, other) for other in entry)}


def _same(word: str, other: str) -> bool:
    return fold(word) == fold(other) or likeness(word, other) >= SAME_NAME


def _meeting(hits: Sequence[Hit], people: Sequence[Entry]) -> DocumentId | None:
    """Return the best hit's meeting, or the newest with a list when the question names none."""
    listed = {document for document, _ in people}
    found = [hit.passage.document_id for hit in hits if hit.passage.document_id in listed]
    return next(iter(found), None)
