"""Dates, counts and numbers, in English; `ui.local` shows them in Swedish."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

import pytest

from ui import local
from ui.language import Language, told


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with told(Language.ENGLISH):
        yield


@pytest.mark.parametrize(
    ("write", "expected"),
    [
        pytest.param(lambda: local.iso_text("2024-03-03"), "3 March 2024", id="a day"),
        pytest.param(lambda: local.iso_text("2024-09-01/2024-11-30"), "autumn 2024", id="a season"),
        pytest.param(
            lambda: local.iso_text("2024-09-03/2024-11-28"), "3 Sept.–28 Nov. 2024", id="days apart"
        ),
        pytest.param(lambda: local.number(12345), "12,345", id="thousands"),
        pytest.param(lambda: local.count(1234, ("meeting", "meetings")), "1,234\xa0meetings"),
        pytest.param(lambda: local.seconds(123.4), "0.12\xa0s", id="seconds"),
        pytest.param(lambda: local.size(5_600_000), "5.6\xa0MB", id="bytes"),
        pytest.param(lambda: local.any_of(["A", "B", "C"]), "A, B or C", id="a choice"),
        pytest.param(
            lambda: local.moment(datetime(2024, 3, 4, 9, 5, 7).astimezone()),
            "4 March 2024 at 09:05:07",
            id="a moment",
        ),
    ],
)
def test_figures_are_written_as_in_english(write: Callable[[], str], expected: str) -> None:
    assert expected == write()


def test_a_meeting_of_a_month_has_its_english_name() -> None:
    assert "March" == local.months()[date(2024, 3, 4).month - 1]
