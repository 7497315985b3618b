"""The benchmark runs, and says what it measured."""

from pathlib import Path

import pytest

from eval.bench import Plan, bench, main
from eval.invented import invented_minutes
from ingest.parse import parse_minutes
from ingest.pipeline import ingest
from rag.assembling.assembly import open_store
from rag.settings import Settings

TINY = {"documents": 2, "questions": 3}


def test_the_table_has_a_row_for_each_measure(tmp_path: Path) -> None:
    rows = bench(Plan(cold_runs=1, **TINY), tmp_path)

    assert [
        "Inläsning av 2 protokoll",
        "Samma igen, oförändrade",
        "I biblioteket",
        "Kall fråga: ny process, median av 1",
        "Varm fråga, p50 av 3",
        "Varm fråga, p95 av 3",
        "Minne som mest, inläsning och frågor",
        "På disk",
    ] == [row.what.split(" (")[0] for row in rows]
    assert all(row.took.split()[1] in {"s", "ms", "MB", "möten,"} for row in rows)


def test_minutes_of_ones_own_are_made_up_to_the_number_with_invented_ones(tmp_path: Path) -> None:
    own = tmp_path / "egna"
    own.mkdir()
    (own / "möte.md").write_text("# Möte\n\n## § 1 Bryggan\n\nDen målas.\n", encoding="utf-8")

    rows = bench(Plan(minutes=own, cold_runs=0, **TINY), tmp_path)

    assert rows[0].what.startswith("Inläsning av 1 protokoll")
    assert rows[2].took.startswith("2 möten, ")


def test_a_library_that_is_there_is_only_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(library=tmp_path / "library")
    name, text = next(invented_minutes(1))
    (tmp_path / name).write_text(text, encoding="utf-8")
    ingest([tmp_path / name], open_store(settings), settings=settings)

    main(["--library", str(settings.library), "--questions", "1", "--cold-runs", "0"])

    shown = capsys.readouterr().out
    assert "Inläsning" not in shown
    assert "| I biblioteket | 1 möten, " in shown
    assert "| Varm fråga, p95 av 1 | " in shown


def test_invented_minutes_are_the_same_each_time_and_are_read_as_minutes() -> None:
    [(name, text), *_] = minutes = list(invented_minutes(3))

    read = parse_minutes(text, file_name=name)
    assert minutes == list(invented_minutes(3))
    assert ("2021-01-11", "Styrelsen") == (read.date and read.date.iso, read.body)
    assert all(item.decisions for item in read.items)
    assert text.split("Närvarande: ")[1].splitlines()[0].split(", ") == [
        person.name for person in read.people
    ]
