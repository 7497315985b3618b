from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.searching.recency import recency

DAYS = st.dictionaries(st.integers(), st.dates(date(1900, 1, 1), date(2100, 1, 1)), min_size=1)


@given(DAYS)
def test_the_newest_scores_one_and_none_scores_more(days: dict[int, date]) -> None:
    scores = recency(days)

    assert {1.0} == {scores[key] for key, day in days.items() if day == max(days.values())}
    assert all(0 < score <= 1 for score in scores.values())


@given(DAYS)
def test_a_newer_meeting_never_scores_less(days: dict[int, date]) -> None:
    scores = recency(days)

    by_day = [scores[key] for key in sorted(days, key=lambda key: days[key])]
    assert sorted(by_day) == by_day


def test_a_year_halves_the_score() -> None:
    newest = date(2024, 3, 4)

    scores = recency({1: newest, 2: newest - timedelta(days=365), 3: newest - timedelta(days=730)})

    assert {1: 1.0, 2: 0.5, 3: 0.25} == scores


def test_old_minutes_are_compared_with_each_other_and_not_with_today() -> None:
    assert {1: 1.0} == recency({1: date(1999, 1, 1)})


def test_no_meetings_have_no_scores() -> None:
    scores: dict[int, float] = recency({})

    assert pytest.approx({}) == scores
