"""Score how probably a sentence answers a question, by weights that were trained on questions.

A linear model of the sentence's features; `eval.sentence_ranker` trains it and writes the file.
"""

import json
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rag.extracting.features import NAMES, Features, values

FILE = Path(__file__).parent / "sentence_ranker.json"


def score(features: Features) -> float:
    """Return the sentence's score; higher is likelier, and differences are log odds."""
    return float(_weights() @ values(features))


@cache
def _weights() -> NDArray[np.float64]:
    stored = json.loads(FILE.read_text(encoding="utf-8"))["weights"]
    return np.array([stored[name] for name in NAMES])
