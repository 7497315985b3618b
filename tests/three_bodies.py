"""A few invented meetings of three bodies, to ask about."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from fakes import document

from rag.minutes import Abbreviation, Document, MeetingDate, Person, Presence
from rag.results import Understood
from rag.span import Span

TODAY = date(2025, 2, 10)

Ask = Callable[..., Understood]


def held(
    id: str,  # noqa: A002 - as the field is called
    body: str | None,
    first: str,
    last: str | None = None,
    *,
    text: str,
    people: tuple[tuple[str, str | None], ...] = (),
    explained: tuple[tuple[str, str], ...] = (),
) -> Document:
    day = MeetingDate(first=date.fromisoformat(first), last=date.fromisoformat(last or first))
    dated = document(text, id=id, body=body, day=day)
    listed = tuple(
        Person(name=name, organisation=of, presence=Presence.PRESENT, span=Span(0, 1))
        for name, of in people
    )
    short = tuple(Abbreviation(short=s, long=long, span=Span(0, 1)) for s, long in explained)
    return replace(dated, minutes=replace(dated.minutes, people=listed, abbreviations=short))


DOCUMENTS = (
    held(
        "a1",
        "Kommunstyrelsen",
        "2024-03-04",
        text="§ 12 Skolskjuts till Tallmora. KS 2024/131\n\nNämnden antar riktlinjer. "
        "Regler för hundrastgården vid Åmosund. Badhuset i Öregård stängs. Bidraget höjs.",
        people=(("Eva Ljungvik", None), ("Örjan Ståhle", None)),
    ),
    held(
        "a2",
        "Kommunstyrelsen",
        "2024-05-06",
        text="§ 20 Simhallen renoveras. KS 2024/144\n\nFeriejobb för unga i Åmosund. "
        "Ett gemensamt avtal. Avsiktsförklaringen skrivs under.",
        people=(("Eva Ljungvik", None),),
    ),
    held(
        "b1",
        "Nätverket Arbete i Ådalsbygden",
        "2024-09-01",
        "2024-11-30",
        text="Kommunerna talade om SOF och Arbetsförmedlingen.\n\nSamordnad form (SOF) prövas. "
        "Kompassen är ett projekt. Lövåsa kommun är positiv till AME. Individuell plan.",
        people=(("Siri Mården", "Lövåsa kommun"), ("Folke Äng", "Bäckinge kommun")),
        explained=(("SOF", "samordnad form"), ("AME", "arbetsmarknadsenheten")),
    ),
    held(
        "c1",
        "Cykelklubben Ekern",
        "2023-10-02",
        text="§ 3 Hyran av verkstaden höjs. Verktyg köps för 400 kronor. Årsmötet närmar sig.",
        people=(("Eva Dahlros", None),),
    ),
)
