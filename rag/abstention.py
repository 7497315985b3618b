"""Decide whether the sentences found answer a question, answer a part of it, or do not.

Two things tell most. One is whether the legs of the search agree: the passage that all of them
together rank first is also the n-grams' best when the answer is there, and often is not when it
is missing. The other is how much of the question's subject that passage speaks of. The weights are
those of a logistic regression on the public sets SweQUAD-MC and SQuAD-sv, each question once as it
is and once with its answering document withheld, and on the project's own `dev` questions;
docs/answers.md has the figures.
"""

from math import exp

from rag.extract import Extract
from rag.results import Status

BIAS = -13.65
AGREEMENT = 13.12
COVERAGE = 2.31

# Below: 1 and 5 % of the answerable questions of the two public sets, 63 and 73 % of the withheld.
FOUND = 0.45
ANSWERED = 0.6
# In a library of a few meetings even the best of nothing scores high; words must tell then.
LEAST_COVERAGE = 0.2


def confidence(extract: Extract) -> float:
    """Return how probable it is that the minutes answer, 0 to 1."""
    if not extract.chosen or extract.coverage < LEAST_COVERAGE:
        return 0.0
    logit = BIAS + AGREEMENT * extract.agreement + COVERAGE * extract.coverage
    return 1 / (1 + exp(-logit))


def decide(extract: Extract) -> Status:
    """Return the honest outcome for what was extracted."""
    sure = confidence(extract)
    if sure < FOUND:
        return Status.NOT_FOUND
    if sure < ANSWERED or any(map(_is_number, extract.missing)):
        return Status.PARTIAL
    return Status.ANSWERED


def _is_number(word: str) -> bool:
    """Tell whether a word is a year, a paragraph or the like, for which nothing else can stand."""
    return any(character.isdigit() for character in word)
