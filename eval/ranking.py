"""Score ranked passages against the required evidence, with ir_measures.

With rel_i 1 when the passage at rank i holds required evidence and else 0, and R the number of
passages in the library that do:

* hit@k: 1 when any rel_1 … rel_k is 1, else 0 (success@k).
* nDCG@10: DCG / ideal DCG, where DCG = Σ_{i ≤ 10} rel_i / log2(i + 1), and the ideal has its
  min(R, 10) relevant passages first (Järvelin & Kekäläinen 2002).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# The names that we use, and those that ir_measures knows them by.
MEASURES: Mapping[str, str] = {
    "hit@1": "Success@1",
    "hit@3": "Success@3",
    "hit@10": "Success@10",
    "ndcg@10": "nDCG@10",
}

# The ideal list needs no more passages than the measures look at.
DEPTH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Which passages of a question's ranked list hold required evidence."""

    relevant: tuple[bool, ...]
    """By rank, best first."""
    in_library: int
    """How many passages of the library do, found or not; at least as many as in the list."""


def score_rankings(rankings: Sequence[Ranking]) -> list[dict[str, float]]:
    """Return every measure for each of *rankings*.

    >>> [scores] = score_rankings([Ranking(relevant=(False, True), in_library=1)])
    >>> scores["hit@1"], scores["hit@3"], round(scores["ndcg@10"], 3)
    (0.0, 1.0, 0.631)
    """
    import ir_measures

    scores: list[dict[str, float]] = [dict.fromkeys(MEASURES, 0.0) for _ in rankings]
    measures = {ir_measures.parse_measure(theirs): ours for ours, theirs in MEASURES.items()}
    run = {str(number): _run(ranking) for number, ranking in enumerate(rankings)}
    qrels = {str(number): _qrels(ranking) for number, ranking in enumerate(rankings)}
    metric: Any
    for metric in ir_measures.iter_calc(list(measures), qrels, run):
        scores[int(metric.query_id)][measures[metric.measure]] = float(metric.value)
    return scores


def _run(ranking: Ranking) -> dict[str, float]:
    return {f"hit{rank}": -float(rank) for rank in range(len(ranking.relevant))}


def _qrels(ranking: Ranking) -> dict[str, int]:
    found = {f"hit{rank}": int(relevant) for rank, relevant in enumerate(ranking.relevant)}
    unfound = min(ranking.in_library - sum(ranking.relevant), DEPTH)
    return found | {f"unfound{number}": 1 for number in range(unfound)}
