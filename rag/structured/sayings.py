"""Choose what each speaker said of a subject: all of it, within the meetings asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from rag.citing import Evidence
from rag.items import Decision
from rag.matching import Presence, Subject
from rag.structured.asked_of import asked_of
from rag.structured.attribution import Said, said_in
from rag.structured.inquiry import NOTHING, Inquiry, Listed
from rag.structured.matters import ABOUT, OF_BEST, items_found
from rag.structured.nearness import Nearness, unspoken_of
from rag.words import words

# Of a question without a subject more meetings than these are not read out.
MOST_MEETINGS = 3


@dataclass(frozen=True, slots=True)
class _Saying:
    evidence: Evidence
    said: Said
    presence: Presence


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
        evidence += _unattributed(inquiry, every, chosen, subject, bar=bar)
    return Listed(
        evidence=evidence,
        missing=unspoken_of(subject, told) if about else (),
    )


def _sayings(inquiry: Inquiry, subject: Subject, *, bar: float) -> Iterator[_Saying]:
    for found in items_found(inquiry):
        nearness = Nearness(found, subject)
        for said in said_in(found.document, found.item) if nearness.nearest >= bar else ():
            yield _Saying(Evidence(found.document, said.span), said, nearness(said.span))


def _unattributed(
    inquiry: Inquiry,
    every: Sequence[_Saying],
    chosen: Sequence[_Saying],
    subject: Subject,
    *,
    bar: float,
) -> list[Evidence]:
    """Return likely sentences of the items of those *chosen* that no one is said to have said."""
    items = {_item_of(saying.evidence) for saying in chosen}
    said = [saying.evidence for saying in every]
    return [
        piece
        for piece in inquiry.likeliest()
        if _item_of(piece) in items
        and subject.coverage(subject.presence(words(piece.text))) >= bar
        and not any(map(partial(_overlaps, piece), said))
        and not any(decision.span.overlaps(piece.span) for decision in _decisions(piece))
    ]


def _item_of(piece: Evidence) -> tuple[str, int]:
    item = piece.document.item_at(piece.span.start)
    return piece.document.id, item.span.start if item else -1


def _decisions(piece: Evidence) -> Sequence[Decision]:
    item = piece.document.item_at(piece.span.start)
    return item.decisions if item else ()


def _overlaps(one: Evidence, other: Evidence) -> bool:
    return one.document.id == other.document.id and one.span.overlaps(other.span)
