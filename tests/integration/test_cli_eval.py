"""The command line measures answers on a file of questions."""

import json
from pathlib import Path

import pytest
from command_line import ROOF, Motesminne

QUESTIONS = [
    {
        "id": "tak",
        "question": "Vad kostar ett nytt plåttak?",
        "category": "amount",
        "expect": "answerable",
        "evidence": [[ROOF]],
    },
    {
        "id": "skola",
        "question": "Vad beslutades om rodskolan?",
        "category": "decision",
        "expect": "answerable",
        "evidence": [["anställa två instruktörer"]],
    },
    {
        "id": "cykel",
        "question": "Vad kostar elsparkcyklarna?",
        "category": "absent",
        "expect": "absent",
    },
]


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "frågor.jsonl"
    lines = (json.dumps(question, ensure_ascii=False) + "\n" for question in QUESTIONS)
    path.write_text("".join(lines), encoding="utf-8")
    return path


def test_a_run_is_a_table_and_a_report_in_each_form(
    reader: Motesminne, questions: Path, tmp_path: Path
) -> None:
    reports = [tmp_path / f"rapport{suffix}" for suffix in (".json", ".md", ".html")]

    ran = reader("eval", "run", questions, *(f"--report={path}" for path in reports))

    assert (0, "") == (ran.status, ran.err)
    assert ran.out.startswith("# Utvärdering av frågor.jsonl\n\n3 frågor, ")
    assert ran.out == reports[1].read_text(encoding="utf-8")
    assert all(path.stat().st_size for path in reports)


def test_a_run_is_given_to_programs(reader: Motesminne, questions: Path) -> None:
    result = reader("eval", "run", questions, "--json").json

    assert ["tak", "skola", "cykel"] == [r["question"]["id"] for r in result["results"]]


def test_two_equal_runs_do_not_differ(reader: Motesminne, questions: Path, tmp_path: Path) -> None:
    before, after = tmp_path / "före.json", tmp_path / "efter.json"
    for report in (before, after):
        reader("eval", "run", questions, "--report", report)

    ran = reader("eval", "compare", before, after)

    assert 0 == ran.status
    assert "## Blev fel (0)" in ran.out
    assert {} == reader("eval", "compare", before, after, "--json").json


def test_the_gate_passes_its_own_baseline_and_stops_a_fall(
    reader: Motesminne, questions: Path, tmp_path: Path
) -> None:
    baseline = tmp_path / "baslinje.json"

    written = reader("eval", "gate", questions, "--baseline", baseline, "--write")
    passed = reader("eval", "gate", questions, "--baseline", baseline)
    absent = reader("eval", "gate", questions, "--baseline", tmp_path / "saknas.json")

    assert (0, f"Ny baslinje: {baseline}\n") == (written.status, written.out)
    assert 0 == passed.status
    assert passed.out.startswith("Godkänt.")
    assert 1 == absent.status
    assert "saknas.json kan inte läsas" in absent.err


def test_a_quote_that_is_not_in_the_library_is_refused(reader: Motesminne, questions: Path) -> None:
    text = questions.read_text(encoding="utf-8")
    questions.write_text(text.replace("två instruktörer", "tre kockar"), encoding="utf-8")

    refused = reader("eval", "run", questions)
    skipped = reader("eval", "run", questions, "--skip-check")

    assert 1 == refused.status
    assert "anställa tre kockar" in refused.err
    assert 0 == skipped.status
