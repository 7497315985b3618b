"""Answer who attended, was absent, was invited, substituted or held a role, from the lists."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import compress, islice
from math import log

from rag.citing import Evidence
from rag.context import context
from rag.library import Library
from rag.matching import Subject, likeness
from rag.minutes import Document, DocumentId, Person, Presence
from rag.question import Asks, Question
from rag.results import Filters, Hit
from rag.words import fold, words

# A name or an organisation of the list, as it is inflected in questions: kommun, kommuns.
SAME_NAME = 0.8
# Entries named by words at least this specific, beside the most specific, are meant too.
NAMED_AS_WELL = 0.6
# The share of the remaining words that the meeting's own title, body and date must speak of.
MEETING_NAMED = 0.5

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

    The question's subject may name people or organisations; its other words must tell which
    meeting is meant. When it names neither, the meeting of the best hit is taken.
    """
    wanted = WANTED.get(question.asks)
    if wanted is None:
        return []
    people = library.people(filters)
    named, used = _named(people, question)
    if question.asks is Asks.ROLE and not named:
        return []
    meant = [entry for entry in named or people if wanted(entry[1])]
    documents = {document: library.document(document) for document, _ in meant}
    others = tuple(word for word in question.subject if word not in used)
    if others:
        meetings = _about(others, documents)
    elif named:
        meetings = set(documents)
    else:
        meetings = _best(hits, documents)
    return [
        Evidence(documents[document], person.span)
        for document, person in meant
        if document in meetings
    ]


def _named(people: Sequence[Entry], question: Question) -> tuple[list[Entry], set[str]]:
    """Return the entries that the question's words name best, and those words.

    A word that many entries have, such as "kommun", weighs little beside one that few have.
    """
    matches = [_matches(question.subject, person) for _, person in people]
    counts = Counter(word for matched in matches for word in matched)
    weights = {word: log((1 + len(people)) / count) for word, count in counts.items()}
    scores = [sum(weights[word] for word in matched) for matched in matches]
    bar = max(scores, default=0.0) * NAMED_AS_WELL
    best = [bool(score) and score >= bar for score in scores]
    return list(compress(people, best)), set().union(*compress(matches, best))


def _about(asked: Sequence[str], documents: Mapping[DocumentId, Document]) -> set[DocumentId]:
    """Return the meetings whose title, body and date speak most of the words *asked* for."""
    subject = Subject(dict.fromkeys(asked, 1.0))
    covered = {
        key: subject.coverage(subject.presence(words(context(document.minutes, ()))))
        for key, document in documents.items()
    }
    best = max(covered.values(), default=0.0)
    return {key for key, share in covered.items() if share == best >= MEETING_NAMED}


def _best(hits: Sequence[Hit], documents: Mapping[DocumentId, Document]) -> set[DocumentId]:
    """Return the best hit's meeting, when the question says nothing of which one is meant."""
    found = (hit.passage.document_id for hit in hits)
    return set(islice((document for document in found if document in documents), 1))


def _matches(asked: Sequence[str], person: Person) -> set[str]:
    """Return the words of the question that are words of the person's entry."""
    said = [person.name, person.organisation, person.replaces, *person.roles]
    entry = [word for text in said if text for word in words(text)]
    return {word for word in asked if any(_same(word, other) for other in entry)}


def _same(word: str, other: str) -> bool:
    return fold(word) == fold(other) or likeness(word, other) >= SAME_NAME
