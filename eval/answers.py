"""Score one answer against what its question requires.

Every score is a share from 0 to 1, or `None` where it means nothing; a figure is its mean over the
questions where it is a number. A citation *holds evidence* when its quote contains all strings of a
required group (white space aside), in a document that the question names, if it names any.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from eval.dataset import Expect, Question
from eval.evidence import Coverage, Place, cover, is_relevant, places_of, unnamed
from rag.results import Answer, Status, Support

DEPTH = 10
"""How many of the best passages are judged."""

RIGHT_STATUSES: Mapping[Expect, frozenset[Status]] = {
    Expect.ANSWERABLE: frozenset({Status.ANSWERED, Status.PARTIAL}),
    Expect.ABSENT: frozenset({Status.NOT_FOUND}),
    Expect.NEAR_MISS: frozenset({Status.PARTIAL, Status.NOT_FOUND}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A question, its answer, and where the required evidence turned up."""

    question: Question
    answer: Answer
    cited: Coverage
    """By the citations."""
    hit: Coverage
    """By the ten best passages."""
    relevant_citations: tuple[bool, ...]
    relevant_hits: tuple[bool, ...]
    verbatim_citations: tuple[bool, ...]
    """Whether each quote is exactly the cited characters; empty when the texts are not at hand."""


Score = Callable[[Judged], float | None]


def judge(question: Question, answer: Answer, texts: Mapping[str, str]) -> Judged:
    """Look for the evidence of *question* in *answer*; *texts* are the documents' by id."""
    cited = places_of((citation.source, citation.quote) for citation in answer.citations)
    hits = places_of((hit.passage.source, hit.passage.text) for hit in answer.hits[:DEPTH])
    return Judged(
        question=question,
        answer=answer,
        cited=cover(cited, question.ways, question.documents),
        hit=cover(hits, question.ways, question.documents),
        relevant_citations=_relevant(cited, question),
        relevant_hits=_relevant(hits, question),
        verbatim_citations=tuple(
            texts.get(citation.document_id, "")[citation.start : citation.end] == citation.quote
            for citation in answer.citations
            if texts
        ),
    )


def right(judged: Judged) -> float:
    """Tell whether the outcome is right: 1 or 0.

    Answerable: `correct`. Absent: not found. Near miss: partial or not found. Nothing forbidden in
    the text. The whole-product figure; over answerable and absent questions it is the accuracy of
    Rajpurkar et al. (2018, SQuAD 2.0), with evidence for exact match.
    """
    return float(_outcome_fits(judged) and _is_complete(judged))


def correct(judged: Judged) -> float | None:
    """Tell whether an answerable question got all required groups cited: 1 or 0.

    1 when the status is answered or partial, the citations cover every group of the evidence or of
    one alternative, every named document is cited, and nothing forbidden is in the text.
    """
    return right(judged) if judged.question.expect is Expect.ANSWERABLE else None


def citation_recall(judged: Judged) -> float | None:
    """Return groups covered by citations / groups required, of the way best covered.

    The recall of Gao et al. (2023, ALCE), with given evidence in the place of an entailment model.
    """
    return judged.cited.share if judged.question.expect is Expect.ANSWERABLE else None


def citation_precision(judged: Judged) -> float | None:
    """Return citations that hold evidence / citations, of an answer that cites at all.

    The precision of Gao et al. (2023, ALCE), with given evidence in the place of entailment.
    """
    if judged.question.expect is not Expect.ANSWERABLE:
        return None
    return _share(judged.relevant_citations)


def groups_at_10(judged: Judged) -> float | None:
    """Return groups held by the ten best passages / groups required, of the way best covered."""
    return judged.hit.share if judged.question.expect is Expect.ANSWERABLE else None


def statement_support(judged: Judged) -> float | None:
    """Return statements carried by their citations / statements.

    A statement counts when grounding found it supported and it cites a citation that exists:
    the "attributable to identified sources" of Rashkin et al. (2023).
    """
    numbers = {citation.n for citation in judged.answer.citations}
    return _share(
        [
            statement.support is Support.SUPPORTED and not numbers.isdisjoint(statement.citations)
            for statement in judged.answer.statements
        ]
    )


def verbatim(judged: Judged) -> float | None:
    """Return citations whose quote is exactly the cited characters / citations."""
    return _share(judged.verbatim_citations)


def false_refusal(judged: Judged) -> float | None:
    """Tell whether an answerable question was refused, by not found: 1 or 0."""
    if judged.question.expect is not Expect.ANSWERABLE:
        return None
    return float(judged.answer.status is Status.NOT_FOUND)


def right_refusal(judged: Judged) -> float | None:
    """Tell whether a question without an answer was refused, by not found: 1 or 0."""
    return right(judged) if judged.question.expect is Expect.ABSENT else None


def right_near_miss(judged: Judged) -> float | None:
    """Tell whether a near miss was answered partly or refused, not fully answered: 1 or 0."""
    return right(judged) if judged.question.expect is Expect.NEAR_MISS else None


def right_partial(judged: Judged) -> float | None:
    """Tell whether a near miss got the best outcome, a partial answer: 1 or 0."""
    if judged.question.expect is not Expect.NEAR_MISS:
        return None
    return right(judged) * (judged.answer.status is Status.PARTIAL)


SCORES: Mapping[str, Score] = {
    "right": right,
    "correct": correct,
    "citation_recall": citation_recall,
    "citation_precision": citation_precision,
    "groups@10": groups_at_10,
    "support": statement_support,
    "verbatim": verbatim,
    "false_refusal": false_refusal,
    "right_refusal": right_refusal,
    "right_near_miss": right_near_miss,
    "right_partial": right_partial,
}

# What a question whose answering failed scores: it is wrong, and it is no refusal.
FAILED: Mapping[Expect, Mapping[str, float]] = {
    Expect.ANSWERABLE: {"right": 0.0, "correct": 0.0, "citation_recall": 0.0, "groups@10": 0.0},
    Expect.ABSENT: {"right": 0.0, "right_refusal": 0.0},
    Expect.NEAR_MISS: {"right": 0.0, "right_near_miss": 0.0, "right_partial": 0.0},
}


def _outcome_fits(judged: Judged) -> bool:
    said = judged.answer.text
    return judged.answer.status in RIGHT_STATUSES[judged.question.expect] and not any(
        forbidden in said for forbidden in judged.question.forbidden
    )


def _is_complete(judged: Judged) -> bool:
    if judged.question.expect is not Expect.ANSWERABLE:
        return True
    sources = [citation.source for citation in judged.answer.citations]
    return not judged.cited.missed and not unnamed(sources, judged.question.documents)


def _relevant(places: Sequence[Place], question: Question) -> tuple[bool, ...]:
    return tuple(is_relevant(place, question.ways, question.documents) for place in places)


def _share(values: Sequence[bool]) -> float | None:
    return sum(values) / len(values) if values else None
