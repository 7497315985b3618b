import time

import pytest

from ingest.deadlines import find_deadline, find_time, is_time

LINEAR_S = 2.0


@pytest.mark.parametrize(
    "printed",
    "senast den 15:e|till den 15:e|senast fredag|senast på onsdag|till nästa möte|till nästa gång"
    "|v. 12|före sommaren"
    "|under våren|inom två veckor|senast sista april"
    "|till nästa styrelsemöte|till nämndens möte i maj"
    "|till årsmötet|före utgången av 2025|senast i september|senast kl. 12 på fredag|senast 17:30"
    "|till månadsskiftet|senast 3/5|innan midsommar|till v. 12|senast 2024-05-03|före den 1 oktober"
    "|senast den 1:a mars|till hösten|tills efter sommaren|snarast|så snart som möjligt|omgående"
    "|senast den 1 mars 2025|inför nästa träff|deadline 24 oktober|före jul".split("|"),
)
def test_a_deadline_is_told_as_printed(printed: str) -> None:
    assert printed == find_deadline(f"Bo ringer banken {printed}.")


@pytest.mark.parametrize(
    "words",
    [
        "Flytta från 4 april till sal B.",
        "Elever upp till 20 år.",
        "Bidraget höjs till 20 kr.",
        "Bo ringer under mötet.",
        "Till dagordningen lades en punkt.",
        "Under förutsättning att det går.",
    ],
)
def test_what_is_no_deadline(words: str) -> None:
    assert find_deadline(words) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Eva bokar lokal i maj.", "i maj"),
        ("Eva skickar listan den 10/6.", "den 10/6"),
        ("Eva återkommer om en månad.", "om en månad"),
        ("Eva återkommer vid nästa möte.", "vid nästa möte"),
        ("Bo skriver när svaret har kommit.", "när svaret har kommit"),
        ("Eva skriver om mötet i maj.", None),
        ("Eva meddelar att den 14 december är bokad.", None),
        ("Eva meddelar att festen hålls den 3 maj.", None),
        ("Eva hör av sig om något händer.", None),
    ],
)
def test_a_time_is_the_tasks_unless_something_else_happens_then(
    words: str, expected: str | None
) -> None:
    assert expected == find_time(words)


@pytest.mark.parametrize("cell", ["3 maj", "löpande", "v. 8–10", "2025", "250503", "Vid behov"])
def test_a_cell_may_be_a_time(cell: str) -> None:
    assert is_time(cell)


@pytest.mark.parametrize("cell", ["Eva Ek", "Boka sal till maj", "3", "Kansliet", ""])
def test_or_something_else(cell: str) -> None:
    assert not is_time(cell)


@pytest.mark.parametrize("piece", ["till ", "senast den ", "1", "i början av ", "a", "mötet i "])
def test_a_long_text_takes_no_time(piece: str) -> None:
    began = time.process_time()
    words = piece * 20_000
    find_deadline(words), find_time(words), is_time(words)

    assert time.process_time() - began < LINEAR_S
