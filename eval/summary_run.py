"""Summarise the meetings of the gold, and let simpler means choose of the same meetings."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from eval.baselines import RANKINGS, extract, fitting, oracle
from eval.summaries import Score, score
from eval.summary_gold import Expected
from rag.minutes import Document
from rag.summaries import Summary

ORACLE = "Bästa möjliga"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How one meeting's summary did, and the coverage of what others chose."""

    expected: Expected
    score: Score
    at_length: Mapping[str, float]
    """With as many words as the summary shows."""
    at_quoted: Mapping[str, float]
    """With as many words as the summary quotes: headings and names give others nothing."""


def measure(
    meetings: Iterable[Expected], summarise: Callable[[Document], Summary]
) -> Iterator[Measured]:
    """Yield what was measured of each meeting."""
    for expected in meetings:
        own = score(expected, summarise(expected.document))
        at_length, at_quoted = _others(expected, own.words, own.quoted_words)
        yield Measured(expected=expected, score=own, at_length=at_length, at_quoted=at_quoted)


def _others(expected: Expected, longer: int, shorter: int) -> list[dict[str, float]]:
    """Return the coverage of each baseline and of the oracle, in two lengths."""
    document = expected.document
    found: list[dict[str, float]] = [{}, {}]
    for name, rankings in RANKINGS.items():
        extracts = [extract(document, rank, most=longer) for rank in rankings]
        for shares, most in zip(found, (longer, shorter), strict=True):
            covered = [expected.coverage(fitting(one, document, most=most)) for one in extracts]
            shares[name] = sum(covered) / len(covered)
    for shares, most in zip(found, (longer, shorter), strict=True):
        shares[ORACLE] = expected.coverage(oracle(expected, most=most))
    return found
