import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eval.checking import check_evidence
from eval.dataset import Category, Expect, load_questions
from eval.runner import run
from eval.saving import save_question
from rag.errors import DatasetError
from rag.minutes import DocumentId, Kind
from rag.results import Answer, Filters, Status

Make = Callable[..., Any]
QUOTES = ("Avgift nummer 3 blir 303 kronor.", "Avgift nummer 4 blir 304 kronor.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "testfragor.jsonl"


@pytest.fixture
def answer(make_answer: Make, fees: Any) -> Answer:
    made: Answer = make_answer(fees, QUOTES)
    return replace(made, question="Hur hög är avgift 3?")


def test_what_the_answer_rests_on_is_what_a_right_answer_must_rest_on(
    path: Path, answer: Answer, fees: Any
) -> None:
    save_question(path, answer)

    [question] = load_questions(path).questions
    assert (Category.FACT, Expect.ANSWERABLE) == (question.category, question.expect)
    assert tuple((quote,) for quote in QUOTES) == question.evidence
    assert ("avgifter.txt",) == question.documents
    assert [] == check_evidence([question], [fees])


def test_the_same_answer_to_the_saved_question_is_right(
    path: Path, answer: Answer, fees: Any
) -> None:
    save_question(path, answer)

    record = run(load_questions(path), lambda question, *, filters: answer, documents=[fees])
    assert record.results[0].is_right


@pytest.mark.parametrize(
    ("status", "expect"),
    [
        pytest.param(Status.PARTIAL, Expect.NEAR_MISS, id="partial"),
        pytest.param(Status.NOT_FOUND, Expect.ABSENT, id="not found"),
    ],
)
def test_an_honest_lack_is_what_is_expected(
    path: Path, answer: Answer, fees: Any, status: Status, expect: Expect
) -> None:
    lacking = replace(answer, status=status)
    save_question(path, lacking)

    [question] = load_questions(path).questions
    assert expect is question.expect
    assert (expect is Expect.NEAR_MISS) == bool(question.evidence)
    record = run(load_questions(path), lambda question, *, filters: lacking, documents=[fees])
    assert record.results[0].is_right


def test_filters_are_saved_as_the_question_file_writes_them(path: Path, answer: Answer) -> None:
    filters = Filters(
        body="Styrelsen",
        person="Ek",
        kind=Kind.NOTES,
        first=date(2024, 1, 1),
        last=date(2024, 6, 30),
    )

    save_question(path, answer, filters)

    [question] = load_questions(path).questions
    assert filters == question.filters


def test_one_meeting_cannot_be_written_and_says_so(path: Path, answer: Answer) -> None:
    with pytest.raises(DatasetError, match="ett enda möte"):
        save_question(path, answer, Filters(meetings=(DocumentId("ab" * 32),)))
    assert not path.exists()


def test_earlier_lines_stay_as_they_are_and_ids_are_unique(path: Path, answer: Answer) -> None:
    mine = '{"id": "sparad-002", "question": "Varför?",  "category": "why", "expect": "absent"}'
    path.write_text(mine, encoding="utf-8")

    saved = [
        save_question(path, replace(answer, question=f"Hur hög är avgift {n}?")) for n in range(3)
    ]

    lines = path.read_text(encoding="utf-8").splitlines()
    assert mine == lines[0]
    assert [json.loads(line)["id"] for line in lines[1:]] == saved
    assert len({"sparad-002", *saved}) == 4


def test_a_question_saved_twice_stands_once(path: Path, answer: Answer) -> None:
    first, second = save_question(path, answer), save_question(path, answer)

    assert first == second
    assert len(load_questions(path).questions) == 1


def test_a_malformed_file_is_left_untouched(path: Path, answer: Answer) -> None:
    path.write_text("{trasig\n", encoding="utf-8")

    with pytest.raises(DatasetError, match="rad 1"):
        save_question(path, answer)
    assert "{trasig\n" == path.read_text(encoding="utf-8")


def test_a_folder_that_is_absent_is_a_clear_error(tmp_path: Path, answer: Answer) -> None:
    with pytest.raises(DatasetError, match=r"Mappen .*borta finns inte"):
        save_question(tmp_path / "borta" / "fragor.jsonl", answer)
