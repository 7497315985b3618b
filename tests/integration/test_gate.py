"""The gate on the sample minutes: what it lets through, and what it stops."""

from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from eval.dataset import load_questions
from eval.gate import check, write_baseline
from eval.record import Run
from eval.runner import run
from ingest.files import SAMPLES
from ingest.pipeline import ingest
from rag.assembling.assembly import build_assistant, open_store
from rag.settings import Settings


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return the settings of a library of the sample minutes; no test may write to it."""
    settings = Settings(library=tmp_path_factory.mktemp("samples") / "library")
    ingest([SAMPLES], open_store(settings), settings=settings)
    return settings


@pytest.fixture(scope="session")
def run_as_shipped(samples: Settings) -> Run:
    return ask_half(samples)


@pytest.fixture
def baseline(run_as_shipped: Run, tmp_path: Path) -> Path:
    path = tmp_path / "baseline.json"
    write_baseline(run_as_shipped, path)
    return path


def ask_half(settings: Settings) -> Run:
    """Ask every second question of the gate's, which is enough to see a leg go."""
    with as_file(files("eval") / "data" / "gate.jsonl") as path:
        asked = load_questions(path)
    kept = {question.id for question in asked.questions[::2]}
    chosen = [q for q in asked.questions if q.id in kept and (q.follows or q.id) in kept]
    questions = replace(asked, questions=tuple(chosen))
    assistant = build_assistant(settings)
    documents = [assistant.document(meeting.document_id) for meeting in assistant.meetings()]
    return run(questions, assistant.ask, documents=documents)


def test_the_product_as_it_is_passes(run_as_shipped: Run, baseline: Path) -> None:
    assert check(run_as_shipped, baseline).passed


def test_a_search_by_stems_alone_is_stopped(samples: Settings, baseline: Path) -> None:
    alone = dict.fromkeys(("ngram_weight", "vector_weight", "token_weight"), 0.0)

    verdict = check(ask_half(samples.model_copy(update=alone)), baseline)

    assert not verdict.passed
    assert {"correct", "hit@1", "ndcg@10"} & {change.measure.name for change in verdict.failed}
