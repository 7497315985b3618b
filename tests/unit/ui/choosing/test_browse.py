"""Searching and ordering the list of meetings."""

from dataclasses import replace
from datetime import date

import pytest

from rag.minutes import MeetingDate
from rag.results import Meeting
from ui.choosing import browse
from ui.choosing.browse import Choice, chosen, ordered, unified, values


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
        pytest.param(browse.NEWEST, ["Zebra", "Alm", "Äldre", "Övrigt"], id="newest"),
        pytest.param(browse.OLDEST, ["Äldre", "Alm", "Zebra", "Övrigt"], id="oldest"),
        pytest.param(browse.BODY, ["Alm", "Äldre", "Zebra", "Övrigt"], id="body"),
        pytest.param(browse.TITLE, ["Alm", "Zebra", "Äldre", "Övrigt"], id="title"),
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
        pytest.param("januari 2024", ["Zebra"], id="month"),
        pytest.param("2023-01", ["Alm"], id="day as in a list"),
        pytest.param("bibliotek", [], id="absent"),
    ],
)
def test_a_query_matches_title_body_and_date(
    meetings: list[Meeting], query: str, expected: list[str]
) -> None:
    found = chosen([replace(m, source="") for m in meetings], Choice(query=query))

    assert expected == [meeting.title for meeting in found]


@pytest.mark.parametrize(
    ("facets", "expected"),
    [
        pytest.param({"body": "Styrelsen"}, ["Äldre", "Alm"], id="body"),
        pytest.param({"body": ""}, ["Övrigt"], id="no body"),
        pytest.param({"year": "2024", "body": "Årsmötet"}, ["Zebra"], id="year and body"),
        pytest.param({"month": "2023-01"}, ["Alm"], id="month"),
        pytest.param({"year": ""}, ["Övrigt"], id="undated"),
        pytest.param({"kind": "minnesanteckningar"}, [], id="kind"),
    ],
)
def test_meetings_are_limited_by_facets(
    meetings: list[Meeting], facets: dict[str, str], expected: list[str]
) -> None:
    assert expected == [meeting.title for meeting in chosen(meetings, Choice(facets=facets))]


def test_the_values_of_a_facet_are_counted_under_the_other_facets(meetings: list[Meeting]) -> None:
    choice = Choice(facets={"body": "Styrelsen", "year": "2022"})

    assert {"Styrelsen": 1} == values(meetings, choice, "body")
    assert ["2023", "2022"] == list(values(meetings, choice, "year"))
    assert {"2024": 1, "2023": 1, "2022": 1, "": 1} == values(meetings, Choice(), "year")


def test_a_body_has_its_most_common_spelling(meetings: list[Meeting]) -> None:
    shouted = replace(meetings[0], body="STYRELSEN")

    assert {"Styrelsen", None, "Årsmötet"} == {m.body for m in unified([shouted, *meetings])}
