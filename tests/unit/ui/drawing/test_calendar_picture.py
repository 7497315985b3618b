"""When each body met, counted and drawn."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from rag.minutes import MeetingDate
from rag.results import Meeting
from ui import strings
from ui.choosing.calendar import MOST_ROWS, calendar, choices, target
from ui.drawing.calendar_picture import described, picture

Held = Callable[[str | None, date], Meeting]


@pytest.fixture
def held(meeting: Meeting) -> Held:
    return lambda body, day: replace(meeting, body=body, date=MeetingDate(first=day, last=day))


@pytest.fixture
def meetings(held: Held) -> list[Meeting]:
    days = [date(2023, 11, 2), date(2024, 3, 4), date(2024, 3, 25), date(2024, 5, 6)]
    return [*(held("Styrelsen", day) for day in days), held(None, date(2024, 1, 9))]


def test_meetings_are_counted_by_body_and_month_of_whole_years(meetings: list[Meeting]) -> None:
    value = calendar(meetings)

    assert value
    assert ("Styrelsen", "") == value.rows
    assert ("2023-01", "2024-12", 24) == (value.columns[0], value.columns[-1], len(value.columns))
    assert 2 == value.counts["Styrelsen", "2024-03"]


def test_too_few_dated_meetings_make_no_picture(meetings: list[Meeting]) -> None:
    assert calendar([*meetings[:2], replace(meetings[2], date=None)]) is None


def test_of_a_long_time_years_are_counted(meetings: list[Meeting], held: Held) -> None:
    value = calendar([*meetings, held("Styrelsen", date(1950, 1, 1))])

    assert value
    assert "1950" == value.columns[0]


def test_the_bodies_that_met_least_share_a_row(held: Held) -> None:
    often = [held("Styrelsen", date(2024, 1, 1) + timedelta(days=n)) for n in range(3)]
    seldom = [held(f"Nämnd {n}", date(2024, 1, 1)) for n in range(MOST_ROWS)]

    value = calendar([*often, *seldom])

    assert value
    assert MOST_ROWS == len(value.rows)
    assert strings.CALENDAR_OTHERS == value.rows[-1]
    assert 2 == value.counts[strings.CALENDAR_OTHERS, "2024-01"]


def test_the_picture_is_told_in_words_and_as_a_table(meetings: list[Meeting]) -> None:
    value = calendar(meetings)
    assert value
    html = picture(value)

    assert "5\xa0möten i 2\xa0organ från januari 2023 till december 2024" in described(value)
    assert described(value) in html
    assert 4 == html.count("<rect")
    assert 2 == html.count('<th scope="row">')
    assert ["1", "3", "1"] == re.findall(r"<td><button[^>]*>(.*?)</button>", html)


def test_a_click_means_a_body_and_a_time() -> None:
    assert {"body": "A & B", "month": "2024-03", "year": "2024"} == choices(
        target("A & B", "2024-03")
    )
    assert {"body": "", "year": "2024"} == choices(target("", "2024"))
    assert {"year": "2024"} == choices(target(strings.CALENDAR_OTHERS, "2024"))


def test_the_name_of_a_body_is_never_html(held: Held) -> None:
    value = calendar([held("<img src=x>", date(2024, 1, 1))] * 3)

    assert value
    assert "<img" not in picture(value)
