"""Choose what each speaker said of a subject: all of it, within the meetings asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from rag.citing import Evidence
from rag.span import Span
from rag.structured.asked_of import asked_of
from rag.structured.attribution import Said, said_in
from rag.structured.inquiry import NOTHING, Inquiry, Listed
from rag.structured.matters import ABOUT, OF_BEST, Found, items_found
from rag.structured.nearness import Nearness, unspoken_of
from rag.swedish.matching import Presence, Subject
from rag.swedish.sentences import sentences
from rag.swedish.words import words

# Of a question without a subject more meetings than these are not read out.
MOST_MEETINGS = 3
# Sentences at most that no one is said to have said; fewer words are a heading or a label.
MOST_UNATTRIBUTED = 6
FEWEST_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Saying:
    found: Found
    said: Said
    presence: Presence

    @property
    def evidence(self) -> Evidence:
        return Evidence(self.found.document, self.said.span)

    @property
    def key(self) -> tuple[str, Span]:
        """What tells its item from all others."""
        return self.found.document.id, self.found.item.span


def sayings(inquiry: Inquiry) -> Listed:
    """Return what those whom the question asks about said of its subject.

    "Vem föreslog …?" asks for one deed, which the ranker of sentences finds better.
    """
    asked = asked_of(inquiry.question)
    about = asked.subject
    if asked.one or not (about or 1 <= len(inquiry.meetings()) <= MOST_MEETINGS):
        return NOTHING
    subject = inquiry.subject(about)
    least = ABOUT if about else 0.0
    every = list(_sayings(inquiry, subject, bar=least))
    own = [saying for saying in every if any(map(asked.admits, saying.said.actors))]
    best = max((subject.coverage(saying.presence) for saying in own), default=0.0)
    bar = max(least, OF_BEST * best)
    chosen = [saying for saying in own if subject.coverage(saying.presence) >= bar]
    if not chosen:
        return NOTHING
    told = [saying.presence for saying in chosen]
    evidence = [saying.evidence for saying in chosen]
    if about and not asked.by_name:
        evidence += _unattributed(every, chosen, subject, bar=bar)
    return Listed(
        evidence=evidence,
        missing=unspoken_of(subject, told) if about else (),
    )


def _sayings(inquiry: Inquiry, subject: Subject, *, bar: float) -> Iterator[_Saying]:
    for found in items_found(inquiry):
        nearness = Nearness(found, subject)
        for said in said_in(found.document, found.item) if nearness.nearest >= bar else ():
            yield _Saying(found, said, nearness(said.span))


def _unattributed(
    every: Sequence[_Saying], chosen: Sequence[_Saying], subject: Subject, *, bar: float
) -> list[Evidence]:
    """Return what the items of those *chosen* tell of the subject that no one is said to say."""
    items = {saying.key: saying.found for saying in chosen}
    said = [saying.evidence for saying in every]
    pieces = (piece for found in items.values() for piece in _stated(found))
    return [
        piece
        for piece in pieces
        if subject.coverage(subject.presence(words(piece.text))) >= bar
        and not any(map(partial(_overlaps, piece), said))
    ][:MOST_UNATTRIBUTED]


def _stated(found: Found) -> Iterator[Evidence]:
    """Yield the sentences of an item that are no decisions; its heading is none either."""
    item, text = found.item, found.document.text
    for span in sentences(text, Span(item.heading.end, item.span.end)):
        is_decision = any(decision.span.overlaps(span) for decision in item.decisions)
        if not is_decision and len(words(span.of(text))) >= FEWEST_WORDS:
            yield Evidence(found.document, span)


def _overlaps(one: Evidence, other: Evidence) -> bool:
    return one.document.id == other.document.id and one.span.overlaps(other.span)
