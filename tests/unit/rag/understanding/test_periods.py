"""Times are read as Swedish names them, and those that depend on today are counted from it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.understanding.periods import periods

TODAY = date(2025, 2, 10)

# A question, and the first and last day that it names; "*" stands for every year.
NAMED = """
Vad beslutades den 4 mars 2024? | 2024-03-04 | 2024-03-04
Vad beslutades 4:e mars 2024? | 2024-03-04 | 2024-03-04
Vad beslutades 2024-03-04? | 2024-03-04 | 2024-03-04
Vad beslutades den 4/3 2024? | 2024-03-04 | 2024-03-04
Vad beslutades 4/3-2024? | 2024-03-04 | 2024-03-04
Vad beslutades den 4 dec. 2023? | 2023-12-04 | 2023-12-04
Vad beslutades den 4 mars? | *-03-04 | *-03-04
Vad beslutades den 29 februari? | *-02-29 | *-02-29
Vad beslutades den 7/3? | *-03-07 | *-03-07
Vad sades på mötet 7/3? | *-03-07 | *-03-07
Vad beslutades i mars 2024? | 2024-03-01 | 2024-03-31
Vad beslutades i februari 2024? | 2024-02-01 | 2024-02-29
Vad beslutades i mars? | *-03-01 | *-03-31
Vad beslutades 2024-03? | 2024-03-01 | 2024-03-31
Vad sades på marsmötet? | *-03-01 | *-03-31
Vad sades på oktobersammanträdet? | *-10-01 | *-10-31
Vad beslutades i mars förra året? | 2024-03-01 | 2024-03-31
Vad beslutades i mars i år? | 2025-03-01 | 2025-03-31
Vad beslutades under 2024? | 2024-01-01 | 2024-12-31
Vad beslutades år 2023? | 2023-01-01 | 2023-12-31
Vad sades våren 2024? | 2024-01-01 | 2024-06-30
Vad sades hösten 2024? | 2024-08-01 | 2024-12-31
Vad sades sommaren 2024? | 2024-06-01 | 2024-08-31
Vad sades höstterminen 2024? | 2024-08-01 | 2024-12-31
Vad sades i höstas? | 2024-08-01 | 2024-12-31
Vad sades i våras? | 2025-01-01 | 2025-06-30
Vad sades i somras? | 2024-06-01 | 2024-08-31
Vad sades hösten förra året? | 2024-08-01 | 2024-12-31
Vad beslutades i år? | 2025-01-01 | 2025-12-31
Vad beslutades förra året? | 2024-01-01 | 2024-12-31
Vad beslutades i fjol? | 2024-01-01 | 2024-12-31
Vad beslutades förrförra året? | 2023-01-01 | 2023-12-31
Vad sades förra månaden? | 2025-01-01 | 2025-01-31
Vad sades den här månaden? | 2025-02-01 | 2025-02-28
Vad beslutades det senaste året? | 2024-02-10 | 2025-02-10
Vad beslutades de senaste två åren? | 2023-02-10 | 2025-02-10
Vad beslutades senaste 6 månaderna? | 2024-08-10 | 2025-02-10
Vad beslutades första halvåret 2024? | 2024-01-01 | 2024-06-30
Vad beslutades andra kvartalet 2024? | 2024-04-01 | 2024-06-30
Vad beslutades kvartal 4 2023? | 2023-10-01 | 2023-12-31
Vad beslutades mellan mars och maj 2024? | 2024-03-01 | 2024-05-31
Vad beslutades mellan den 4 mars och den 6 maj 2024? | 2024-03-04 | 2024-05-06
Vad beslutades från mars till maj 2024? | 2024-03-01 | 2024-05-31
Vad beslutades oktober 2023 till februari 2024? | 2023-10-01 | 2024-02-29
Vad beslutades mellan november och februari 2024? | 2023-11-01 | 2024-02-29
Vad beslutades mellan hösten 2023 och våren 2024? | 2023-08-01 | 2024-06-30
Vad beslutades 2022–2024? | 2022-01-01 | 2024-12-31
Vad beslutades 2022-2024? | 2022-01-01 | 2024-12-31
Vad har beslutats sedan 2023? | 2023-01-01 | -
Vad har beslutats sedan mars 2024? | 2024-03-01 | -
Vad har beslutats efter 2023? | 2024-01-01 | -
Vad har beslutats från och med maj 2024? | 2024-05-01 | -
Vad beslutades före den 1 maj 2024? | - | 2024-04-30
Vad beslutades innan 2024? | - | 2023-12-31
Vad beslutades till och med mars 2024? | - | 2024-03-31
vad sades hosten 2024 | 2024-08-01 | 2024-12-31
vad sades i varas | 2025-01-01 | 2025-06-30
Vad beslutades på höstmötet 2019? | 2019-08-01 | 2019-12-31
Vad beslutades på vårmötet 2018? | 2018-01-01 | 2018-06-30
Vad beslutades på vårstämman? | *-01-01 | *-06-30
Vad sades på marsmötet 2024? | 2024-03-01 | 2024-03-31
Vad sades på höstens möte 2019? | 2019-08-01 | 2019-12-31
"""
CASES = [
    pytest.param(*(part.strip() for part in line.split("|")), id=line.split("|")[0].strip())
    for line in NAMED.strip().split("\n")
]


def _shown(day: date | None, *, yearless: bool) -> str:
    return "-" if day is None else f"*{day.isoformat()[4:]}" if yearless else day.isoformat()


@pytest.mark.parametrize(("question", "first", "last"), CASES)
def test_a_time_is_read(question: str, first: str, last: str) -> None:
    [found] = periods(question, today=TODAY)

    assert (first, last) == (
        _shown(found.first, yearless=found.yearless),
        _shown(found.last, yearless=found.yearless),
    )


@pytest.mark.parametrize(
    "question",
    [
        "Vad sades om KS 2023/145?",
        "Hur många av 4/5 röstade?",
        "Vad beslutades den 31/2?",
        "Vad kostade 2024 års 12345 stolar nr 20245?",
        "Vad sa Maja Marsson om vår park?",
        "Vad står i § 45?",
        "Vad hände 0001-01-01?",
        "Vad sa Augusta om junilistan?",
    ],
)
def test_what_is_no_time_is_not_read_as_one(question: str) -> None:
    assert [] == [p.said for p in periods(question, today=TODAY) if p.said != "2024"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("i mars och i maj 2024", ["mars", "maj 2024"]),
        ("hösten 2023 och våren 2024", ["hösten 2023", "våren 2024"]),
        ("2022, 2023 och 2024", ["2022", "2023", "2024"]),
        ("Jämför mars 2023 med mars 2024", ["mars 2023", "mars 2024"]),
    ],
)
def test_times_side_by_side_are_several(question: str, expected: list[str]) -> None:
    assert expected == [period.said for period in periods(question, today=TODAY)]


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("i mars", ("2021-03-31", "2021-04-02")),
        ("i mars", ("2020-12-01", "2021-03-01")),
        ("mellan november och februari", ("2024-01-05", "2024-01-05")),
        ("sedan 2023", ("2024-05-05", "2024-05-05")),
        ("hösten 2024", ("2024-09-01", "2024-11-30")),
    ],
)
def test_a_time_admits_the_meetings_held_then(question: str, held: tuple[str, str]) -> None:
    [period] = periods(question, today=TODAY)

    assert period.admits(*map(date.fromisoformat, held))


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("i mars", ("2021-04-01", "2021-04-02")),
        ("mellan november och februari", ("2024-05-05", "2024-05-05")),
        ("före 2023", ("2023-01-01", "2023-01-01")),
    ],
)
def test_a_time_admits_no_other_meetings(question: str, held: tuple[str, str]) -> None:
    [period] = periods(question, today=TODAY)

    assert not period.admits(*map(date.fromisoformat, held))


WORDS = "mellan och 4 31 mars februari 2024 våren i år förra året senaste 2 åren till 3/4 - den"


@given(st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join), st.dates())
def test_a_time_stands_where_it_says(text: str, today: date) -> None:
    for period in periods(text, today=today.replace(year=max(today.year, 1000))):
        assert period.said == text[period.start : period.end]


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    periods(text, today=TODAY)
