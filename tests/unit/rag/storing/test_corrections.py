"""Corrections of parsed minutes."""

from datetime import date

import pytest

from rag.errors import CorrectionError
from rag.minutes import Kind, MeetingDate, Minutes, Reading, Status, Sureness
from rag.span import Span
from rag.storing.corrections import FIELDS, check_correction, corrected, read_correction

PARSED = Minutes(
    kind=Kind.OTHER,
    title="Anteckningar",
    body="Styrelsen",
    readings=(
        Reading(field="title", sureness=Sureness.RECOGNISED, span=Span(0, 12)),
        Reading(field="body", sureness=Sureness.LABELLED, span=Span(20, 29)),
    ),
)


@pytest.mark.parametrize(
    ("field", "written", "expected"),
    [
        pytest.param("title", "  Vårens   stämma ", "Vårens stämma", id="text is tidied"),
        pytest.param("kind", "Protokoll", Kind.PROTOKOLL, id="kind"),
        pytest.param("status", "justerat", Status.ADJUSTED, id="status"),
        pytest.param(
            "date",
            "2024-10-11",
            MeetingDate(first=date(2024, 10, 11), last=date(2024, 10, 11)),
            id="a day",
        ),
        pytest.param(
            "next_meeting",
            "2024-09-01/2024-11-30",
            MeetingDate(first=date(2024, 9, 1), last=date(2024, 11, 30)),
            id="an interval",
        ),
        pytest.param("place", " ", None, id="absent"),
    ],
)
def test_what_is_written_is_read(field: str, written: str, expected: object) -> None:
    assert expected == read_correction(field, written)


@pytest.mark.parametrize(
    ("field", "written", "said"),
    [
        pytest.param("date", "11/10", "skriv det som 2024-10-11", id="no date"),
        pytest.param("date", "2024-02-30", "kan inte läsas", id="no such day"),
        pytest.param("date", "2024-03-02/2024-03-01", "byt plats", id="backwards"),
        pytest.param("kind", "brev", "skriv protokoll, minnesanteckningar", id="no such kind"),
        pytest.param("status", "klart", "skriv justerat eller ojusterat", id="no such status"),
        pytest.param("title", "", "får inte vara tomt", id="no title"),
        pytest.param("datum", "2024-10-11", "välj title, kind, body", id="no such field"),
        pytest.param("people", None, "kan inte rättas", id="no such field to take back"),
    ],
)
def test_what_cannot_be_meant_is_refused(field: str, written: str | None, said: str) -> None:
    with pytest.raises(CorrectionError, match=said):
        check_correction(field, written)


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_is_one_of_the_minutes(field: str) -> None:
    assert hasattr(PARSED, field)


def test_a_correction_wins_and_says_that_it_is_one() -> None:
    minutes = corrected(PARSED, {"body": "Valberedningen", "place": "Båthuset"})

    assert ("Valberedningen", "Båthuset") == (minutes.body, minutes.place)
    assert [
        ("title", Sureness.RECOGNISED),
        ("body", Sureness.CORRECTED),
        ("place", Sureness.CORRECTED),
    ] == [(reading.field, reading.sureness) for reading in minutes.readings]


def test_nothing_corrected_changes_nothing() -> None:
    assert PARSED == corrected(PARSED, {})
