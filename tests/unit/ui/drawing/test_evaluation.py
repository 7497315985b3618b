"""Runs and comparisons, as HTML."""

import re
from html import unescape

import pytest

from eval.compare import compare
from eval.dataset import Category, Expect, Question
from eval.record import LibraryRecord, Result, Run
from rag.results import Status
from ui import strings
from ui.drawing import evaluation


def shown(html: str) -> str:
    return unescape(" ".join(re.sub(r"<[^>]*>", " ", html).split()))


def result(name: str, *, right: bool) -> Result:
    return Result(
        question=Question(
            id=name,
            question=f"Vad kostar <b>{name}</b>?",
            category=Category.FACT,
            expect=Expect.ANSWERABLE,
            evidence=(("95 000 kronor",),),
        ),
        status=Status.ANSWERED,
        text="",
        missed=() if right else (("95 000 kronor",),),
        scores={"right": float(right)},
        latency_ms=12.0,
    )


def run(*results: Result, fingerprint: str = "1") -> Run:
    return Run(
        created="2026-11-22T06:00:00+00:00",
        file="egna.jsonl",
        sha256="0",
        settings={},
        versions={},
        library=LibraryRecord(documents=1, chunks=1, fingerprint=fingerprint),
        results=results,
    )


BRIDGE, STAIR = result("bron", right=True), result("trappan", right=False)


def test_a_report_tells_the_share_and_each_wrong_outcome() -> None:
    told = shown(evaluation.run_report(run(BRIDGE, STAIR)))

    assert "Fel utfall (1)" in told
    assert "Vad kostar <b>trappan</b>?" in told
    assert "Saknas i svaret: 95 000 kronor" in told
    assert "<b>bron</b>" not in told
    assert "50,0\N{NO-BREAK SPACE}%".replace("\N{NO-BREAK SPACE}", " ") in told


def test_a_question_is_never_html() -> None:
    assert "<b>" not in evaluation.run_report(run(BRIDGE, STAIR))


def test_a_faultless_run_says_so() -> None:
    assert strings.EVALUATION_NONE_WRONG in evaluation.run_report(run(BRIDGE))


@pytest.mark.parametrize(
    ("before", "after", "told", "title"),
    [
        pytest.param(
            run(result("a", right=False)),
            run(result("a", right=True)),
            "1 fråga blev rätt och 0 blev fel",
            strings.EVALUATION_GAINED,
            id="gained",
        ),
        pytest.param(
            run(result("a", right=True)),
            run(result("a", right=False)),
            "0 frågor blev rätt och 1 blev fel",
            strings.EVALUATION_LOST,
            id="lost",
        ),
    ],
)
def test_a_comparison_tells_the_questions_that_changed(
    before: Run, after: Run, told: str, title: str
) -> None:
    drawn = shown(evaluation.comparison(compare(before, after)))

    assert told in drawn
    assert title in drawn
    assert strings.EVALUATION_OTHER_LIBRARY not in drawn


def test_another_library_is_pointed_out() -> None:
    drawn = evaluation.comparison(compare(run(BRIDGE), run(BRIDGE, fingerprint="2")))

    assert strings.EVALUATION_OTHER_LIBRARY in drawn


def test_tables_have_headings_for_columns_and_rows() -> None:
    html = evaluation.run_report(run(BRIDGE))

    assert '<th scope="col">' in html
    assert '<th scope="row">' in html
