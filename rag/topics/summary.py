"""Summarise what many meetings told of a subject: in order of time, and by who said it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from rag.asks import Asks
from rag.citing import Citations, Evidence
from rag.minutes import DocumentId
from rag.phrasing.coverage import Coverage, unreadable_pages
from rag.results import ActorRow, Meeting, Statement
from rag.structured.attribution import said_in
from rag.structured.inquiry import Inquiry
from rag.structured.rows import actor_rows
from rag.structured.topic import Mention, mentions
from rag.summaries import ActionLine, Length, Part
from rag.summarising.cues import CUES
from rag.swedish.matching import most
from rag.swedish.words import words
from rag.topics.values import TopicMeeting, TopicSummary

MOST_PER_MEETING = {Length.SHORT: 1, Length.NORMAL: 3, Length.LONG: 8}
# A sentence that speaks of the subject itself is worth as much as so many cues.
OF_OWN_WORDS = 2


def topic_summary(
    inquiry: Inquiry,
    topic: str,
    said: Sequence[str],
    *,
    length: Length = Length.NORMAL,
    by_actor: bool = False,
) -> TopicSummary:
    """Return what the meetings of *inquiry* told of the words *said*.

    Args:
        inquiry: With hits enough that none of its meetings is missed.
        topic: As asked for.
        said: Its words.
        length: How much is told of each meeting.
        by_actor: Tell also what each speaker said.
    """
    found = _once(mentions(inquiry, said))
    meetings = {meeting.document_id: meeting for meeting in inquiry.meetings()}
    citations = Citations()
    told = [
        _meeting(meetings[document], list(group), citations, at_most=MOST_PER_MEETING[length])
        for document, group in groupby(found, key=lambda one: one.document.id)
        if document in meetings
    ]
    actors = _actors(inquiry, found, citations) if by_actor else ()
    return TopicSummary(
        topic=topic,
        period=", ".join(inquiry.question.limits),
        meetings=tuple(told),
        actors=actors,
        citations=citations.all(),
        coverage=_coverage(inquiry, meetings.values(), speaking=len(told)),
        missing=_unspoken(inquiry, said, found) if told else (),
    )


def _coverage(inquiry: Inquiry, meetings: Iterable[Meeting], *, speaking: int) -> Coverage:
    """Return how much of *meetings* is told of, *speaking* of them."""
    admitted, filters = list(meetings), inquiry.filters
    undated = 0
    if filters.first or filters.last:
        others = inquiry.library.meetings(replace(filters, first=None, last=None))
        undated = sum(meeting.date is None for meeting in others)
    return Coverage(
        admitted=len(admitted),
        speaking=speaking,
        unreadable=unreadable_pages(admitted),
        undated=undated,
    )


def _once(found: Iterable[Mention]) -> list[Mention]:
    """Return *found* without what stands in an item and in one within it."""
    places: dict[tuple[DocumentId, int, int, Part], Mention] = {}
    for one in found:
        places.setdefault((one.document.id, one.span.start, one.span.end, one.part), one)
    return list(places.values())


def _meeting(
    meeting: Meeting, found: Sequence[Mention], citations: Citations, *, at_most: int
) -> TopicMeeting:
    def state(part: Part) -> tuple[Statement, ...]:
        return citations.state(one.evidence for one in found if one.part is part)

    essential = sorted(
        (one for one in found if one.part is Part.STATEMENT), key=_worth, reverse=True
    )[:at_most]
    told = sorted(essential, key=lambda one: one.span.start)
    return TopicMeeting(
        meeting=meeting,
        statements=citations.state(one.evidence for one in told),
        decisions=state(Part.DECISION),
        actions=tuple(_action(one, citations) for one in found if one.part is Part.ACTION),
    )


def _worth(mention: Mention) -> float:
    said = mention.evidence.text
    return OF_OWN_WORDS * mention.share + sum(bool(cue.search(said)) for cue in CUES.values())


def _action(mention: Mention, citations: Citations) -> ActionLine:
    [statement] = citations.state([mention.evidence])
    action = mention.action
    return ActionLine(
        statement=statement,
        who=action.who if action else None,
        due=action.due if action else None,
        item=mention.item.label or None,
    )


def _actors(
    inquiry: Inquiry, found: Sequence[Mention], citations: Citations
) -> tuple[ActorRow, ...]:
    """Return what each is said to have said, those that no one said left out."""
    said = {
        (one.document.id, place.span): None
        for one in found
        for place in said_in(one.document, one.item)
        if place.span.overlaps(one.span)
    }
    documents = {one.document.id: one.document for one in found}
    evidence = [Evidence(documents[id_], span) for id_, span in said]
    statements = citations.state(evidence)
    question = replace(inquiry.question, asks=Asks.ACTORS)
    rows = actor_rows(question, evidence, statements)
    return tuple(row for row in rows if row.actor and row.statements)


def _unspoken(inquiry: Inquiry, said: Sequence[str], found: Iterable[Mention]) -> tuple[str, ...]:
    """Return those of the words *said* that no item *found* speaks of."""
    subject = inquiry.subject(said)
    texts = {one.item.span.of(one.document.text) for one in found}
    return subject.absent(most(*(subject.presence(words(text)) for text in texts)))
