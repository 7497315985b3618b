"""List all decisions, or all that is to be done, about a subject, with the count."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rag.asks import Asks
from rag.citing import Evidence
from rag.items import Item
from rag.phrasing.coverage import count_of
from rag.span import Span
from rag.structured.inquiry import NOTHING, Inquiry, Listed
from rag.structured.matters import ABOUT, OF_BEST, decided, items_found
from rag.structured.nearness import Nearness, unspoken_of
from rag.swedish.matching import Presence, Subject
from rag.swedish.words import is_content, words

# "Vilka beslut …?", "Lista alla uppdrag …"
ALL = re.compile(
    r"\b(?:vilka|alla|samtliga|lista|räkna\supp|which|all|list)\b.{0,40}"
    r"(?:beslut|uppdrag|åtgärd|decision|action|task)",
    re.IGNORECASE,
)
# Reading more meetings whole takes seconds, and nobody reads so long an answer.
MOST_MEETINGS = 100
LISTED: Mapping[Asks, Callable[[Item], list[Span]]] = {
    Asks.DECISION: decided,
    Asks.ACTION: lambda item: [action.span for action in item.actions],
}
COUNTED: Mapping[Asks, str] = {
    Asks.DECISION: "{count} beslut{subject}{when}, från {meetings}.",
    Asks.ACTION: "{count} uppdrag{subject}{when}, från {meetings}.",
}


@dataclass(frozen=True, slots=True)
class _Listed:
    evidence: Evidence
    presence: Presence


def all_about(inquiry: Inquiry) -> Listed:
    """Return every decision, or action, about the subject when all are asked for.

    All are asked for by saying so, or by a period in which several meetings were held.
    """
    question = inquiry.question
    in_period = question.filters.first and len(inquiry.meetings()) > 1
    if not question.subject and question.limits and ALL.search(question.reworded):
        return _all_of_meetings(inquiry)
    if not question.subject or not (ALL.search(question.reworded) or in_period):
        return NOTHING
    subject = inquiry.subject(question.subject)
    found = list(_listed(inquiry, subject))
    best = max((subject.coverage(one.presence) for one in found), default=0.0)
    bar = max(ABOUT, OF_BEST * best)
    chosen = [one for one in found if subject.coverage(one.presence) >= bar]
    if not chosen:
        return NOTHING
    evidence = sorted((one.evidence for one in chosen), key=_when)
    return Listed(
        evidence=evidence,
        notes=(_count(inquiry, evidence),),
        missing=unspoken_of(subject, [one.presence for one in chosen]),
    )


def _all_of_meetings(inquiry: Inquiry) -> Listed:
    """Return every decision, or action, of the meetings that are all the question is about."""
    listed, meetings = LISTED[inquiry.question.asks], inquiry.meetings()
    if len(meetings) > MOST_MEETINGS:
        return NOTHING
    evidence = [
        Evidence(document, span)
        for meeting in reversed(meetings)
        for document in [inquiry.library.document(meeting.document_id)]
        for item in document.minutes.all_items
        for span in listed(item)
    ]
    return Listed(evidence=evidence, notes=(_count(inquiry, evidence),)) if evidence else NOTHING


def _listed(inquiry: Inquiry, subject: Subject) -> Iterator[_Listed]:
    question = inquiry.question
    listed = LISTED[question.asks]
    named = {word for name in question.names for word in words(name)}
    of_person = question.asks is Asks.ACTION and named.issuperset(question.subject)
    for found in items_found(inquiry):
        # Points under a heading stand for themselves; notes without any go on with what was said.
        nearness = Nearness(found, subject, follows=not found.item.title)
        for span in listed(found.item) if nearness.nearest >= ABOUT else ():
            presence = nearness(span)
            if of_person:  # what stands near a task makes it nobody else's
                own = filter(is_content, words(span.of(found.document.text)))
                presence = subject.presence(own)  # "från" has the stem of Frans
            yield _Listed(Evidence(found.document, span), presence)


def _when(piece: Evidence) -> tuple[str, str, int]:
    """Order by the meeting's date, undated ones first."""
    day = piece.document.minutes.date
    return day.iso if day else "", piece.document.id, piece.span.start


def _count(inquiry: Inquiry, evidence: Sequence[Evidence]) -> str:
    question = inquiry.question
    return COUNTED[question.asks].format(
        count=len({(piece.document.id, piece.text) for piece in evidence}),
        subject=f" om {' '.join(question.subject)}" if question.subject else "",
        when=f" ({', '.join(question.limits)})" if question.limits else "",
        meetings=count_of(len({piece.document.id for piece in evidence})),
    )
