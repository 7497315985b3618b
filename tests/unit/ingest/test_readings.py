from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.parse import parse_minutes
from rag.minutes import Minutes, Sureness

FIELDS = (
    *("kind", "title", "body", "organisation", "registration_number", "status"),
    *("date", "time", "place", "next_meeting"),
)
LINES = st.lists(
    st.sampled_from(
        (
            "Ekviks kommun",
            "Kommunstyrelsen",
            "PROTOKOLL",
            "EJ JUSTERAT",
            "Dnr KS 2024/12",
            "Organ: Nämnden för is",
            "Datum: 4 mars 2024",
            "Tid: Våren",
            "Plats och tid: Sal A, kl. 9–12",
            "den 4/3",
            "Närvarande: Eva Ek, Bo Dal",
            "§ 1 Val",
            "Nästa möte: tisdag nästa vecka",
            "Nästa möte",
            "10/6",
            "Mötet öppnas 12.20",
            "Justerat den 8 mars 2024",
        )
    ),
    max_size=14,
).map("\n".join)

TEXT = """\
EJ JUSTERAT
Kommunstyrelsen
Protokoll
Datum: 4 mars 2024
Tid och plats: kl. 9–12, Sal A

§ 1 Val
Bo valdes.
§ 2 Nästa möte
Den 10/6.
"""


@given(st.one_of(LINES, st.text(max_size=60)))
def test_each_field_that_has_a_value_has_one_reading_in_the_text(text: str) -> None:
    minutes = parse_minutes(text, file_name="protokoll 2023-01-02.md")
    valued = [name for name in FIELDS if getattr(minutes, name) is not None]

    assert sorted(valued) == sorted(reading.field for reading in minutes.readings)
    for reading in minutes.readings:
        if reading.span:
            assert 0 <= reading.span.start < reading.span.end <= len(text)
        else:
            assert reading.sureness is Sureness.INFERRED


def test_readings_name_attributes_of_minutes() -> None:
    assert set(FIELDS) <= {field.name for field in fields(Minutes)}


@pytest.mark.parametrize(
    ("field", "sureness", "printed"),
    [
        pytest.param("kind", Sureness.RECOGNISED, "Protokoll", id="kind"),
        pytest.param("title", Sureness.RECOGNISED, "Kommunstyrelsen\nProtokoll", id="title"),
        pytest.param("body", Sureness.RECOGNISED, "Kommunstyrelsen", id="body"),
        pytest.param("status", Sureness.RECOGNISED, "EJ JUSTERAT", id="status"),
        pytest.param("date", Sureness.LABELLED, "4 mars 2024", id="date"),
        pytest.param("time", Sureness.LABELLED, "9–12", id="time"),
        pytest.param("place", Sureness.LABELLED, "Sal A", id="place"),
        pytest.param("next_meeting", Sureness.INFERRED, "10/6", id="next meeting"),
    ],
)
def test_a_reading_says_how_sure_it_is_and_where_it_stands(
    field: str, sureness: Sureness, printed: str
) -> None:
    minutes = parse_minutes(TEXT, file_name="x.txt")
    (reading,) = (reading for reading in minutes.readings if reading.field == field)

    assert sureness is reading.sureness
    assert printed == (reading.span.of(TEXT) if reading.span else None)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        pytest.param(
            "Protokoll\nDatum: 4 mars 2024", "2024-03-04.txt", Sureness.LABELLED, id="same"
        ),
        pytest.param("Protokoll 4 mars 2024", "x.txt", Sureness.RECOGNISED, id="in the title"),
        pytest.param("Protokoll\nDatum: 4/3", "2024.txt", Sureness.INFERRED, id="year inferred"),
        pytest.param("Protokoll", "2024-03-04.txt", Sureness.INFERRED, id="the file's name"),
        pytest.param(
            "Protokoll\nDatum: 4 mars 2024", "2024-03-11.txt", Sureness.INFERRED, id="contradicted"
        ),
    ],
)
def test_a_date_says_how_sure_it_is(text: str, name: str, expected: Sureness) -> None:
    minutes = parse_minutes(text, file_name=name)

    assert [expected] == [r.sureness for r in minutes.readings if r.field == "date"]
