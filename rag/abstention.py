"""Decide whether the sentences found answer a question, answer a part of it, or do not."""

from rag.extract import Extract
from rag.results import Status

# Share of the subject's words, by rarity, and cosine of the best sentence.
ANSWERED_COVERAGE = 0.6
FOUND_COVERAGE = 0.4


def decide(extract: Extract) -> Status:
    """Return the honest outcome for what was extracted."""
    if not extract.chosen or extract.passage_coverage < FOUND_COVERAGE:
        return Status.NOT_FOUND
    if extract.passage_coverage < ANSWERED_COVERAGE:
        return Status.PARTIAL
    return Status.ANSWERED
