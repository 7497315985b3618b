import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval.dataset import QuestionSet
from eval.gate import check, write_baseline
from eval.record import Run
from eval.runner import run
from rag.errors import DatasetError
from rag.minutes import Document
from rag.results import Answer, Filters

Make = Callable[..., Any]


@pytest.fixture(scope="session")
def runs(questions: QuestionSet, clerk: Make, fees: Document) -> Callable[[int], Run]:
    return lambda known: run(questions, clerk(known), documents=[fees])


@pytest.fixture
def baseline(runs: Callable[[int], Run], tmp_path: Path) -> Path:
    path = tmp_path / "baseline.json"
    write_baseline(runs(36), path)
    return path


def test_an_unchanged_assistant_passes(baseline: Path, runs: Callable[[int], Run]) -> None:
    verdict = check(runs(36), baseline)

    assert verdict.passed
    assert (verdict.lost, verdict.gained) == ((), ())


def test_a_better_assistant_passes(baseline: Path, runs: Callable[[int], Run]) -> None:
    verdict = check(runs(39), baseline)

    assert verdict.passed
    assert verdict.gained == ("q36", "q37", "q38")


def test_a_regression_fails_and_names_the_figures_and_questions(
    baseline: Path, runs: Callable[[int], Run]
) -> None:
    verdict = check(runs(28), baseline)

    assert not verdict.passed
    assert {"right", "correct", "hit@1"} <= {change.measure.name for change in verdict.failed}
    assert tuple(f"q{n}" for n in range(28, 36)) == verdict.lost


def test_answering_what_has_no_answer_fails(
    baseline: Path, questions: QuestionSet, clerk: Make, fees: Document, make_answer: Make
) -> None:
    good = clerk(36)

    def ask(question: str, *, filters: Filters) -> Answer:
        answer: Answer = good(question, filters=filters)
        if answer.citations:
            return answer
        invented: Answer = make_answer(fees, [fees.text.splitlines()[0]])
        return invented

    failed = check(run(questions, ask, documents=[fees]), baseline).failed
    assert "right_refusal" in {change.measure.name for change in failed}


def test_errors_in_the_run_fail(baseline: Path, questions: QuestionSet, fees: Document) -> None:
    def ask(question: str, *, filters: Filters) -> Answer:
        raise ZeroDivisionError

    assert not check(run(questions, ask, documents=[fees]), baseline).passed


def test_slowness_alone_does_not_fail(baseline: Path, runs: Callable[[int], Run]) -> None:
    good = runs(36)
    slow = replace(good, results=tuple(replace(result, latency_ms=9e5) for result in good.results))

    assert check(slow, baseline).passed


def test_the_baseline_has_a_line_for_each_figure_and_question(baseline: Path) -> None:
    lines = baseline.read_text().splitlines()

    assert sum('"id": ' in line for line in lines) == 50
    assert sum('"right": {"value": 0.92' in line for line in lines) == 1
    assert "latency" not in baseline.read_text()


def test_another_wording_of_the_question_file_needs_a_new_baseline(
    baseline: Path, runs: Callable[[int], Run]
) -> None:
    with pytest.raises(DatasetError, match="gäller en annan lydelse av frågefilen"):
        check(replace(runs(36), sha256="f" * 64), baseline)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param("nej", "är inte en baslinje", id="no JSON"),
        pytest.param(json.dumps({"file": "a"}), "är inte en baslinje", id="another object"),
        pytest.param(None, "kan inte läsas", id="no file"),
    ],
)
def test_what_is_no_baseline_is_refused(
    content: str | None, said: str, runs: Callable[[int], Run], tmp_path: Path
) -> None:
    path = tmp_path / "baseline.json"
    if content is not None:
        path.write_text(content)

    with pytest.raises(DatasetError, match=said):
        check(runs(36), path)
