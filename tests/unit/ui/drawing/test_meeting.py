"""Meetings as HTML: lists of them, and one of them."""

import re
from dataclasses import replace
from datetime import date

from rag.minutes import Document, MeetingDate
from rag.results import Meeting
from ui.drawing import contents
from ui.drawing import meeting as draw

HOSTILE = "<img src=x onerror=alert(1)>"


def shown(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_meetings_stand_under_their_years(meeting: Meeting) -> None:
    day = date(2023, 5, 6)
    earlier = replace(meeting, title="Årsmötet", date=MeetingDate(first=day, last=day))

    html = draw.rows([meeting, earlier, replace(meeting, date=None)], by_year=True)

    assert re.findall(r'<h2 class="group">(.*?)<', html) == ["2024", "2023", "Odaterat"]


def test_a_meeting_in_the_list_leads_to_it(meeting: Meeting) -> None:
    html = draw.rows([meeting], by_year=False)

    assert f'data-open="{meeting.document_id}"' in html
    assert shown(html) == "4 mars 2024 Styrelsen för Ekdals badförening Styrelsen · Protokoll"


def test_the_heading_tells_what_could_not_be_read_and_that_the_date_is_inferred(
    document: Document,
) -> None:
    day = MeetingDate(first=date(2024, 3, 4), last=date(2024, 3, 4), inferred=True)
    minutes = replace(document.minutes, date=day)

    html = draw.heading(replace(document, minutes=minutes, warnings=("Sida 3 saknar text.",)))

    assert "Datumet är delvis utläst ur sammanhanget" in shown(html)
    assert "Sida 3 saknar text." in shown(html)


def test_nothing_in_a_meeting_is_html(document: Document, meeting: Meeting) -> None:
    [first, _] = document.minutes.items
    [person] = document.minutes.people
    minutes = replace(
        document.minutes,
        title=HOSTILE,
        body=HOSTILE,
        place=HOSTILE,
        time=HOSTILE,
        items=(replace(first, title=HOSTILE, number=HOSTILE),),
        people=(replace(person, name=HOSTILE, organisation=HOSTILE, replaces=HOSTILE),),
    )
    hostile = replace(document, minutes=minutes, warnings=(HOSTILE,))
    named = replace(meeting, source=HOSTILE)

    html = (
        draw.heading(hostile)
        + draw.brief(hostile)
        + contents.people(hostile)
        + contents.agenda(hostile)
        + contents.fields(hostile, [named, named])
        + draw.rows([replace(meeting, title=HOSTILE, body=HOSTILE)], by_year=True)
    )

    assert "<img" not in html


def test_a_title_that_ends_with_the_body_is_not_followed_by_it(
    document: Document, meeting: Meeting
) -> None:
    body = "Kultur- och fritidsnämnden"
    title = f"Sammanträdesprotokoll, {body}"
    minutes = replace(document.minutes, title=title, body=body.upper())

    assert body not in shown(draw.heading(replace(document, minutes=minutes))).split(title)[1]
    assert shown(draw.rows([replace(meeting, title=title, body=body)], by_year=False)) == (
        f"4 mars 2024 {title} Protokoll"
    )
