"""The commands that measure, on the rowers' minutes and on tiny public sets."""

import json
from pathlib import Path

import pytest
from command_line import INSTRUCTORS, ROOF, Motesminne, run

from eval.dataset import load_questions

SWEQUAD = {
    "data": [
        {
            "question": "Vad kostar ett nytt plåttak?",
            "context": f"Taket på båthuset läcker. {ROOF}",
            "choices": [{"text": "95 000 kronor", "start": 0, "end": 0, "type": "Correct answer"}],
        },
        {
            "question": "Vilka ska anställas till rodskolan?",
            "context": INSTRUCTORS,
            "choices": [
                {"text": "två instruktörer", "start": 0, "end": 0, "type": "Correct answer"}
            ],
        },
    ]
}
QUESTION = {
    "id": "q1",
    "question": "Vad kostar ett nytt plåttak?",
    "category": "amount",
    "expect": "answerable",
    "evidence": [["95 000 kronor"]],
}


@pytest.fixture
def public_file(tmp_path: Path) -> Path:
    path = tmp_path / "swequad.json"
    path.write_text(json.dumps(SWEQUAD), encoding="utf-8")
    return path


def test_a_saved_question_can_be_run(reader: Motesminne, tmp_path: Path) -> None:
    path = tmp_path / "fragor.jsonl"

    asked = reader("ask", "Vad kostar ett nytt plåttak?", "--save-question", path)
    measured = reader("eval", "run", path, "--json")

    assert asked.status == 0
    assert "Sparad som testfråga sparad-001" in asked.err
    assert measured.json["figures"]["right"]["value"] == 1.0


def test_a_question_that_cannot_be_asked_is_no_measurement(
    reader: Motesminne, tmp_path: Path
) -> None:
    path = tmp_path / "fragor.jsonl"
    path.write_text(json.dumps({**QUESTION, "question": "plåttak " * 500}), encoding="utf-8")

    ran = reader("eval", "run", path)

    assert ran.status == 1
    assert "1 av 1 frågor kunde inte ställas" in ran.err


def test_json_stays_json_when_a_question_is_saved(reader: Motesminne, tmp_path: Path) -> None:
    path = tmp_path / "fragor.jsonl"

    ran = reader("ask", "Vad kostar en segelbåt i Rönnhult?", "--save-question", path, "--json")

    assert ran.json["status"] == "not_found"
    assert load_questions(path).questions[0].expect == "absent"


def test_one_question_is_saved_at_a_time(reader: Motesminne, tmp_path: Path) -> None:
    ran = reader("ask", "--input", tmp_path / "a.jsonl", "--save-question", tmp_path / "b.jsonl")

    assert ran.status == 1
    assert "--save-question sparar en fråga i taget" in ran.err


def test_an_ablation_shows_what_each_leg_is_worth(reader: Motesminne, tmp_path: Path) -> None:
    path = tmp_path / "fragor.jsonl"
    path.write_text(json.dumps(QUESTION), encoding="utf-8")

    ran = reader("eval", "ablate", path)

    assert ran.status == 0
    assert "| Bara n-gram | 100,0" in ran.out


def test_a_public_set_is_measured_and_reported(public_file: Path, tmp_path: Path) -> None:
    report = tmp_path / "rapport.json"

    ran = run(
        "eval", "public", "swequad", "--path", public_file, "--withhold", "--report", report
    )  # fmt: skip

    assert ran.status == 0
    assert "Avståenden: dokumentet som svarar borttaget" in ran.out
    asked = [r["question"]["id"] for r in json.loads(report.read_bytes())["results"]]
    assert ["swequad-0001", "swequad-0002", "swequad-0001-utan", "swequad-0002-utan"] == asked


def test_a_public_set_of_another_kind_is_one_sentence(public_file: Path) -> None:
    ran = run("eval", "public", "squad", "--path", public_file)

    assert ran.status == 1
    assert "är inte SQuAD 2.0" in ran.err


def test_a_peer_stands_beside_the_product(public_file: Path) -> None:
    pytest.importorskip("rank_bm25")

    ran = run("eval", "peers", "swequad", "--path", public_file, "--only", "bm25", "--json")

    [row] = ran.json
    assert (row["name"], row["pieces"]) == ("bm25", 2)


def test_an_unknown_peer_is_one_sentence(public_file: Path) -> None:
    ran = run("eval", "peers", "swequad", "--path", public_file, "--only", "googel")

    assert ran.status == 1
    assert "Systemet 'googel' är okänt" in ran.err


def test_the_reading_of_minutes_is_measured_on_the_samples() -> None:
    measured = run("eval", "grammar", "--half", "tune", "--json").json

    assert ["tune"] == list(measured["halves"])
    assert 8 == measured["halves"]["tune"]["documents"]
    assert 12 == len(measured["unscored"])
