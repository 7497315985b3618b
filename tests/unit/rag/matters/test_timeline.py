"""A matter of invented minutes, its meetings given in whatever order."""

import pytest

from eval.temporary import make_document
from rag.matters.finding import grouped
from rag.matters.steps import Treated
from rag.matters.timeline import timeline
from rag.matters.values import StepKind, Timeline
from rag.minutes import Document
from rag.results import Meeting
from rag.swedish.registration import read_registration

MINUTES = """# Sammanträdesprotokoll

Kommunstyrelsen, Åviks kommun

Sammanträdesdatum {day}

## § {number} {title}

Dnr {registration}

### Beslut

Kommunstyrelsen beslutar

{decisions}

### Ärendebeskrivning

{said}
"""


def _held(
    day: str, number: int, title: str, registration: str, *decisions: str, said: str = ""
) -> Document:
    text = MINUTES.format(
        day=day,
        number=number,
        title=title,
        registration=registration,
        decisions="\n".join(f"- {one}" for one in decisions),
        said=said or "Förvaltningen har räknat på kostnaden för kommunen.",
    )
    return make_document(f"ks-{day}.md", text)


TABLED = _held("2024-01-15", 3, "Badplatsen", "KS 2024/7", "att bordlägga ärendet.")
REFERRED = _held(
    "2024-02-12",
    14,
    "Badplatsen",
    "KS/2024:7",
    "att återremittera ärendet till tekniska förvaltningen.",
)
DECIDED = _held(
    "2024-03-11", 22, "Badplatsen", "KS 2024-00007", "att badplatsen öppnar den 1 juni 2024."
)
FOLLOWED_UP = _held(
    "2024-09-09",
    61,
    "Uppföljning av badplatsen",
    "KS 2024/7",
    "att lägga uppföljningen till handlingarna.",
)
REPLACED = _held(
    "2025-01-13", 5, "Badplatsen", "KS 2024/7", "att badplatsen stänger den 1 september 2025."
)


def _treated(*documents: Document) -> list[Treated]:
    return [
        Treated(meeting=_meeting(document), document=document, item=item)
        for document in documents
        for item in document.minutes.all_items
        if item.registration_number
    ]


def _meeting(document: Document) -> Meeting:
    minutes = document.minutes
    return Meeting(
        document_id=document.id,
        source=document.source,
        title=minutes.title,
        kind=minutes.kind,
        body=minutes.body,
        date=minutes.date,
        chunks=1,
    )


def _kinds(found: Timeline) -> list[StepKind]:
    return [step.kind for step in found.steps]


def test_a_matter_is_followed_from_raised_to_followed_up_in_order_of_time() -> None:
    found = timeline(_treated(FOLLOWED_UP, DECIDED, TABLED, REFERRED))
    assert _kinds(found) == [
        StepKind.RAISED,
        StepKind.TABLED,
        StepKind.REFERRED_BACK,
        StepKind.DECIDED,
        StepKind.FOLLOWED_UP,
    ]


def test_every_step_cites_the_minutes() -> None:
    found = timeline(_treated(TABLED, REFERRED, DECIDED))
    cited = [n for step in found.steps for s in (*step.decisions, *step.said) for n in s.citations]
    assert set(cited) == {citation.n for citation in found.citations}


@pytest.mark.parametrize(
    ("held", "latest"),
    [
        pytest.param([TABLED, REFERRED], None, id="what is put off is no decision"),
        pytest.param([TABLED, DECIDED, FOLLOWED_UP], "2024-03-11", id="a follow-up replaces none"),
        pytest.param([DECIDED, REPLACED], "2025-01-13", id="a later decision replaces"),
    ],
)
def test_the_latest_valid_decision_is_marked(held: list[Document], latest: str | None) -> None:
    steps = timeline(_treated(*held)).steps
    days = [step.meeting.date.iso for step in steps if step.is_latest and step.meeting.date]
    assert days == ([latest] if latest else [])


def test_what_is_proposed_to_the_council_is_not_decided() -> None:
    document = _held("2024-03-11", 22, "Badplatsen", "KS 2024/7", "att badplatsen öppnar.")
    text = document.text.replace(
        "Kommunstyrelsen beslutar", "Kommunstyrelsen föreslår kommunfullmäktige besluta"
    )
    found = timeline(_treated(make_document("ks.md", text)))
    assert _kinds(found) == [StepKind.RAISED, StepKind.PROPOSED]
    assert not any(step.is_latest for step in found.steps)


def test_a_number_written_in_three_ways_is_one_matter() -> None:
    groups = grouped(_treated(TABLED, REFERRED, DECIDED))
    assert [len(group) for group in groups] == [3]
    assert timeline(groups[0]).registration_number == str(read_registration("KS 2024/7"))


def test_the_same_number_in_another_organisation_is_another_matter() -> None:
    other = make_document("annan.md", DECIDED.text.replace("Åviks kommun", "Ekdals kommun"))
    assert [len(group) for group in grouped(_treated(TABLED, DECIDED, other))] == [2, 1]
