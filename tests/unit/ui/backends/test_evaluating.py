"""Runs of question files, kept in the library's folder."""

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from eval.saving import FILE_NAME
from rag.assistant import Assistant
from rag.errors import DatasetError
from rag.settings import Settings
from ui import strings
from ui.backends.evaluating import RUNS, UPLOADED, Evaluations, Job, QuestionFile

GOOD = '{"id": "a", "question": "Finns här en månbas?", "category": "absent", "expect": "absent"}\n'
LACKING = (
    '{"id": "b", "question": "Vad?", "category": "fact", "expect": "answerable",'
    ' "evidence": [["ord som inget protokoll har"]]}\n'
)
PATIENCE_S = 20


@pytest.fixture
def kept(tmp_path: Path, assistant: Assistant) -> Evaluations:
    """Return the runs of an empty folder, with an assistant that reads the shared library."""
    return Evaluations(Settings(library=tmp_path), assistant)


def ended(kept: Evaluations) -> Job:
    """Wait for the run under way."""
    until = time.monotonic() + PATIENCE_S
    while kept.job is None or not kept.job.is_over:
        assert time.monotonic() < until
        time.sleep(0.01)
    return kept.job


def uploaded(kept: Evaluations, content: str) -> QuestionFile:
    return QuestionFile(path=kept.keep_file("egna.jsonl", content.encode()), label="egna.jsonl")


def labels(kept: Evaluations) -> Sequence[str]:
    return [file.label for file in kept.files()]


def test_uploaded_and_saved_files_can_be_run(kept: Evaluations, tmp_path: Path) -> None:
    kept.keep_file("../egna.jsonl", GOOD.encode())
    (tmp_path / FILE_NAME).write_text(GOOD, encoding="utf-8")

    assert [strings.EVALUATION_SAVED, "egna.jsonl"] == labels(kept)
    assert ["egna.jsonl"] == [path.name for path in (tmp_path / UPLOADED).iterdir()]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"MZ\x90\x00\xff", id="an executable"),
        pytest.param(b"{}\n", id="no question"),
    ],
)
def test_a_malformed_file_is_refused_and_not_kept(
    kept: Evaluations, tmp_path: Path, content: bytes
) -> None:
    with pytest.raises(DatasetError, match=r"egna\.jsonl") as refused:
        kept.keep_file("egna.jsonl", content)

    assert str(tmp_path) not in str(refused.value)
    assert [] == list((tmp_path / UPLOADED).iterdir())


def test_a_run_is_kept_and_compared(kept: Evaluations, tmp_path: Path) -> None:
    file = uploaded(kept, GOOD)
    before = datetime.now(UTC)
    for _ in range(2):
        kept.start(file, check=True)
        assert ended(kept).failure == ""

    first, second = kept.runs()

    assert first.file == "egna"
    assert first.created >= before
    assert [] == list(kept.comparison(first.path, second.path).lost)
    assert "<html" in kept.page(first.path)
    kept.remove(first.path)
    assert [second] == kept.runs()


def test_what_the_library_lacks_is_told_and_may_be_passed_over(kept: Evaluations) -> None:
    file = uploaded(kept, LACKING)

    kept.start(file, check=True)
    sentence, _, particulars = ended(kept).failure.partition("\n")
    assert "finns inte i biblioteket" in sentence
    assert "ord som inget protokoll har" in particulars
    assert [] == kept.runs()

    kept.start(file, check=False)
    assert ended(kept).failure == ""
    assert len(kept.runs()) == 1


def test_a_run_can_be_stopped(kept: Evaluations) -> None:
    line = GOOD.strip()
    many = "\n".join(line.replace('"a"', f'"{number}"') for number in range(300))
    kept.start(uploaded(kept, many), check=True)
    assert kept.job is not None
    kept.job.stop.set()

    assert strings.EVALUATION_STOPPED == ended(kept).failure
    assert [] == kept.runs()


def test_a_file_of_the_users_own_is_no_run(kept: Evaluations, tmp_path: Path) -> None:
    (tmp_path / RUNS).mkdir()
    (tmp_path / RUNS / "minZ-fil.json").write_text("{}", encoding="utf-8")

    assert [] == kept.runs()
