from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from eval.compare import Change, compare
from eval.dataset import QuestionSet
from eval.record import Run
from eval.runner import run
from rag.errors import DatasetError
from rag.minutes import Document

Make = Callable[..., Any]


@pytest.fixture(scope="session")
def runs(questions: QuestionSet, clerk: Make, fees: Document) -> Callable[[int], Run]:
    return lambda known: run(questions, clerk(known), documents=[fees])


def change(before: Run, after: Run, name: str) -> Change:
    [found] = [one for one in compare(before, after).changes if one.measure.name == name]
    return found


def test_what_changed_is_told_question_by_question(runs: Callable[[int], Run]) -> None:
    comparison = compare(runs(38), runs(40))

    assert [pair.after.question.id for pair in comparison.gained] == ["q38", "q39"]
    assert comparison.lost == ()


@pytest.mark.parametrize(
    ("known", "worse", "better"),
    [
        pytest.param(10, True, False, id="much worse"),
        pytest.param(19, False, False, id="one question worse"),
        pytest.param(20, False, False, id="the same"),
        pytest.param(35, False, True, id="much better"),
    ],
)
def test_a_change_counts_when_it_is_more_than_noise(
    known: int, *, worse: bool, better: bool, runs: Callable[[int], Run]
) -> None:
    found = change(runs(20), runs(known), "correct")

    assert (worse, better) == (found.is_worse, found.is_better)
    assert found.difference.value == pytest.approx((known - 20) / 40)


def test_more_refusals_of_what_has_an_answer_are_worse(
    questions: QuestionSet, clerk: Make, fees: Document, make_answer: Make
) -> None:
    before = run(questions, clerk(40), documents=[fees])
    after = run(questions, lambda question, *, filters: make_answer(fees), documents=[fees])

    assert change(before, after, "false_refusal").is_worse
    assert not change(before, after, "right_refusal").is_worse


def test_runs_of_different_question_files_are_not_compared(runs: Callable[[int], Run]) -> None:
    before = runs(40)

    with pytest.raises(DatasetError, match=r"olika frågefiler \(fragor\.jsonl, aaaa"):
        compare(before, replace(before, sha256="f" * 64, file="andra.jsonl"))


def test_another_library_is_noticed(runs: Callable[[int], Run]) -> None:
    library = replace(runs(40).library, fingerprint="another")
    more = replace(runs(40), library=library)

    assert [compare(runs(40), other).same_library for other in (runs(39), more)] == [True, False]
