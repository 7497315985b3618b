import pytest

from rag.grounding.dates import find_dates


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("2024-03-04", {"year": 2024, "month": 3, "day": 4}, id="iso"),
        pytest.param("den 4 mars 2024", {"year": 2024, "month": 3, "day": 4}, id="in words"),
        pytest.param("den 4:e mars", {"month": 3, "day": 4}, id="ordinal"),
        pytest.param("10/6", {"month": 6, "day": 10}, id="slash"),
        pytest.param("3 sept.", {"month": 9, "day": 3}, id="short month"),
        pytest.param("i mars 2024", {"year": 2024, "month": 3}, id="a month"),
        pytest.param("hösten 2024", {"year": 2024, "season": "höst"}, id="a season"),
        pytest.param("i våras", {"season": "vår"}, id="a season past"),
        pytest.param("på torsdagen", {"weekday": "tor"}, id="a weekday"),
        pytest.param("kl. 18", {"hour": 18, "minute": 0}, id="an hour"),
        pytest.param("18:05", {"hour": 18, "minute": 5}, id="a minute"),
        pytest.param("byggdes 1969.", {"year": 1969}, id="a year"),
    ],
)
def test_times_are_read_in_all_forms(text: str, said: dict[str, int | str]) -> None:
    [day] = find_dates(text)

    assert said == day.said()


@pytest.mark.parametrize("text", ["2000 kr", "31/13", "mars1", "1 200 deltagare"])
def test_other_numbers_are_no_times(text: str) -> None:
    assert () == find_dates(text)
