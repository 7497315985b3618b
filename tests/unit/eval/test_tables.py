from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.compare import compare
from eval.dataset import QuestionSet
from eval.gate import check, write_baseline
from eval.record import Run
from eval.runner import run
from eval.tables import comparison_markdown, run_markdown, verdict_markdown
from rag.minutes import Document

Make = Callable[..., Any]


@pytest.fixture(scope="session")
def runs(questions: QuestionSet, clerk: Make, fees: Document) -> Callable[[int], Run]:
    return lambda known: run(questions, clerk(known), documents=[fees])


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\\", "")


def test_a_run_has_its_figures_and_what_went_wrong(runs: Callable[[int], Run]) -> None:
    text = plain(run_markdown(runs(38)))

    assert "| Rätta svar | 95,0 % | 87,5–100,0 % | 40 |" in text
    assert "| Framgår inte | 10 | 100,0 % | – | – |" in text
    assert "## Fel utfall (2)" in text
    assert "| q39 | Hur hög är avgift 39? | svar utan allt underlag | 339 kronor |" in text


def test_a_comparison_names_the_questions_that_changed(runs: Callable[[int], Run]) -> None:
    text = plain(comparison_markdown(compare(runs(20), runs(39))))

    assert "| Rätta svar | 50,0 % | 97,5 % | +47,5 p.e. |" in text
    assert "## Blev rätt (19)" in text
    assert "## Blev fel (0)\n\nInga." in text


@pytest.mark.parametrize(
    ("known", "said"),
    [
        pytest.param(36, "Godkänt.\n", id="passed"),
        pytest.param(20, "Underkänt: sämre än bruset tillåter i Rätt utfall, ", id="failed"),
    ],
)  # fmt: skip
def test_a_verdict_says_first_whether_it_passed(
    known: int, said: str, runs: Callable[[int], Run], tmp_path: Path
) -> None:
    write_baseline(runs(36), tmp_path / "baseline.json")

    assert verdict_markdown(check(runs(known), tmp_path / "baseline.json")).startswith(said)


def test_marks_in_a_question_are_words(
    make_question: Make, make_answer: Make, fees: Document
) -> None:
    asked = make_question(question="Vad | <b>kostar</b>\n*det*?", evidence=(("guld",),))
    questions = QuestionSet(name="f.jsonl", sha256="", questions=(asked,))

    text = run_markdown(
        run(questions, lambda question, *, filters: make_answer(fees), documents=[], check=False)
    )
    assert r"| Vad \| \<b\>kostar\</b\> \*det\*? |" in text
