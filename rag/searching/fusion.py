"""Merge what several legs of the search say of the same chunks into one score."""

from collections.abc import Mapping

from rag.minutes import ChunkKey

Scores = Mapping[ChunkKey, float]


def share_of_best(scores: Scores) -> dict[ChunkKey, float]:
    """Return the scores as shares of the best, so that legs of other scales compare.

    >>> share_of_best({1: 4.0, 2: 1.0})
    {1: 1.0, 2: 0.25}
    """
    best = max(scores.values(), default=0.0) or 1.0
    return {key: score / best for key, score in scores.items()}


def fuse(legs: Mapping[str, Scores], weights: Mapping[str, float]) -> dict[ChunkKey, float]:
    """Return the weighted mean of the legs' scores; a chunk that a leg lacks scores 0 there.

    >>> fuse({"a": {1: 1.0, 2: 0.5}, "b": {2: 1.0}}, {"a": 1.0, "b": 3.0})
    {1: 0.25, 2: 0.875}
    """
    total = sum(weights.get(leg, 0.0) for leg in legs) or 1.0
    fused: dict[ChunkKey, float] = {}
    for leg, scores in legs.items():
        weight = weights.get(leg, 0.0) / total
        for key, score in scores.items():
            fused[key] = fused.get(key, 0.0) + weight * score
    return fused
