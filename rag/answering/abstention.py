"""Decide whether the sentences found answer a question, answer a part of it, or do not.

A logistic model of three signs, trained on questions asked with and without the document that
answers them: the best sentence's score, how near the other passages come to the best one, and how
much of the question's subject one passage has word for word. `eval.confidence` trains it and writes
the file; docs/answers.md has the figures, and what more signs were worth.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from rag.answering.signs import Signs
from rag.results import Status

FILE = Path(__file__).parent / "abstention.json"

# Below: 5 % of the answerable questions of three public sets in the mean, and a third of those
# whose document is withheld; a stricter bar refuses more of both.
FOUND = 0.27
ANSWERED = 0.5
# In a library of a few meetings even the best of nothing scores high; words must tell then.
LEAST_COVERAGE = 0.2
# What leaves half of the subject unspoken of is a part of an answer at most.
WHOLE_COVERAGE = 0.5
# How often what is read out of the parsed minutes was right on `dev`, (right + 1) / (all + 2).
LISTED = 0.91


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """What `FILE` holds."""

    bias: float
    weights: Mapping[str, float]
    """By the names of the signs."""

    def probability(self, signs: Signs) -> float:
        """Return how probable it is that the minutes answer, 0 to 1."""
        weighed = (weight * getattr(signs, name) for name, weight in self.weights.items())
        return 1 / (1 + exp(-self.bias - sum(weighed)))


def confidence(signs: Signs) -> float:
    """Return how probable it is that the minutes answer, 0 to 1."""
    return _model().probability(signs) if signs.coverage >= LEAST_COVERAGE else 0.0


def decide(signs: Signs, missing: Sequence[str] = ()) -> Status:
    """Return the honest outcome.

    Args:
        signs: Of what was found.
        missing: The words of the subject that the sentences do not speak of.
    """
    sure = confidence(signs)
    if sure < FOUND:
        return Status.NOT_FOUND
    if sure < ANSWERED or signs.coverage < WHOLE_COVERAGE or any(map(_is_number, missing)):
        return Status.PARTIAL
    return Status.ANSWERED


def _is_number(word: str) -> bool:
    """Tell whether a word is a year, a paragraph or the like, for which nothing else can stand."""
    return any(character.isdigit() for character in word)


@cache
def _model() -> Model:
    stored = json.loads(FILE.read_text(encoding="utf-8"))
    return Model(bias=stored["bias"], weights=stored["weights"])
