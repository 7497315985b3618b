"""Gather everything that a library holds about a person, for whoever has a right to know it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rag.items import Action, Proposal, Reservation, Statement
from rag.minutes import Document, DocumentId, Person
from rag.results import Filters
from rag.span import Span
from rag.storing.database import Database
from rag.storing.library import Library
from rag.swedish.sentences import sentences
from rag.swedish.words import fold

Deed = Action | Proposal | Reservation | Statement

QUESTIONS = "select conversation, asked, coalesce(answer, ''), coalesce(verdict, '') from turn"
CORRECTIONS = "select path, field, value from correction"
EDITS = "select path, line, text from summary_edit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place in the minutes that names the person."""

    document_id: DocumentId
    source: str
    meeting: str
    date: str | None
    item: str | None
    page: int | None
    start: int
    end: int
    text: str
    by_surname: bool = False
    """Only the surname stands there, in minutes of a meeting whose list has the whole name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """An entry of a list of attendance."""

    document_id: DocumentId
    meeting: str
    date: str | None
    person: Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A question of a conversation that names the person, or whose answer does."""

    conversation: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is held about a person."""

    name: str
    attendance: tuple[Attended, ...] = ()
    deeds: tuple[Mention, ...] = ()
    """What they were to do, moved, dissented from or are said to have said."""
    mentions: tuple[Mention, ...] = ()
    """Every sentence and list entry that names them."""
    conversations: tuple[Said, ...] = ()
    notes: tuple[str, ...] = ()
    """What users corrected or wrote in summaries that names them."""


def about(db: Database, library: Library, name: str) -> About:
    """Return everything that the library holds about the person called *name*."""
    named = _naming(name)
    documents = [library.document(m.document_id) for m in library.meetings(copies=True)]
    listed = {document for document, person in library.people(Filters()) if _is(person, named)}
    return About(
        name=name,
        attendance=tuple(one for document in documents for one in _attended(document, named)),
        deeds=tuple(one for document in documents for one in _deeds(document, named)),
        mentions=tuple(
            one
            for document in documents
            for one in _mentions(document, named, name if document.id in listed else "")
        ),
        conversations=tuple(_said(db, named)),
        notes=tuple(
            f"{what}: {text}"
            for sql in (CORRECTIONS, EDITS)
            for _, what, text in db.rows(sql)
            if named.search(fold(text))
        ),
    )


def _naming(name: str) -> re.Pattern[str]:
    """Return what finds *name* in folded text, in the genitive too: `Alva Rydmarks`."""
    words = r"\s{1,5}".join(re.escape(fold(word.lower())) for word in name.split())
    return re.compile(rf"(?<!\w){words}(?:s|:s)?(?!\w)")


def _is(person: Person, named: re.Pattern[str]) -> bool:
    return bool(named.search(fold(f"{person.name} | {person.replaces or ''}")))


def _attended(document: Document, named: re.Pattern[str]) -> Iterator[Attended]:
    for person in document.minutes.people:
        if _is(person, named):
            yield Attended(
                document_id=document.id,
                meeting=document.minutes.title,
                date=_day(document),
                person=person,
            )


def _deeds(document: Document, named: re.Pattern[str]) -> Iterator[Mention]:
    for item in document.minutes.all_items:
        located: tuple[Deed, ...] = (
            *item.actions,
            *item.proposals,
            *item.reservations,
            *item.statements,
        )
        for one in located:
            words = f"{' | '.join(_doers(one))} | {one.span.of(document.text)}"
            if named.search(fold(words)):
                yield _mention(document, one.span.start, one.span.end)


def _doers(one: Deed) -> tuple[str, ...]:
    match one:
        case Action(who=who):
            return (who,) if who else ()
        case Statement(speaker=speaker):
            return (speaker,)
        case _:
            return one.who


def _mentions(document: Document, named: re.Pattern[str], listed: str) -> Iterator[Mention]:
    """Yield the sentences that name a person; those with the surname only where it is *listed*."""
    first, _, last = listed.rpartition(" ")
    surname = _naming(last) if first else None
    said = [(span, fold(span.of(document.text))) for span in sentences(document.text)]
    whole = {span for span, text in said if named.search(text)}
    for (before, _), (after, _) in pairwise(said):  # a short line's end may break a name
        both = Span(before.start, after.end)
        if whole.isdisjoint((before, after)) and named.search(fold(both.of(document.text))):
            yield _mention(document, both.start, both.end)
    for span, text in said:
        if span in whole:
            yield _mention(document, span.start, span.end)
        elif surname and surname.search(text):
            yield _mention(document, span.start, span.end, by_surname=True)


def _mention(document: Document, start: int, end: int, *, by_surname: bool = False) -> Mention:
    item = document.item_at(start)
    return Mention(
        document_id=document.id,
        source=document.source,
        meeting=document.minutes.title,
        date=_day(document),
        item=item.label if item else None,
        page=document.page_at(start),
        start=start,
        end=end,
        text=document.text[start:end],
        by_surname=by_surname,
    )


def _day(document: Document) -> str | None:
    day = document.minutes.date
    return day.iso if day else None


def _said(db: Database, named: re.Pattern[str]) -> Iterator[Said]:
    for conversation, asked, answer, verdict in db.rows(QUESTIONS):
        question = str(json.loads(asked)["question"])
        text = str(json.loads(answer)["text"]) if answer else ""
        reason = (json.loads(verdict or "null") or {}).get("reason", "")
        if named.search(fold(f"{question} | {text} | {reason}")):
            yield Said(conversation=conversation, question=question, answer=text)
