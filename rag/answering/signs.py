"""Describe what a search found by what tells whether the minutes answer the question."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rag.extracting.candidates import Candidate
from rag.extracting.ranking import score
from rag.minutes import ChunkKind
from rag.results import Hit
from rag.swedish.matching import Subject
from rag.swedish.words import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What tells; nothing was found when all are 0. `abstention.json` weighs all but `coverage`."""

    sentence: float = 0.0
    """The best sentence's score by the ranker."""
    rivals: float = 0.0
    """How near the other passages come to the best, by n-grams, 0 to 1 in the mean.

    What answers a question mostly stands out; when nothing does, many passages are as like it.
    """
    exact: float = 0.0
    """The share of the subject, by rarity, that one passage has in just those words, inflected."""
    coverage: float = 0.0
    """The share that one passage speaks of at all, in compounds and misspelt too."""


def read_signs(hits: Sequence[Hit], found: Sequence[Candidate], *, subject: Subject) -> Signs:
    """Return the signs of what was found.

    Args:
        hits: What the search found, best first.
        found: The sentences of the hits.
        subject: The question's, its words weighted by rarity.
    """
    if not found:
        return Signs()
    said = [
        subject.presence(words(hit.passage.indexed))
        for hit in hits
        if hit.passage.kind is not ChunkKind.ATTENDANCE  # who attended tells nothing of the subject
    ]
    exact = (tuple(float(sure == 1) for sure in presence) for presence in said)
    return Signs(
        sentence=max(score(candidate.features) for candidate in found),
        rivals=float(np.mean([_by_ngrams(hit) for hit in hits[1:]] or [0.0])),
        exact=max(map(subject.coverage, exact)),
        coverage=max(map(subject.coverage, said)),
    )


def _by_ngrams(hit: Hit) -> float:
    return hit.signals.get("ngrams", hit.score)
