"""Merge what words and vectors say of the same chunks into one score."""

from collections.abc import Mapping

from rag.minutes import ChunkKey

Scores = Mapping[ChunkKey, float]

# Measured on three Swedish question sets (docs/retrieval.md): n-grams beat stems, the two together
# beat either, and cosines of static vectors add a little; reciprocal rank fusion was worse.
STEM_SHARE = 0.3
LEXICAL_SHARE = 0.7


def lexical_scores(stems: Scores, ngrams: Scores) -> dict[ChunkKey, float]:
    """Return 0.3 stems + 0.7 n-grams, each divided by its maximum.

    >>> lexical_scores({1: 4.0, 2: 2.0}, {2: 10.0})
    {1: 0.3, 2: 0.85}
    """
    return _weighted((stems, STEM_SHARE), (ngrams, 1 - STEM_SHARE))


def fuse(lexical: Scores, cosines: Scores) -> dict[ChunkKey, float]:
    """Return 0.7 lexical + 0.3 cosine; a negative cosine counts as none."""
    top = max(lexical.values(), default=0.0) or 1.0
    return {
        key: LEXICAL_SHARE * lexical.get(key, 0.0) / top
        + (1 - LEXICAL_SHARE) * max(0.0, cosines.get(key, 0.0))
        for key in (*lexical, *(key for key in cosines if key not in lexical))
    }


def _weighted(*legs: tuple[Scores, float]) -> dict[ChunkKey, float]:
    fused: dict[ChunkKey, float] = {}
    for scores, weight in legs:
        top = max(scores.values(), default=0.0) or 1.0
        for key, score in scores.items():
            fused[key] = fused.get(key, 0.0) + weight * score / top
    return fused
