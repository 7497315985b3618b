import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.errors import DatasetError, FilterError
from rag.minutes import DocumentId, Kind
from rag.results import Filters
from ui.asked import FilterFields, Request, first_day, last_day, read_questions, to_filters


def find(prefix: str) -> DocumentId:
    return DocumentId(prefix + "0" * 60)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param("2024", "2024-01-01", "2024-12-31", id="a year"),
        pytest.param("2024-02", "2024-02-01", "2024-02-29", id="a month of a leap year"),
        pytest.param("2023-02", "2023-02-01", "2023-02-28", id="a short month"),
        pytest.param("2024-12", "2024-12-01", "2024-12-31", id="the last month"),
        pytest.param("2024-03-04", "2024-03-04", "2024-03-04", id="a day"),
    ],
)
def test_a_date_is_a_day_a_month_or_a_year(text: str, first: str, last: str) -> None:
    assert (first, last) == (first_day(text).isoformat(), last_day(text).isoformat())


@pytest.mark.parametrize(
    "text", ["", "igår", "2024-13", "2024-02-30", "4/3", "2024-03-04-05", "0", "2024-", "12345"]
)
@pytest.mark.parametrize("read", [first_day, last_day])
def test_another_date_is_an_error_that_shows_how(text: str, read: object) -> None:
    assert callable(read)
    with pytest.raises(FilterError, match=f"Datumet '{text}' kan inte läsas: skriv det som 2024-"):
        read(text)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_day_lies_in_its_month_and_year(day: date) -> None:
    iso = day.isoformat()

    assert first_day(iso[:4]) <= first_day(iso[:7]) <= first_day(iso) == day
    assert day == last_day(iso) <= last_day(iso[:7]) <= last_day(iso[:4])


def test_fields_become_filters() -> None:
    fields = FilterFields.model_validate(
        {
            "body": "Nämnden",
            "person": "Ek",
            "kind": "Minnesanteckningar",
            "from": "2023",
            "to": "2024-02",
            "meeting": "ab12",
        }
    )

    assert Filters(
        body="Nämnden",
        person="Ek",
        kind=Kind.NOTES,
        meetings=(find("ab12"),),
        first=date(2023, 1, 1),
        last=date(2024, 2, 29),
    ) == to_filters(fields, find)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        pytest.param(
            {"kind": "brev"}, "Sorten 'brev' finns inte: skriv en av protokoll", id="kind"
        ),
        pytest.param(
            {"from": "2024-05", "to": "2024-04"},
            "Från 2024-05-01 till 2024-04-30 är baklänges",
            id="days in the wrong order",
        ),
    ],
)
def test_filters_that_mean_nothing_are_an_error(fields: dict[str, str], message: str) -> None:
    with pytest.raises(FilterError, match=message):
        to_filters(FilterFields.model_validate(fields), find)


def test_no_fields_are_no_filters() -> None:
    assert Filters() == to_filters(FilterFields(), find)


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    return tmp_path / "fragor.jsonl"


def test_questions_are_read_line_by_line(questions: Path) -> None:
    lines = [
        {"id": "a", "question": "Vad kostar bryggan?"},
        {"id": 2, "question": "Vem deltog?", "filters": {"from": "2024"}, "annat": True},
    ]
    questions.write_text("\n\n".join(map(json.dumps, lines)), encoding="utf-8-sig")

    assert [
        Request("a", "Vad kostar bryggan?", Filters()),
        Request(2, "Vem deltog?", Filters(first=date(2024, 1, 1))),
    ] == read_questions(questions, find)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("", "har inga frågor", id="an empty file"),
        pytest.param(
            '{"id": "a", "question": "Vad?"}\n{',
            "rad 2: inte giltig JSON vid tecken 2",
            id="no JSON",
        ),
        pytest.param('{"id": "a"}', "rad 1: fältet «question» saknas", id="no question"),
        pytest.param('{"question": "Vad?"}', "rad 1: fältet «id» saknas", id="no id"),
        pytest.param("[1]", "rad 1: «raden» ska vara ett JSON-objekt", id="no object"),
        pytest.param(
            '{"id": "a", "question": "Vad?", "filters": {"namn": "Ek"}}',
            r"rad 1: fältet «filters\.namn» finns inte",
            id="an unknown filter",
        ),
        pytest.param(
            '{"id": "a", "question": "Vad?", "filters": {"from": "igår"}}',
            "rad 1: Datumet 'igår' kan inte läsas",
            id="a date that is none",
        ),
    ],
)
def test_a_malformed_file_is_an_error_with_its_line(
    questions: Path, content: str, message: str
) -> None:
    questions.write_text(content, encoding="utf-8")

    with pytest.raises(DatasetError, match=rf"fragor\.jsonl.*{message}"):
        read_questions(questions, find)


def test_a_file_that_is_not_there_is_an_error_with_its_name(questions: Path) -> None:
    with pytest.raises(DatasetError, match=r"Frågefilen .*fragor\.jsonl kan inte läsas"):
        read_questions(questions, find)


def test_a_file_in_another_coding_is_an_error(questions: Path) -> None:
    questions.write_bytes('{"id": "a", "question": "Får vi?"}'.encode("latin-1"))

    with pytest.raises(DatasetError, match="är inte UTF-8: spara om den"):
        read_questions(questions, find)
