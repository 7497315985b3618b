import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.dataset import QuestionSet
from eval.record import Run, load_run, save_run
from eval.report import json_report
from eval.runner import run
from rag.errors import DatasetError
from rag.minutes import Document


@pytest.fixture(scope="session")
def record(questions: QuestionSet, clerk: Callable[..., Any], fees: Document) -> Run:
    return run(questions, clerk(30), documents=[fees], settings={"device": "cpu", "model": None})


def test_a_run_is_read_back_as_it_was(record: Run, tmp_path: Path) -> None:
    save_run(record, tmp_path / "run.json")

    assert record == load_run(tmp_path / "run.json")


def test_the_json_report_is_a_run_too(record: Run, tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    path.write_text(json_report(record), encoding="utf-8")

    assert record == load_run(path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param("{", "är inte en sparad körning", id="no JSON"),
        pytest.param("{}", "är inte en sparad körning", id="another object"),
    ],
)
def test_what_is_no_run_is_refused(content: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    path.write_text(content)

    with pytest.raises(DatasetError, match=said):
        load_run(path)


def test_a_run_of_a_newer_version_is_refused(record: Run, tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    path.write_text(json.dumps(json.loads(json_report(record)) | {"format": 2}))

    with pytest.raises(DatasetError, match="har format 2, men programmet läser 1"):
        load_run(path)


def test_a_missing_run_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"ingen\.json kan inte läsas"):
        load_run(tmp_path / "ingen.json")
