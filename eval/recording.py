"""Turn a judged answer, or the lack of one, into the record of a question."""

from eval.answers import FAILED, SCORES, Judged
from eval.dataset import Question
from eval.record import CitationRecord, HitRecord, Result, StatementRecord
from rag.results import Citation, Hit, Statement


def record_answer(judged: Judged, *, latency_ms: float) -> Result:
    """Return what the answer says, with its scores."""
    answer = judged.answer
    cited = zip(answer.citations, judged.relevant_citations, strict=True)
    # Only so many of the hits are judged; the rest are not kept.
    hits = zip(answer.hits, judged.relevant_hits, strict=False)
    return Result(
        question=judged.question,
        status=answer.status,
        text=answer.text,
        statements=tuple(_statement(statement) for statement in answer.statements),
        citations=tuple(_citation(citation, relevant) for citation, relevant in cited),
        hits=tuple(_hit(hit, relevant) for hit, relevant in hits),
        found=judged.cited.found,
        missed=judged.cited.missed,
        scores=_scores(judged),
        confidence=answer.confidence,
        latency_ms=latency_ms,
    )


def record_failure(question: Question, *, latency_ms: float, error: str) -> Result:
    """Return the record of a *question* whose answering failed."""
    return Result(
        question=question,
        status=None,
        text="",
        missed=question.evidence,
        scores=dict(FAILED[question.expect]),
        latency_ms=latency_ms,
        error=error,
    )


def _scores(judged: Judged) -> dict[str, float]:
    scores = {name: score(judged) for name, score in SCORES.items()}
    return {name: score for name, score in scores.items() if score is not None}


def _statement(statement: Statement) -> StatementRecord:
    return StatementRecord(
        text=statement.text, support=statement.support, citations=statement.citations
    )


def _citation(citation: Citation, relevant: bool) -> CitationRecord:  # noqa: FBT001
    return CitationRecord(
        n=citation.n,
        source=citation.source,
        meeting=citation.meeting,
        item=citation.item,
        page=citation.page,
        start=citation.start,
        end=citation.end,
        quote=citation.quote,
        relevant=relevant,
    )


def _hit(hit: Hit, relevant: bool) -> HitRecord:  # noqa: FBT001
    return HitRecord(
        source=hit.passage.source,
        start=hit.passage.span.start,
        end=hit.passage.span.end,
        score=hit.score,
        text=hit.passage.text,
        relevant=relevant,
    )
