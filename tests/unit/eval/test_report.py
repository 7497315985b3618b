import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.dataset import QuestionSet
from eval.record import Run
from eval.report import html_report, write_report
from eval.runner import run
from rag.errors import DatasetError
from rag.minutes import Document
from rag.results import Answer, Filters

Make = Callable[..., Any]

HOSTILE = "<script>alert('x')</script><img src=https://utomstans.example/x>"


@pytest.fixture(scope="session")
def record(questions: QuestionSet, clerk: Make, fees: Document) -> Run:
    good = clerk(30)

    def ask(question: str, *, filters: Filters) -> Answer:
        if question.endswith(" 3?"):
            raise ValueError(HOSTILE)
        answer: Answer = good(question, filters=filters)
        return answer

    return run(questions, ask, documents=[fees], settings={"device": HOSTILE})


@pytest.fixture(scope="session")
def page(record: Run) -> str:
    return html_report(record)


def test_every_question_is_on_the_page(page: str) -> None:
    assert page.count('<details class="question"') == 50


@pytest.mark.parametrize(
    "said",
    [
        pytest.param('<html lang="sv">', id="the language"),
        pytest.param("78,0\N{NO-BREAK SPACE}%", id="the headline"),
        pytest.param("svar utan allt underlag", id="why an answer is wrong"),
        pytest.param('<li class="no"><span class="quote">330 kronor', id="evidence missed"),
        pytest.param('<li class="yes"><span class="quote">300 kronor', id="evidence found"),
        pytest.param("fel i körningen", id="a failure"),
        pytest.param('aria-label="Rätt avstådda mot onödigt avstådda"', id="the refusal curve"),
    ],
)
def test_the_page_says(said: str, page: str) -> None:
    assert said in page


def test_what_documents_and_errors_say_is_never_markup(page: str) -> None:
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "&lt;script&gt;alert" in page


def test_the_page_asks_for_nothing_from_outside(page: str) -> None:
    tags = re.findall(r"<[a-z][^>]*\s(?:src|href|action|srcset)=\"([^\"]*)", page)

    assert tags == ["data:,"]
    assert "url(" not in page
    assert "@import" not in page
    assert "default-src 'none'" in page


@pytest.mark.parametrize("suffix", [".html", ".md", ".json"])
def test_a_report_is_written_in_the_format_of_its_suffix(
    suffix: str, record: Run, tmp_path: Path
) -> None:
    path = tmp_path / f"rapport{suffix}"
    write_report(record, path)

    text = path.read_text(encoding="utf-8")
    assert text.startswith(
        {".html": "<!doctype html>", ".md": "# Utvärdering", ".json": "{"}[suffix]
    )


def test_the_json_has_the_figures_first(record: Run, tmp_path: Path) -> None:
    path = tmp_path / "rapport.json"
    write_report(record, path)
    written = json.loads(path.read_text())

    assert list(written)[:2] == ["figures", "by_category"]
    assert written["figures"]["right"]["value"] == pytest.approx(39 / 50)


def test_an_unknown_suffix_names_those_that_are_known(record: Run, tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"välj en av \.html, \.md, \.json"):
        write_report(record, tmp_path / "rapport.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_run_of_failures_alone_still_has_a_page(questions: QuestionSet, fees: Document) -> None:
    def ask(question: str, *, filters: Filters) -> Answer:
        raise ValueError("trasigt")

    assert "0,0\N{NO-BREAK SPACE}%" in html_report(run(questions, ask, documents=[fees]))
