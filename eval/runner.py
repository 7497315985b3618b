"""Put every question of a file to an assistant, and record what came back."""

import hashlib
import platform
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib import metadata
from typing import Protocol

from eval.answers import judge
from eval.checking import require_evidence
from eval.dataset import Expect, Question, QuestionSet
from eval.evidence import Place, is_relevant, squeeze
from eval.ranking import Ranking, score_rankings
from eval.record import LibraryRecord, Result, Run, Setting
from eval.recording import record_answer, record_failure
from rag.minutes import Document
from rag.results import Answer, Filters

Progress = Callable[[int, int], None]
"""Told how many questions are done, and of how many."""

# What a figure may depend on; those that are not installed are left out.
DISTRIBUTIONS = (
    "motesminne", "chromadb", "ir-measures", "numpy", "PyStemmer", "sentence-transformers",
    "tantivy", "tokenizers",
)  # fmt: skip


class Ask(Protocol):
    """What is measured, such as `rag.assistant.Assistant.ask`."""

    def __call__(self, question: str, *, filters: Filters) -> Answer:
        """Answer *question* from what *filters* admit."""


class FollowUp(Protocol):
    """The same in a conversation."""

    def __call__(self, question: str, *, filters: Filters, earlier: Sequence[Answer]) -> Answer:
        """Answer *question* after the *earlier* answers, oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What came of asking: an answer, or why there is none."""

    answer: Answer | None
    latency_ms: float
    error: str = ""


def run(
    questions: QuestionSet,
    ask: Ask,
    *,
    documents: Sequence[Document],
    settings: Mapping[str, Setting] | None = None,
    follow_up: FollowUp | None = None,
    check: bool = True,
    progress: Progress = lambda done, total: None,
) -> Run:
    """Ask all *questions*; one that fails is recorded as failed, and the rest go on.

    Args:
        questions: From `eval.dataset.load_questions`.
        ask: What is measured, such as `rag.assistant.Assistant.ask`.
        documents: The whole library, for checking evidence and for knowing what could be found.
        settings: What to record of how the assistant was set.
        follow_up: Asks a question that follows others; without it, `ask` gets it alone.
        check: Stop with a `DatasetError` when evidence is not in *documents*.
        progress: Told after each question.
    """
    if check:
        require_evidence(questions, documents)
    total = len(questions.questions)
    asked: dict[str, _Asked] = {}
    for done, question in enumerate(questions.questions, start=1):
        asked[question.id] = _ask(
            question, ask, follow_up, _conversation(question, questions, asked)
        )
        progress(done, total)
    texts = {str(document.id): document.text for document in documents}
    results = [_result(question, asked[question.id], texts) for question in questions.questions]
    return Run(
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        file=questions.name,
        sha256=questions.sha256,
        settings=dict(settings or {}),
        versions=_versions(),
        library=_library(documents),
        results=tuple(_with_ranking(results, documents)),
    )


def _conversation(
    question: Question, questions: QuestionSet, asked: Mapping[str, _Asked]
) -> list[Answer]:
    """Return the answers that *question* follows, oldest first; failed ones left out."""
    by_id = {earlier.id: earlier for earlier in questions.questions} if question.follows else {}
    answers: list[Answer] = []
    before = question.follows
    while before is not None:
        answer = asked[before].answer
        answers[:0] = [answer] if answer else []
        before = by_id[before].follows
    return answers


def _ask(
    question: Question, ask: Ask, follow_up: FollowUp | None, conversation: Sequence[Answer]
) -> _Asked:
    started = time.perf_counter()
    try:
        if conversation and follow_up:
            answer = follow_up(question.question, filters=question.filters, earlier=conversation)
        else:
            answer = ask(question.question, filters=question.filters)
    # Whatever is measured may fail in any way, and the failure is the measurement.
    except Exception as error:  # noqa: BLE001
        reason = f"{type(error).__name__}: {error}"
        return _Asked(answer=None, latency_ms=_since(started), error=reason)
    return _Asked(answer=answer, latency_ms=_since(started))


def _since(started: float) -> float:
    return round((time.perf_counter() - started) * 1_000, 3)


def _result(question: Question, asked: _Asked, texts: Mapping[str, str]) -> Result:
    if asked.answer is None:
        return record_failure(question, latency_ms=asked.latency_ms, error=asked.error)
    return record_answer(
        judge(question, asked.answer, texts),
        latency_ms=asked.latency_ms,
    )


def _with_ranking(results: Sequence[Result], documents: Sequence[Document]) -> Iterable[Result]:
    """Yield *results* with the scores of their ranked passages; only answerable ones have any."""
    chunks = _chunk_places(documents)
    ranked = [result for result in results if result.question.expect is Expect.ANSWERABLE]
    scores = score_rankings([_ranking(result, chunks) for result in ranked])
    scored = dict(zip((result.question.id for result in ranked), scores, strict=True))
    for result in results:
        yield replace(result, scores={**result.scores, **scored.get(result.question.id, {})})


def _chunk_places(documents: Iterable[Document]) -> list[tuple[Place, list[Place]]]:
    """Return each document as a place, with the places of its chunks."""
    return [
        (
            Place(document.source, squeeze(document.text)),
            [Place(document.source, squeeze(c.span.of(document.text))) for c in document.chunks],
        )
        for document in documents
    ]


def _ranking(result: Result, chunks: Sequence[tuple[Place, list[Place]]]) -> Ranking:
    ways, named = result.question.ways, result.question.documents
    relevant = tuple(hit.relevant for hit in result.hits)
    # A document that lacks the evidence has no chunk that holds it: most are passed over whole.
    in_library = sum(
        is_relevant(place, ways, named)
        for document, places in chunks
        if is_relevant(document, ways, named)
        for place in places
    )
    return Ranking(relevant=relevant, in_library=max(in_library, sum(relevant)))


def _library(documents: Sequence[Document]) -> LibraryRecord:
    ids = sorted(str(document.id) for document in documents)
    return LibraryRecord(
        documents=len(documents),
        chunks=sum(len(document.chunks) for document in documents),
        fingerprint=hashlib.sha256("\n".join(ids).encode()).hexdigest(),
    )


def _versions() -> dict[str, str]:
    versions = {"python": platform.python_version()}
    for name in DISTRIBUTIONS:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return versions
