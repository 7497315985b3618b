"""Score how high the text that answers a question ranks, whoever ranked it.

The measures are those of `eval.ranking`, with one relevant text for each question. A text ranks
where the best of its pieces does, so that systems that cut texts differently compare.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from eval.figures import Figures
from eval.ranking import DEPTH, MEASURES, Ranking, score_rankings
from eval.significance import Interval, interval, mean

PIECES = 50
"""How many pieces a system is asked for, so that ten texts are among them."""


def score_texts(found: Iterable[Sequence[str]], wanted: Sequence[str]) -> Figures:
    """Return the figures of each question's ranked pieces, by their texts, and the *wanted* text.

    >>> figures = score_texts([["b", "b", "a"]], wanted=["a"])
    >>> figures["hit@1"].value, figures["hit@3"].value, round(figures["ndcg@10"].value, 3)
    (0.0, 1.0, 0.631)
    """
    ranked = (list(dict.fromkeys(texts))[:DEPTH] for texts in found)
    scores = score_rankings(
        [
            Ranking(relevant=tuple(text == right for text in texts), in_library=1)
            for texts, right in zip(ranked, wanted, strict=True)
        ]
    )
    return {name: average([of_one[name] for of_one in scores]) for name in MEASURES}


def average(values: Sequence[float]) -> Interval:
    """Return the mean of *values*, with its interval."""
    return interval(mean(np.array(values, dtype=np.float64)), len(values))
