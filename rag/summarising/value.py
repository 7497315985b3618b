"""Say how much each unit is worth to a reader, by weights that were trained on points by hand.

A linear model of the unit's features; `eval.summary_ranker` trains it and writes the file.
"""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rag.summarising.features import FEATURES

FILE = Path(__file__).parent / "weights.json"

# Whatever is said is worth something: where there is room it is said.
LEAST = 1e-3

Array = NDArray[np.float64]


Worth = Callable[[Array], Array]
"""Return what a word of each unit is worth, (units,), of their features, (units, features)."""


def linear(constant: float, weights: Array) -> Worth:
    """Return the worth that these *weights*, (features,), give."""
    return lambda features: np.maximum(constant + features @ weights, LEAST)


def worth_a_word(features: Array) -> Array:
    """Return what a word of each unit is worth by the trained weights."""
    return _trained()(features)


@cache
def _trained() -> Worth:
    stored = json.loads(FILE.read_text(encoding="utf-8"))
    weights = stored["weights"]
    return linear(stored["constant"], np.array([weights[name] for name in FEATURES]))
