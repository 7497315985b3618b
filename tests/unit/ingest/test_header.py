import pytest

from ingest.parse import parse_minutes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Protokoll\nSammanträdesdatum 2024-03-04\n", "2024-03-04", id="label"),
        pytest.param("Protokoll\nSammanträdesdatum\n2024-03-04\nSida\n", "2024-03-04", id="below"),
        pytest.param(
            "Protokoll\nSammanträdesdatum Sida\n2024-03-04 3 (41)\n", "2024-03-04", id="two"
        ),
        pytest.param(
            "Protokoll\nPlats och tid: Sal A, måndagen den 4 mars 2024 kl. 13.00–15.30\n",
            "2024-03-04",
            id="place and time",
        ),
        pytest.param(
            "# Protokoll\n\n## 15 April 2021\n\n## Val\nBo valdes.\n", "2021-04-15", id="line"
        ),
        pytest.param("Protokoll fört vid möte den 4 mars 2024\n", "2024-03-04", id="title"),
        pytest.param(
            "Minnesanteckningar\nTid: Hösten 2024\n", "2024-09-01/2024-11-30", id="season"
        ),
        pytest.param(
            "Minnesanteckningar\nTid: Våren 2024, torsdag 14/3 kl. 9–12\n",
            "2024-03-14",
            id="a day in a season",
        ),
        pytest.param(
            "Minnesanteckningar 10/6\n\nUnder våren 2022 pågår ett arbete.\n",
            "2022-06-10",
            id="the year from the text",
        ),
        pytest.param(
            "Protokoll\nJusteringsdatum 2024-03-11\nSammanträdesdatum 2024-03-04\n"
            "Anslagsdatum 2024-03-12\n",
            "2024-03-04",
            id="other dates",
        ),
        pytest.param(
            "Protokoll\nPlats: Sal A\n\n1. Val\nProjektet börjar 2024-03-04.\n", None, id="prose"
        ),
        pytest.param(
            "Protokoll\n\n1. Val\n\nProjektet börjar 4 mars.\n\n2. Slut\n", None, id="none"
        ),
        pytest.param("# Protokoll\n\n## {DATUM}\n\n## Val\nBo valdes.\n", None, id="not filled in"),
    ],
)
def test_the_date_is_the_meetings(text: str, expected: str | None) -> None:
    found = parse_minutes(text, file_name="x.txt").date

    assert expected == (found.iso if found else None)


def test_a_printed_date_has_its_place() -> None:
    text = "Protokoll\nDatum: 4 mars 2024\n"
    found = parse_minutes(text, file_name="2023-01-01.txt").date

    assert found is not None
    assert found.span is not None
    assert ("4 mars 2024", False) == (found.span.of(text), found.inferred)


def test_the_file_name_is_the_last_resort() -> None:
    found = parse_minutes("Protokoll\n", file_name="styrelsemote_170201.md").date

    assert found is not None
    assert ("2017-02-01", True, None) == (found.iso, found.inferred, found.span)


def test_the_file_name_gives_a_printed_day_its_year() -> None:
    found = parse_minutes("Protokoll\nDatum: 4 mars\n", file_name="protokoll-2021.md").date

    assert found is not None
    assert ("2021-03-04", True) == (found.iso, found.inferred)
    assert found.span is not None


@pytest.mark.parametrize(
    ("text", "time", "place"),
    [
        pytest.param(
            "Protokoll\n"
            "Plats och tid: Kommunhuset, sal A, måndagen den 4 mars 2024, kl. 13.00–15.30\n",
            "13.00–15.30",
            "Kommunhuset, sal A",
            id="together",
        ),
        pytest.param("Protokoll\nTid: kl 18:30\nPlats: Logen\n", "18:30", "Logen", id="apart"),
        pytest.param("Protokoll\nPlats | Logen\nTid | 9–12\n", "9–12", "Logen", id="rows"),
        pytest.param(
            "**Plats:** Logen\n\n**Tid:** 9.15\n", "9.15", "Logen", id="emphasised labels"
        ),
        pytest.param(
            "Protokoll\nJusteringens plats och tid Kansliet 2024-03-11\n",
            None,
            None,
            id="adjustment",
        ),
        pytest.param(
            "# Protokoll\n\n## Mötets öppnande\n12:15\n\n## Mötet avslutas\n13:00\n",
            "12:15–13:00",
            None,
            id="opened and closed",
        ),
    ],
)
def test_time_and_place_are_read(text: str, time: str | None, place: str | None) -> None:
    minutes = parse_minutes(text, file_name="x.txt")

    assert (time, place) == (minutes.time, minutes.place)
