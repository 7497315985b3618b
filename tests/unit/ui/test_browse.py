"""Searching and ordering the list of meetings."""

from dataclasses import replace
from datetime import date

import pytest

from rag.minutes import MeetingDate
from rag.results import Meeting
from ui import strings
from ui.browse import matching, ordered


@pytest.fixture
def meetings(meeting: Meeting) -> list[Meeting]:
    def held(title: str, body: str | None, year: int | None) -> Meeting:
        day = MeetingDate(first=date(year, 1, 2), last=date(year, 1, 2)) if year else None
        return replace(meeting, title=title, body=body, date=day)

    return [
        held("Äldre", "Styrelsen", 2022),
        held("Övrigt", None, None),
        held("Zebra", "Årsmötet", 2024),
        held("Alm", "Styrelsen", 2023),
    ]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        pytest.param(strings.SORT_NEWEST, ["Zebra", "Alm", "Äldre", "Övrigt"], id="newest"),
        pytest.param(strings.SORT_OLDEST, ["Äldre", "Alm", "Zebra", "Övrigt"], id="oldest"),
        pytest.param(strings.SORT_BODY, ["Alm", "Äldre", "Zebra", "Övrigt"], id="body"),
        pytest.param(strings.SORT_TITLE, ["Alm", "Zebra", "Äldre", "Övrigt"], id="title"),
    ],
)
def test_meetings_are_ordered(meetings: list[Meeting], order: str, expected: list[str]) -> None:
    assert expected == [meeting.title for meeting in ordered(meetings, order)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("", ["Äldre", "Övrigt", "Zebra", "Alm"], id="nothing"),
        pytest.param("STYRELSEN", ["Äldre", "Alm"], id="body in capitals"),
        pytest.param("aldre", ["Äldre"], id="without diacritics"),
        pytest.param("styrelsen alm", ["Alm"], id="two words"),
        pytest.param("bibliotek", [], id="absent"),
    ],
)
def test_a_query_matches_title_and_body(
    meetings: list[Meeting], query: str, expected: list[str]
) -> None:
    assert expected == [
        meeting.title for meeting in matching([replace(m, source="") for m in meetings], query)
    ]
