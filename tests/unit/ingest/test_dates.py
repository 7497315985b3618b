from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.dates import date_in_name, find_dates, years_in
from ingest.parse import parse_minutes


def interval(text: str, *, year: int | None = None) -> list[str]:
    found = find_dates(text, year=year)
    return [
        d.first.isoformat() if d.days == 1 else f"{d.first.isoformat()}/{d.last.isoformat()}"
        for d in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2024-03-04", ["2024-03-04"], id="iso"),
        pytest.param("2024–03–04", ["2024-03-04"], id="iso with dashes"),
        pytest.param("2024-03-04--05", ["2024-03-04/2024-03-05"], id="iso days"),
        pytest.param("2024-03-04 – 2024-04-02", ["2024-03-04/2024-04-02"], id="iso interval"),
        pytest.param("2024-03-04 – 13.00", ["2024-03-04"], id="iso and a clock"),
        pytest.param("den 4 mars 2024 kl. 13.00–15.30", ["2024-03-04"], id="day and month"),
        pytest.param("4:e september 2019", ["2019-09-04"], id="ordinal"),
        pytest.param("11 June 2020", ["2020-06-11"], id="english month"),
        pytest.param("07 jun 2016", ["2016-06-07"], id="short month"),
        pytest.param("4–5 mars 2024", ["2024-03-04/2024-03-05"], id="days of a month"),
        pytest.param("28 februari – 1 mars 2024", ["2024-02-28/2024-03-01"], id="across months"),
        pytest.param("4 mars -24", ["2024-03-04"], id="two-figure year"),
        pytest.param("4/3 2024", ["2024-03-04"], id="slash"),
        pytest.param("4/3-24", ["2024-03-04"], id="slash and two-figure year"),
        pytest.param("20240304", ["2024-03-04"], id="compact"),
        pytest.param("Styrelsemöte 240304", ["2024-03-04"], id="six figures"),
        pytest.param("24-03-04", ["2024-03-04"], id="short iso"),
        pytest.param("04.03.2024", ["2024-03-04"], id="dots"),
        pytest.param("940829-0931", [], id="a person's number"),
        pytest.param("mars 2024", ["2024-03-01/2024-03-31"], id="month"),
        pytest.param("Hösten 2024", ["2024-09-01/2024-11-30"], id="autumn"),
        pytest.param("Våren 2023", ["2023-03-01/2023-05-31"], id="spring"),
        pytest.param("sommaren 2023", ["2023-06-01/2023-08-31"], id="summer"),
        pytest.param("vintern 2023/24", ["2023-12-01/2024-02-29"], id="winter of two years"),
        pytest.param("Vintern 2023", ["2022-12-01/2023-02-28"], id="winter of its january"),
        pytest.param("vt 2023", ["2023-01-01/2023-06-30"], id="spring term"),
        pytest.param("ht 2023", ["2023-08-01/2023-12-31"], id="autumn term"),
        pytest.param("2024-02-30 och 31 juni 2024", [], id="no such day"),
        pytest.param("Dnr KS 2023/145, § 12/2024, 1/2024", [], id="registration numbers"),
        pytest.param("den 7/3 och 10 juni", [], id="no year"),
    ],
)
def test_dates_are_read_as_printed(text: str, expected: list[str]) -> None:
    assert expected == interval(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("den 7/3", ["2022-03-07"], id="slash"),
        pytest.param("10 juni", ["2022-06-10"], id="month"),
        pytest.param("11/10, kl. 9-12", ["2022-10-11"], id="and a clock"),
    ],
)
def test_a_year_not_printed_is_inferred_when_one_is_given(text: str, expected: list[str]) -> None:
    assert expected == interval(text, year=2022)
    assert all(found.inferred for found in find_dates(text, year=2022))


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        pytest.param("styrelsemote_170201.md", "2017-02-01", "2017-02-01", id="six figures"),
        pytest.param("2024-03-04 KS.pdf", "2024-03-04", "2024-03-04", id="iso"),
        pytest.param("protokoll-4-mars-2024.docx", "2024-03-04", "2024-03-04", id="words"),
        pytest.param("moten-hosten-2024.txt", "2024-09-01", "2024-11-30", id="season without å"),
        pytest.param("KS 2024-03.pdf", "2024-03-01", "2024-03-31", id="month"),
        pytest.param("natverk-2022.txt", "2022-01-01", "2022-12-31", id="year"),
    ],
)
def test_a_file_name_bears_a_date(name: str, first: str, last: str) -> None:
    found = date_in_name(name)

    assert found is not None
    assert (date.fromisoformat(first), date.fromisoformat(last)) == (found.first, found.last)
    assert found.inferred


@pytest.mark.parametrize("name", ["protokoll.pdf", "dnr 1234567.pdf", "", "999999.md"])
def test_a_file_name_without_a_date_bears_none(name: str) -> None:
    assert date_in_name(name) is None


def test_registration_numbers_and_clocks_are_no_years() -> None:
    assert [2022, 2023] == list(years_in("Under våren 2022 (KS 2021/145), kl. 20.15, mål 2023."))


@given(st.text(alphabet="0123456789-–/. denmarsvårehöt", max_size=60))
def test_every_date_lies_in_the_text(text: str) -> None:
    for found in find_dates(text, year=2020):
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert found.first <= found.last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("vecka 12", ["2024-03-18", "2024-03-24"], id="week"),
        pytest.param("v. 12 2023", ["2023-03-20", "2023-03-26"], id="week of a year"),
        pytest.param("Våren", ["2024-03-01", "2024-05-31"], id="season"),
        pytest.param("vår verksamhet", [], id="our"),
        pytest.param("vecka 54", [], id="no such week"),
    ],
)
def test_weeks_and_bare_seasons_are_dates_only_when_asked_for(
    text: str, expected: list[str]
) -> None:
    loose = find_dates(text, year=2024, loose=True)

    assert [] == find_dates(text, year=2024)
    assert expected == [str(day) for found in loose for day in (found.first, found.last)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("tisdag 5 mars", "2024-03-05", id="the year whose weekday fits"),
        pytest.param("torsdag 5 mars", None, id="no year fits"),
        pytest.param("den 5 mars", "2023-03-05", id="no weekday: the likely year"),
    ],
)
def test_a_weekday_chooses_among_the_texts_years(line: str, expected: str | None) -> None:
    text = f"Minnesanteckningar\nDatum: {line}\n\nUnder 2023 och 2023 samt 2024 pågår arbetet.\n"
    found = parse_minutes(text, file_name="x.txt").date

    assert expected == (found.iso if found else None)
