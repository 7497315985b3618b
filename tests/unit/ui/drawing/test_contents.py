"""What was read out of a meeting as HTML."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from rag.items import Item, Outcome, Proposal, Statement, Vote
from rag.minutes import Document, Reading, Sureness
from rag.results import Meeting
from rag.span import Span
from ui.drawing import contents as draw
from ui.drawing.markup import Html


def shown(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_decisions_and_actions_are_word_for_word_and_lead_to_their_place(
    document: Document,
) -> None:
    html = draw.decisions(document)

    [_, item] = document.minutes.items
    [decision] = item.decisions
    assert shown(html) == (
        "§ 2 Bryggan vid Långsjön Beslut Styrelsen beslutar att bygga en ny. "
        "Uppdrag Mira beställer virke senast den 1 maj. "
        "Ansvarig: Mira · Klart: senast den 1 maj"
    )
    assert f'data-open="{document.id}:{decision.span.start}:{decision.span.end}"' in html


def test_people_are_counted_and_named_with_their_roles(document: Document) -> None:
    assert shown(draw.people(document)) == "Närvarande (1) Tor Blad justerare"


def test_the_agenda_lists_the_items_in_order(document: Document) -> None:
    expected = "§ 1 Val av justerare § 2 Bryggan vid Långsjön"

    assert expected == shown(draw.agenda(document))


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        pytest.param(draw.decisions, "Inga beslut eller uppdrag", id="decisions"),
        pytest.param(draw.people, "Ingen närvarolista", id="people"),
        pytest.param(draw.agenda, "Inga numrerade punkter", id="agenda"),
    ],
)
def test_what_the_text_lacks_is_said(
    document: Document, drawing: Callable[[Document], Html], expected: str
) -> None:
    bare = replace(document, minutes=replace(document.minutes, items=(), people=()))

    assert expected in shown(drawing(bare))


def place_of(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def with_item(document: Document, item: Item) -> Document:
    return replace(document, minutes=replace(document.minutes, items=(item,)))


def test_what_led_to_a_decision_stands_with_it(document: Document) -> None:
    [_, item] = document.minutes.items
    place = place_of(document, "Bryggan är rutten.")
    proposal = Proposal(span=place, who=("Tor Blad",), outcome=Outcome.REJECTED)
    moved = replace(item, proposals=(proposal,), votes=(Vote(span=place, yes=4, no=2),))

    said = shown(draw.decisions(with_item(document, moved)))

    assert "Yrkanden Bryggan är rutten. Tor Blad · avslag" in said
    assert "Voteringar Bryggan är rutten. 4 ja · 2 nej" in said


def test_who_said_what_stands_by_item(document: Document) -> None:
    [_, item] = document.minutes.items
    place = place_of(document, "Bryggan är rutten.")
    spoken = replace(item, statements=(Statement(span=place, speaker="Flera badare"),))

    assert "§ 2 Bryggan vid Långsjön Yttranden Bryggan är rutten. Flera badare" == shown(
        draw.said(with_item(document, spoken))
    )


def test_what_notes_without_headings_hold_stands_under_their_title(document: Document) -> None:
    [_, item] = document.minutes.items
    whole = replace(item, title="", number=None)
    bare = replace(document, minutes=replace(document.minutes, items=(), unheaded=whole))

    assert shown(draw.decisions(bare)).startswith(f"{document.minutes.title} Beslut")


def test_each_field_says_how_sure_it_is_and_leads_to_its_place(document: Document) -> None:
    place = place_of(document, "Ekdals badförening")
    readings = (
        Reading(field="body", sureness=Sureness.RECOGNISED, span=place),
        Reading(field="place", sureness=Sureness.CORRECTED),
    )
    minutes = replace(
        document.minutes, body="Ekdals badförening", place="Badhuset", readings=readings
    )

    html = draw.fields(replace(document, minutes=minutes))

    assert "Organ Ekdals badförening igenkänt i texten" in shown(html)
    assert "Plats Badhuset rättat av användaren" in shown(html)
    assert "Nästa möte framgår inte" in shown(html)
    assert f'data-open="{document.id}:{place.start}:{place.end}"' in html


def test_the_files_of_one_meeting_are_named(document: Document, meeting: Meeting) -> None:
    copy = replace(meeting, source="moten/utkast.docx", answered_from=meeting.document_id)

    said = shown(draw.fields(document, [meeting, copy]))

    assert "Samma möte i 2 filer styrelsen.txt svaren hämtas ur den här filen" in said
    assert "utkast.docx annan fil för samma möte" in said


def test_decisions_and_tasks_are_marked_in_the_whole_text(document: Document) -> None:
    html = draw.whole(document)

    assert '<span data-of="decided">Styrelsen beslutar att bygga en ny.</span>' in html
    assert shown(html).startswith("Beslut Uppdrag")
    bare = replace(document, minutes=replace(document.minutes, items=()))
    assert "data-of" not in draw.whole(bare)
