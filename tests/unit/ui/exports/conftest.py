"""An invented summary, and a small paper that has one of each block."""

from datetime import UTC, date, datetime

import pytest

from rag.minutes import DocumentId, Kind, MeetingDate
from rag.results import Citation, Meeting, Statement, Support
from rag.summaries import ActionLine, ItemSummary, Length, Summary
from ui.exports.paper import (
    Bullets,
    Fact,
    Facts,
    Heading,
    Line,
    Note,
    Paper,
    Paragraph,
    Ruled,
    Table,
)

ID = DocumentId("ab" * 32)
DAY = date(2024, 3, 4)
QUOTES = (
    "Båthuset på Måsskär",
    "Ylva Ekmark, ordförande",
    "Tor Blad",
    "Taket på båthuset läcker sedan i höstas.",
    "Beslut: Styrelsen lägger ett nytt plåttak.",
    "[ ] Tor Blad beställer plåt senast den 1 maj.",
    "Tor Blad utsågs att justera.",
    "Nästa möte är den 10 juni.",
)
PLACE, CHAIR, MEMBER, LEAK, DECIDED, TO_DO, ADJUSTER, NEXT = (
    Statement(text=quote, support=Support.SUPPORTED, citations=(number,))
    for number, quote in enumerate(QUOTES, 1)
)
PLACES = (None, None, None, *("§ 2 Taket på båthuset",) * 3, "§ 1 Val av justerare", "§ 9 Övrigt")
PAGES = (1, 1, 1, 2, 2, 2, 1, 3)


@pytest.fixture
def created() -> datetime:
    return datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture
def citations() -> tuple[Citation, ...]:
    return tuple(
        Citation(
            n=number,
            document_id=ID,
            source="moten/styrelsen-mars.pdf",
            meeting="Protokoll från styrelsemöte",
            date="2024-03-04",
            item=item,
            page=page,
            start=0,
            end=len(quote),
            quote=quote,
        )
        for number, (quote, item, page) in enumerate(zip(QUOTES, PLACES, PAGES, strict=True), 1)
    )


@pytest.fixture
def summary(citations: tuple[Citation, ...]) -> Summary:
    return Summary(
        meeting=Meeting(
            document_id=ID,
            source="moten/styrelsen-mars.pdf",
            title="Protokoll från styrelsemöte",
            kind=Kind.PROTOKOLL,
            body="Åvikens roddförening",
            date=MeetingDate(first=DAY, last=DAY),
            chunks=3,
        ),
        length=Length.NORMAL,
        place=PLACE,
        present=(CHAIR, MEMBER),
        present_count=5,
        brief=(LEAK,),
        items=(
            ItemSummary(label="§ 1 Val av justerare", is_formal=True, statements=(ADJUSTER,)),
            ItemSummary(
                label="§ 2 Taket på båthuset",
                statements=(LEAK,),
                decisions=(DECIDED,),
                actions=(
                    ActionLine(
                        statement=TO_DO,
                        who="Tor Blad",
                        due="senast den 1 maj",
                        item="§ 2 Taket på båthuset",
                    ),
                ),
            ),
        ),
        dates=(NEXT,),
        citations=citations,
        notes=("Sida 4 är oläslig.",),
    )


@pytest.fixture
def paper(created: datetime) -> Paper:
    roof = Note(text="Styrelsen 2024-03-04, §\N{NO-BREAK SPACE}2 Taket, s. 2 (mars.pdf)")
    said = Note(text="Styrelsen 2024-03-04, s. 3 (mars.pdf): ”Plåten är grå.”")
    return Paper(
        title="Styrelsen 4 mars 2024",
        subtitle="Sammanfattning av protokoll",
        subject="Sammanfattning: Styrelsen",
        created=created,
        blocks=(
            Facts(rows=(Fact(label="Plats", lines=(Line(text="Båthuset"),)),)),
            Heading(text="I korthet"),
            Bullets(lines=(Line(text="Taket läcker.", notes=(roof,)),)),
            Heading(text="§ 2 Taket", level=2),
            Paragraph(
                lines=(
                    Line(text="Taket är gammalt.", notes=(roof,)),
                    Line(text="Plåten, 1*2 <m>, finns på https://plat.example/a_b.", notes=(said,)),
                )
            ),
            Bullets(lines=(Line(text="bifall", label="Yrkande"),)),
            Ruled(label="Beslut", lines=(Line(text="att lägga plåt", notes=(roof, said)),)),
            Table(
                header=("Vad", "Vem"),
                rows=(
                    (Line(text="Tor | beställer", notes=(roof,)), Line(text="=Tor")),
                    (Line(text="Måla"), Line(text="–")),
                ),
                widths=(3, 1),
            ),
        ),
        closing=("Framställd av Mötesminne.",),
    )
