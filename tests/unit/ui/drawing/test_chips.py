"""Chips say what limits a question, and take it away."""

from datetime import date

import pytest

from rag.minutes import Kind
from rag.results import Filters, Meeting
from ui.drawing import chips

FILTERS = Filters(
    body="Styrelsen",
    person="Tor",
    kind=Kind.NOTES,
    first=date(2024, 1, 1),
    last=date(2024, 12, 31),
)


def test_each_filter_has_a_chip(meeting: Meeting) -> None:
    assert {
        "body": "Organ: Styrelsen",
        "person": "Person: Tor",
        "kind": "Sort: Minnesanteckningar",
        "period": "Tid: 2024",
    } == chips.labels(FILTERS, {})


@pytest.mark.parametrize("name", ["body", "person", "kind", "period"])
def test_a_chip_takes_its_filter_away_and_no_other(name: str) -> None:
    rest = chips.labels(chips.without(FILTERS, name), {})

    assert {*chips.labels(FILTERS, {})} - {name} == {*rest}


def test_no_filter_is_no_chip() -> None:
    assert "" == chips.chosen(Filters(), {})
    assert "" == chips.of_answer(Filters(), (), {})


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        pytest.param(date(2024, 1, 1), date(2024, 12, 31), "2024", id="a year"),
        pytest.param(date(2024, 3, 4), date(2024, 3, 4), "4 mars 2024", id="a day"),
        pytest.param(date(2024, 3, 4), None, "från 4 mars 2024", id="open end"),
        pytest.param(None, date(2024, 3, 4), "till 4 mars 2024", id="open beginning"),
        pytest.param(None, None, "", id="none"),
    ],
)
def test_a_time_is_said_shortly(first: date | None, last: date | None, said: str) -> None:
    assert said == chips.period(first, last)
