import pytest

from ingest.parse import parse_minutes
from rag.minutes import Sureness

HEAD = "Protokoll\nDatum: torsdag 7 mars 2024\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nästa möte: tisdag nästa vecka", "2024-03-12", id="day of next week"),
        pytest.param("Nästa möte: nästa vecka på onsdag", "2024-03-13", id="next week on a day"),
        pytest.param("Nästa möte 10/6 kl. 9", "2024-06-10", id="day and month"),
        pytest.param("Nästa möte: 2024-04-04 kl. 13", "2024-04-04", id="printed"),
        pytest.param("Nästa sammanträde är den 14 januari.", "2025-01-14", id="next year"),
        pytest.param("§ 9 Nästa möte\nTorsdag 4 april, kl. 18", "2024-04-04", id="below a heading"),
        pytest.param("## Nästa möte\n29 april 2024\n", "2024-04-29", id="a date like an item"),
        pytest.param("## Nästa möte\n\n- nästa torsdag\n", "2024-03-14", id="next thursday"),
        pytest.param("Nästa träff: på måndag", "2024-03-11", id="coming day"),
        pytest.param("Nästa möte: samma tid nästa vecka", "2024-03-14", id="same time"),
        pytest.param("Nästa möte om två veckor.", "2024-03-18/2024-03-24", id="in two weeks"),
        pytest.param("Nästa möte: vecka 14", "2024-04-01/2024-04-07", id="week"),
        pytest.param("Nästa möte någon gång i juli.", "2024-07-01/2024-07-31", id="month"),
        pytest.param("Nästa möte i januari.", "2025-01-01/2025-01-31", id="month next year"),
        pytest.param("Nästa möte hålls under hösten.", "2024-09-01/2024-11-30", id="season"),
        pytest.param("Kommande möten: 4 april, 2 maj", "2024-04-04", id="the first of several"),
        pytest.param("Ärendet skjuts upp till nästa möte den 4 april.", None, id="until then"),
        pytest.param("Nästa möte: onsdag eller torsdag", None, id="undecided"),
        pytest.param("Nästa möte bestäms senare.", None, id="unknown"),
        pytest.param("Nästa möte 4 mars 2024", None, id="before the meeting"),
        pytest.param("## Nästa brukarråd\nTorsdag 4 april\n", "2024-04-04", id="another word"),
        pytest.param("Nästa APT\n4 april", "2024-04-04", id="a meeting at work"),
        pytest.param(
            "Styrelsen sammanträder nästa gång den 4 april.", "2024-04-04", id="meets again"
        ),
        pytest.param(
            "Kommande sammanträden: 12 september, 7 november och 12 december 2024.",
            "2024-09-12",
            id="several days, one year",
        ),
        pytest.param("Nästa möte: nästa helg", "2024-03-16/2024-03-17", id="next week's end"),
        pytest.param("Nästa möte: kommande helg", "2024-03-09/2024-03-10", id="coming week's end"),
    ],
)
def test_the_next_meeting_is_read(text: str, expected: str | None) -> None:
    found = parse_minutes(HEAD + text + "\n", file_name="x.txt").next_meeting

    assert expected == (found.iso if found else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nästa möte: 4 april 2024", Sureness.LABELLED, id="labelled"),
        pytest.param(
            "Mötet beslutar att nästa möte är 4 april 2024.", Sureness.RECOGNISED, id="told"
        ),
        pytest.param("Nästa möte: 4 april", Sureness.INFERRED, id="no year"),
        pytest.param("Nästa möte: nästa vecka", Sureness.INFERRED, id="relative"),
    ],
)
def test_a_next_meeting_says_how_sure_it_is(text: str, expected: Sureness) -> None:
    minutes = parse_minutes(HEAD + text + "\n", file_name="x.txt")

    assert [expected] == [r.sureness for r in minutes.readings if r.field == "next_meeting"]


def test_without_the_meetings_date_nothing_is_told_from_it() -> None:
    minutes = parse_minutes("Protokoll\n\nNästa möte: tisdag nästa vecka\n", file_name="x.txt")

    assert minutes.next_meeting is None
