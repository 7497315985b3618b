"""Which meetings are older than they are to be kept."""

from datetime import date

import pytest

from rag.errors import FilterError
from rag.minutes import DocumentId, Kind, MeetingDate
from rag.results import Meeting
from rag.upkeep.retention import cutoff, outdated

TODAY = date(2024, 2, 29)


@pytest.mark.parametrize(
    ("age", "first_kept"),
    [
        pytest.param("7y", date(2017, 2, 28), id="years, from a leap day"),
        pytest.param("4 år", date(2020, 2, 29), id="in Swedish, to a leap day"),
        pytest.param("18m", date(2022, 8, 29), id="months"),
        pytest.param("90 dagar", date(2023, 12, 1), id="days"),
        pytest.param("0d", TODAY, id="nothing before today"),
    ],
)
def test_an_age_tells_the_first_day_that_is_kept(age: str, first_kept: date) -> None:
    assert first_kept == cutoff(age, TODAY)


@pytest.mark.parametrize("age", ["", "7", "sju år", "-1y", "9999y", "9999999d", "7y8m"])
def test_what_is_no_age_is_refused(age: str) -> None:
    with pytest.raises(FilterError, match="skriv till exempel 7y"):
        cutoff(age, TODAY)


def test_only_what_was_held_wholly_before_is_outdated() -> None:
    def held(last: date | None) -> Meeting:
        day = last and MeetingDate(first=date(2016, 1, 1), last=last)
        return Meeting(
            document_id=DocumentId(str(last)),
            source="",
            title="",
            kind=Kind.OTHER,
            body=None,
            date=day or None,
            chunks=1,
        )

    old, new, undated = held(date(2017, 2, 27)), held(date(2017, 2, 28)), held(None)

    assert [old] == outdated([new, old, undated], date(2017, 2, 28))
