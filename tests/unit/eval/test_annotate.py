import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.annotate import add_points, compile_gold, main
from eval.gold import Half, Mark, load_gold
from rag.errors import DatasetError

TEXT = "Närvarande: Bo Ek\n\n## Val\n\natt välja\nBo Ek. Bifall. Bifall. Bifall.\n"
WORKING: dict[str, Any] = {
    "file": "möte.txt",
    "date": "2024-03-04",
    "present": [{"name": "Bo Ek", "quote": "Närvarande: Bo Ek"}],
    "headings": ["## Val"],
    "decisions": [{"quote": "Bifall.", "occurrence": 2}, "att välja Bo Ek."],
    "actions": [],
}

Write = Callable[..., Path]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "protokoll" / "möte.txt"
    file.parent.mkdir()
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture
def working(tmp_path: Path) -> Write:
    def write(**changes: Any) -> Path:
        file = tmp_path / "möte.json"
        file.write_text(json.dumps(WORKING | changes), encoding="utf-8")
        return file

    return write


def quoted(marks: tuple[Mark, ...]) -> list[str]:
    return [TEXT[mark.start : mark.end] for mark in marks]


def test_quotes_become_places_in_order(path: Path) -> None:
    gold = compile_gold(WORKING, path, TEXT, Half.REPORT)

    assert ["att välja\nBo Ek.", "Bifall."] == quoted(gold.decisions)
    assert TEXT.index("Bifall.") + 8 == gold.decisions[1].start


def test_a_person_is_placed_at_the_name(path: Path) -> None:
    assert ["Bo Ek"] == quoted(compile_gold(WORKING, path, TEXT, Half.TUNE).present)


def test_equal_quotes_take_their_places_in_turn(path: Path) -> None:
    gold = compile_gold(WORKING | {"decisions": ["Bifall."] * 3}, path, TEXT, Half.TUNE)

    assert 3 == len({mark.start for mark in gold.decisions})


@pytest.mark.parametrize(
    ("decision", "message"),
    [
        pytest.param("att avslå", "'att avslå' står inte", id="absent"),
        pytest.param({"quote": "Bifall.", "occurrence": 4}, r"\(nummer 4\)", id="too few"),
        pytest.param("Bifall.", "står 3 gånger", id="ambiguous"),
        pytest.param(" ", "står inte", id="blank"),
    ],
)
def test_a_quote_without_its_place_is_named(path: Path, decision: object, message: str) -> None:
    with pytest.raises(DatasetError, match=message):
        compile_gold(WORKING | {"decisions": [decision]}, path, TEXT, Half.TUNE)


def test_the_gold_has_no_words_of_the_document(path: Path, working: Write, tmp_path: Path) -> None:
    to = tmp_path / "facit"

    status = main([str(working()), "--minutes", str(path.parent), "--to", str(to)])

    assert 0 == status
    assert ["möte.txt"] == [document.file for document in load_gold(to)]
    assert "Bo" not in (to / "möte.txt.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"headings": ["## Kassan"]}, id="a quote"),
        pytest.param({"file": "annat.txt"}, id="the file"),
    ],
)
def test_what_is_not_found_is_said_and_nothing_written(
    path: Path,
    working: Write,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    changes: dict[str, Any],
) -> None:
    to = tmp_path / "facit"

    status = main([str(working(**changes)), "--minutes", str(path.parent), "--to", str(to)])

    assert 1 == status
    assert capsys.readouterr().err.startswith("möte.json: ")
    assert not to.exists()


def test_checking_writes_nothing(path: Path, working: Write, tmp_path: Path) -> None:
    to = tmp_path / "facit"

    main([str(working()), "--minutes", str(path.parent), "--to", str(to), "--check"])

    assert not to.exists()


def test_points_are_placed_wherever_they_are_told(path: Path) -> None:
    points = [{"weight": 3, "any": ["välja\nBo Ek", {"quote": "Bifall.", "occurrence": 3}]}]

    [point] = compile_gold(WORKING | {"points": points}, path, TEXT, Half.TUNE).points

    assert (3, ["välja\nBo Ek", "Bifall."]) == (point.weight, quoted(point.any))


def test_points_alone_are_added_to_the_gold_there_is(path: Path) -> None:
    actions = [{"quote": "att välja Bo Ek.", "who": "Bo Ek", "due": None}]
    gold = compile_gold(WORKING | {"actions": actions}, path, TEXT, Half.TUNE)
    points = [{"weight": 2, "any": ["välja Bo Ek"]}]

    added = add_points(gold, {"points": points, "actions": actions}, TEXT)

    assert [2] == [point.weight for point in added.points]
    [action] = added.actions
    assert action.who is not None
    assert TEXT.rindex("Bo Ek") == action.who.start
    assert gold.decisions == added.decisions
