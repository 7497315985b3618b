"""Invented values that the app draws."""

from datetime import date

import pytest

from rag.asks import Asks
from rag.items import Action, Decision, Item
from rag.minutes import (
    ChunkKey,
    ChunkKind,
    Document,
    DocumentId,
    Kind,
    MeetingDate,
    Minutes,
    Person,
    Presence,
)
from rag.results import (
    Answer,
    Citation,
    Hit,
    Meeting,
    Passage,
    Searched,
    Statement,
    Status,
    Support,
    Understood,
)
from rag.span import Page, Span

ID = DocumentId("ab" * 32)
TEXT = """Styrelsen för Ekdals badförening

## § 1 Val av justerare
Tor Blad utses.

## § 2 Bryggan vid Långsjön
Bryggan är rutten.
Styrelsen beslutar att bygga en ny.

Mira beställer virke senast den 1 maj.
Sida två börjar här.
"""


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def meeting() -> Meeting:
    day = date(2024, 3, 4)
    return Meeting(
        document_id=ID,
        source="moten/styrelsen.txt",
        title="Styrelsen för Ekdals badförening",
        kind=Kind.PROTOKOLL,
        body="Styrelsen",
        date=MeetingDate(first=day, last=day),
        chunks=3,
    )


@pytest.fixture
def document(meeting: Meeting) -> Document:
    second = TEXT.index("## § 2")
    return Document(
        id=ID,
        source=meeting.source,
        location="/moten/styrelsen.txt",
        text=TEXT,
        chunks=(),
        pages=(
            Page(number=1, span=Span(0, TEXT.index("Sida två"))),
            Page(number=2, span=Span(TEXT.index("Sida två"), len(TEXT))),
        ),
        minutes=Minutes(
            kind=meeting.kind,
            title=meeting.title,
            body=meeting.body,
            date=meeting.date,
            people=(
                Person(
                    name="Tor Blad",
                    presence=Presence.PRESENT,
                    span=span_of("Tor Blad"),
                    roles=("justerare",),
                ),
            ),
            items=(
                Item(
                    span=Span(TEXT.index("## § 1"), second),
                    heading=span_of("## § 1 Val av justerare"),
                    title="Val av justerare",
                    number="§ 1",
                ),
                Item(
                    span=Span(second, len(TEXT)),
                    heading=span_of("## § 2 Bryggan vid Långsjön"),
                    title="Bryggan vid Långsjön",
                    number="§ 2",
                    decisions=(Decision(span=span_of("Styrelsen beslutar att bygga en ny.")),),
                    actions=(
                        Action(
                            span=span_of("Mira beställer virke senast den 1 maj."),
                            who="Mira",
                            due="senast den 1 maj",
                        ),
                    ),
                ),
            ),
        ),
    )


@pytest.fixture
def citation() -> Citation:
    quote = "Styrelsen beslutar att bygga en ny."
    place = span_of(quote)
    return Citation(
        n=1,
        document_id=ID,
        source="moten/styrelsen.txt",
        meeting="Styrelsen för Ekdals badförening",
        date="2024-03-04",
        item="§ 2 Bryggan vid Långsjön",
        page=1,
        start=place.start,
        end=place.end,
        quote=quote,
    )


@pytest.fixture
def answer(citation: Citation) -> Answer:
    passage = Passage(
        key=ChunkKey(1),
        document_id=ID,
        source="moten/styrelsen.txt",
        span=span_of("Bryggan är rutten."),
        kind=ChunkKind.ITEM,
        text="§ 2 Bryggan vid Långsjön\nBryggan är rutten.",
        heading_path=("§ 2 Bryggan vid Långsjön",),
        page=1,
    )
    return Answer(
        question="Vad beslutades om bryggan?",
        understood=Understood(
            asked="Vad beslutades om bryggan?",
            reworded="Vad beslutades om bryggan?",
            asks=Asks.DECISION,
            subject=("bryggan",),
        ),
        status=Status.ANSWERED,
        statements=(
            Statement(text=citation.quote, support=Support.SUPPORTED, citations=(citation.n,)),
        ),
        citations=(citation,),
        hits=(Hit(passage=passage, score=0.8),),
        missing=(),
        searched=Searched(meetings=1, chunks=3),
        model="extractive",
        confidence=0.9,
        elapsed_ms=12.0,
        text="Styrelsen beslutar att bygga en ny. [1]",
    )
