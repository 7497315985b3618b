"""The numbers of README are those that were measured and kept."""

from pathlib import Path

import pytest

from eval.numbers import (
    END,
    START,
    Number,
    load_numbers,
    numbers_markdown,
    put_between,
    renewed,
    save_numbers,
)
from eval.readme import README
from rag.errors import DatasetError


def number(name: str, value: float, *, unit: str = "share", **more: float) -> Number:
    return Number(
        name=name,
        label=name.capitalize(),
        unit=unit,
        value=value,
        of=40,
        goal="≥ 85 %",
        beside=more,
        command="python -m eval.readme",
        measured="2024-03-04",
        commit="abc1234",
    )


def test_readme_has_the_table_of_the_kept_numbers() -> None:
    readme = README.read_text(encoding="utf-8")

    assert put_between(readme, numbers_markdown(load_numbers())) == readme


def test_every_kept_number_tells_what_command_measures_it() -> None:
    assert [] == [one.name for one in load_numbers() if not one.command]


def test_a_number_stands_beside_its_goal_and_simpler_systems() -> None:
    written = numbers_markdown([number("rätta", 0.876, lead=0.5)])

    assert (
        "| Rätta | ≥ 85 % | 87,6\N{NO-BREAK SPACE}% | 50,0\N{NO-BREAK SPACE}% | – | – | 40 |"
        in (written)
    )
    assert "Mätt 2024-03-04 (abc1234)." in written


@pytest.mark.parametrize(
    ("unit", "shown"),
    [
        pytest.param("ms", "61\N{NO-BREAK SPACE}ms", id="milliseconds"),
        pytest.param("count", "61", id="count"),
    ],
)
def test_a_number_is_written_in_its_unit(unit: str, shown: str) -> None:
    assert f"| {shown} |" in numbers_markdown([number("svar", 61.4, unit=unit)])


def test_a_new_number_takes_the_place_of_its_namesake() -> None:
    old, other, new = number("rätta", 0.5), number("larm", 0.1), number("rätta", 0.9)

    assert [new, other] == renewed([old, other], [new])


def test_numbers_are_kept(tmp_path: Path) -> None:
    kept = [number("rätta", 0.5, bm25=0.25)]
    save_numbers(kept, tmp_path / "results.json")

    assert kept == load_numbers(tmp_path / "results.json")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="--measure"):
        load_numbers(tmp_path / "results.json")


def test_only_what_stands_between_the_marks_is_written() -> None:
    text = f"Före\n{START}\ngammalt\n{END}\nEfter"

    written = put_between(text, "nytt")

    assert f"Före\n{START}\n\nnytt\n\n{END}\nEfter" == written
    assert written == put_between(written, "nytt")


def test_a_text_without_the_marks_is_refused() -> None:
    with pytest.raises(DatasetError, match="Märkena"):
        put_between("Före och efter", "nytt")
