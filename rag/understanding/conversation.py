"""Understand a question as a part of a conversation: by itself, or after the answer before it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from operator import itemgetter

from rag.asks import ATTENDANCE, Asks
from rag.errors import UnknownMeetingError
from rag.minutes import Document, DocumentId
from rag.results import Answer, Filters, Status, Understood
from rag.span import Span
from rag.storing.library import Library
from rag.swedish.date_words import date_text
from rag.understanding.follow_up import FollowUp, carry_on
from rag.understanding.leaning import without_opening
from rag.understanding.understand import Understander, combined

# An answer out of more meetings than these is about none of them.
MOST_MEETINGS = 3
SAME_MEETING = "samma möte"
SAME_MEETINGS = "samma möten"
NAMES_PEOPLE = ATTENDANCE | {Asks.ROLE}


Lent = tuple[Filters, tuple[str, ...]]
"""What a question before lends to the one after it, and the same in Swedish."""
NOTHING: Lent = (Filters(), ())


class Conversation:
    """Understand the questions of a conversation about one library."""

    def __init__(self, understander: Understander, library: Library) -> None:
        self._understander = understander
        self._library = library

    def __call__(
        self,
        question: str,
        filters: Filters | None = None,
        *,
        earlier: Sequence[Answer] = (),
        today: date | None = None,
    ) -> Understood:
        """Return *question* as it is understood after the *earlier* answers, oldest first.

        Raises:
            QuestionError: it is empty or too long.
        """
        today = today or datetime.now(tz=UTC).astimezone().date()
        alone = partial(self._understander, question, filters, today=today)
        if not earlier:
            return alone()
        last, before = earlier[-1], _leant_on([answer.understood for answer in earlier])
        cited = self._cited(last)
        rest, adds = without_opening(" ".join(question.split()))
        own = self._understander(rest, filters, today=today)
        people = _people(last, cited)
        follow_up = carry_on(before, own, adds=adds, people=people, today=today)
        if follow_up is None:
            return alone()
        full = self._understander(follow_up.text, filters, today=today)
        same = _same_meeting(cited) if follow_up.same_meeting else None
        lent = self._admitted(filters or Filters(), full, same or _lent(before, full, follow_up))
        return replace(
            full,
            asked=" ".join(question.split()),
            asks=follow_up.points or full.asks,
            filters=combined(full.filters, lent[0]),
            limits=(*lent[1], *full.limits),
            carried=(*follow_up.carried, *lent[1]),
            own="" if follow_up.repeats else own.reworded,
            points=_places(last, cited) if follow_up.points and lent is same else (),
        )

    def _admitted(self, asked: Filters, full: Understood, lent: Lent) -> Lent:
        """Return what is *lent*, if any meeting is left then; the user's filters win."""
        within = combined(asked, combined(full.filters, lent[0]))
        is_refused = bool(asked.meetings) or not {*asked.without}.isdisjoint(lent[1])
        return NOTHING if is_refused or self._library.keys(within) == [] else lent

    def _cited(self, answer: Answer) -> list[Document]:
        """Return the documents that *answer* cites and the library still has."""
        if answer.status is Status.NOT_FOUND:
            return []
        found = []
        for document_id in dict.fromkeys(citation.document_id for citation in answer.citations):
            try:
                found.append(self._library.document(DocumentId(document_id)))
            except UnknownMeetingError:
                continue
        return found


def _leant_on(earlier: Sequence[Understood]) -> Understood:
    """Return the last question that has a subject, back to the one that began the matter."""
    for one in reversed(earlier):
        if not one.carried or (one.subject and not one.points):
            return one
    return earlier[-1]


def _same_meeting(cited: Sequence[Document]) -> Lent | None:
    if not 1 <= len(cited) <= MOST_MEETINGS:
        return None
    days = [document.minutes.date for document in cited]
    said = ", ".join(date_text(day.first, day.last) for day in days if day)
    name = SAME_MEETING if len(cited) == 1 else SAME_MEETINGS
    meetings = tuple(document.id for document in cited)
    return Filters(meetings=meetings), (f"{name} ({said})" if said else name,)


def _lent(before: Understood, full: Understood, follow_up: FollowUp) -> Lent:
    """Return what *before* said of its meetings that *full* does not say itself."""
    is_whole = full.filters == Filters() and not (follow_up.repeats and before.filters.meetings)
    if before.limits and is_whole:
        return before.filters, before.limits
    body = before.filters.body
    return (Filters(body=body), (body,)) if body and not full.filters.body else NOTHING


def _places(before: Answer, cited: Sequence[Document]) -> tuple[tuple[DocumentId, Span], ...]:
    known = {document.id for document in cited}
    found = (
        (DocumentId(one.document_id), Span(one.start, one.end))
        for one in before.citations
        if one.document_id in known
    )
    return tuple(sorted(found, key=itemgetter(0)))


def _people(before: Answer, cited: Sequence[Document]) -> tuple[str, ...]:
    """Return the one person that an answer out of the lists of attendance names."""
    if before.understood.asks not in NAMES_PEOPLE:
        return ()
    places = _places(before, cited)
    found = {
        person.name
        for document in cited
        for person in document.minutes.people
        for of, span in places
        if of == document.id and person.span.overlaps(span)
    }
    return tuple(found) if len(found) == 1 else ()
