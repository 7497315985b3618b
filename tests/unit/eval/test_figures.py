from collections.abc import Callable
from typing import Any

from eval.dataset import Category, QuestionSet
from eval.figures import figures_of
from eval.measures import MEASURES
from eval.runner import run
from rag.minutes import Document

Make = Callable[..., Any]


def test_figures_are_means_over_the_questions_they_are_about(
    questions: QuestionSet, clerk: Make, fees: Document
) -> None:
    figures = figures_of(run(questions, clerk(30), documents=[fees])).overall

    expected = {
        "right": (40 / 50, 50),
        "correct": (30 / 40, 40),
        "hit@1": (30 / 40, 40),
        "hit@3": (1, 40),
        "right_refusal": (1, 10),
        "false_refusal": (0, 40),
        "support": (1, 40),
        "verbatim": (1, 40),
        "refusal_area": (1, 50),
        "refusal@5": (1, 50),
    }
    found = {name: (round(figures[name].value, 9), figures[name].n) for name in expected}
    assert expected == found
    assert figures["right"].low < 40 / 50 < figures["right"].high


def test_figures_that_rest_on_no_question_are_left_out(
    questions: QuestionSet, clerk: Make, fees: Document
) -> None:
    figures = figures_of(run(questions, clerk(30), documents=[fees]))

    assert "right_partial" not in figures.overall
    assert {Category.FACT, Category.ABSENT} == figures.by_category.keys()
    assert "refusal_area" not in figures.by_category[Category.FACT]
    assert figures.by_category[Category.ABSENT].keys() == {
        "right",
        "right_refusal",
        "latency_p50",
        "latency_p95",
    }


def test_the_curve_needs_questions_of_both_kinds(
    questions: QuestionSet, clerk: Make, fees: Document
) -> None:
    answerable = QuestionSet(name="f", sha256="", questions=questions.questions[:40])

    assert figures_of(run(answerable, clerk(30), documents=[fees])).curve is None


def test_no_two_measures_share_a_label() -> None:
    assert len(MEASURES) == len({measure.label for measure in MEASURES.values()})
