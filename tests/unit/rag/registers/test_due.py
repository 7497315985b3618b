from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.minutes import MeetingDate
from rag.registers.due import due_date

MARCH = MeetingDate(first=date(2024, 3, 14), last=date(2024, 3, 14))  # a Thursday
SPRING = MeetingDate(first=date(2023, 3, 1), last=date(2023, 5, 31))
APRIL = MeetingDate(first=date(2024, 4, 18), last=date(2024, 4, 18))


@pytest.mark.parametrize(
    ("printed", "due"),
    [
        pytest.param("senast den 12 april", "2024-04-12", id="a day to come"),
        pytest.param("senast den 1 mars", "2025-03-01", id="the next such day"),
        pytest.param("till den 3/4", "2024-04-03", id="with a slash"),
        pytest.param("innan 30/5", "2024-05-29", id="before a bare slash"),
        pytest.param("före den 1 maj", "2024-04-30", id="before a day"),
        pytest.param("senast 1:a december", "2024-12-01", id="an ordinal"),
        pytest.param("senast 2024-05-03", "2024-05-03", id="iso"),
        pytest.param("senast i maj 2025", "2025-05-31", id="a month"),
        pytest.param("före utgången av 2025", "2025-12-31", id="the end of a year"),
        pytest.param("till hösten", "2024-11-30", id="a season"),
        pytest.param("innan sommaren", "2024-05-31", id="before a season"),
        pytest.param("före jul", "2024-12-23", id="before a feast"),
        pytest.param("senast fredag", "2024-03-15", id="the coming weekday"),
        pytest.param("tisdag nästa vecka", "2024-03-19", id="next week's weekday"),
        pytest.param("inom två veckor", "2024-03-28", id="in weeks"),
        pytest.param("vecka 20", "2024-05-19", id="a numbered week"),
        pytest.param("till nästa träff", "2024-04-18", id="the next meeting, announced"),
    ],
)
def test_the_last_day_is_told_from_the_meetings_date(printed: str, due: str) -> None:
    assert str(due_date(printed, held=MARCH, following=APRIL)) == due


@pytest.mark.parametrize("printed", ["snarast", "efter sommaren", "senast 17:30", "nästa möte"])
def test_what_names_no_day_has_none(printed: str) -> None:
    assert due_date(printed, held=MARCH) is None


def test_a_meeting_of_a_season_tells_days_but_no_weekdays() -> None:
    days = [due_date(said, held=SPRING) for said in ("till den 15 maj", "senast fredag")]
    assert days == [date(2023, 5, 15), None]


def test_an_undated_meeting_tells_nothing() -> None:
    assert due_date("senast den 1 mars", held=None) is None


@given(st.text(max_size=40))
def test_any_text_is_read_without_fault(printed: str) -> None:
    found = due_date(printed, held=MARCH, following=APRIL)
    assert found is None or isinstance(found, date)
