"""Invented minutes, read well and badly, against what a person found in them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from eval.annotate import compile_gold
from eval.gold import GoldDocument, Half
from eval.grammar import Field, Score, score_document, score_files
from ingest.parse import parse_minutes
from ingest.source import Source
from rag.errors import ReadError
from rag.minutes import MeetingDate, Minutes

TEXT = """# Protokoll 2024-03-04

Närvarande: Åsa Ek, Bo Alm

## § 1 Val av justerare

Mötet beslutar att välja Bo Alm.

## § 2 Bryggan

Beslut: att laga bryggan.

- @Bo köper virke senast i maj
"""
WORKING = {
    "file": "möte.md",
    "date": "2024-03-04",
    "present": [{"name": "Åsa Ek"}, {"name": "Bo Alm", "quote": "Bo Alm", "occurrence": 1}],
    "headings": ["## § 1 Val av justerare", "## § 2 Bryggan"],
    "decisions": ["Mötet beslutar att välja Bo Alm.", "att laga bryggan."],
    "actions": ["@Bo köper virke senast i maj"],
}
MINUTES = parse_minutes(TEXT, file_name="möte.md")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "möte.md"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture
def gold(path: Path) -> GoldDocument:
    return compile_gold(WORKING, path, TEXT, Half.TUNE)


def counts(score: Score, field: Field) -> tuple[int, int, int]:
    """Return how many were annotated, found and right."""
    tally = score.fields[field]
    return tally.expected, tally.found, tally.matched


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        pytest.param(Field.PEOPLE, (2, 2, 2), id="people"),
        pytest.param(Field.HEADINGS, (2, 2, 2), id="headings"),
        pytest.param(Field.DECISIONS, (2, 2, 2), id="decisions"),
        pytest.param(Field.ACTIONS, (1, 1, 1), id="actions"),
    ],
)
def test_a_good_reading_agrees(
    gold: GoldDocument, field: Field, expected: tuple[int, int, int]
) -> None:
    assert expected == counts(score_document(gold, TEXT, MINUTES), field)


def test_an_empty_reading_misses_all(gold: GoldDocument) -> None:
    nothing = Minutes(kind=MINUTES.kind, title="")

    score = score_document(gold, TEXT, nothing)

    assert [(2, 0, 0), (2, 0, 0), (2, 0, 0), (1, 0, 0)] == [counts(score, field) for field in Field]


def test_a_text_that_is_read_otherwise_keeps_its_gold(gold: GoldDocument) -> None:
    moved = "Ekviks båtklubb\n\n" + TEXT.replace("## ", "")

    score = score_document(gold, moved, parse_minutes(moved, file_name="möte.md"))

    assert [(2, 2, 2), (2, 2, 2)] == [counts(score, f) for f in (Field.HEADINGS, Field.DECISIONS)]


def test_words_that_are_gone_are_named(gold: GoldDocument) -> None:
    broken = TEXT.replace("laga bryggan", "lagn bryggan")

    score = score_document(gold, broken, parse_minutes(broken, file_name="möte.md"))

    start = TEXT.index("att laga")
    assert (f"tecken {start}–{start + 17}",) == score.fields[Field.DECISIONS].lost


A_DAY_LATE = MeetingDate(first=date(2024, 3, 5), last=date(2024, 3, 5))


@pytest.mark.parametrize(
    ("read", "right", "silent"),
    [
        pytest.param(MINUTES.date, True, False, id="right"),
        pytest.param(A_DAY_LATE, False, True, id="wrong"),
        pytest.param(replace(A_DAY_LATE, inferred=True), False, False, id="wrong but marked"),
        pytest.param(None, False, False, id="unknown"),
    ],
)
def test_a_date_is_right_or_says_that_it_may_not_be(
    gold: GoldDocument, read: MeetingDate | None, *, right: bool, silent: bool
) -> None:
    judged = score_document(gold, TEXT, replace(MINUTES, date=read)).date

    assert (right, silent) == (judged.is_right, judged.is_silently_wrong)


def read_text(path: Path) -> Source:
    return Source(text=path.read_text(encoding="utf-8"))


def refuse(path: Path) -> Source:
    raise ReadError(f"{path.name} är skadad.")


ELSEWHERE = "möte.md finns inte, eller är en annan version."


@pytest.mark.parametrize(
    ("written", "read", "unscored"),
    [
        pytest.param(TEXT, read_text, (), id="present"),
        pytest.param(TEXT + "PS", read_text, (ELSEWHERE,), id="another version"),
        pytest.param(TEXT, refuse, ("möte.md är skadad.",), id="unreadable"),
    ],
)
def test_only_the_annotated_files_are_scored(
    gold: GoldDocument,
    path: Path,
    written: str,
    read: Callable[[Path], Source],
    unscored: tuple[str, ...],
) -> None:
    path.write_text(written, encoding="utf-8")

    result = score_files([gold], [path.parent], read=read)

    assert (unscored, 1) == (result.unscored, len(result.scores) + len(unscored))
