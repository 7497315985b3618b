"""Train how much a sentence is worth in a summary, on the points of the gold.

python -m eval.summary_ranker --minutes FOLDER [--write]

The worth of a unit a word is the weight of the points that it makes, divided by its words; a ridge
regression on the unit's features predicts it. Only the half of the gold that may be tuned after is
used. Each document is scored by weights that saw nothing of it.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.gold import Half
from eval.markdown import table
from eval.summaries import places
from eval.summary_gold import Expected, Shown, load_expected
from ingest.files import SAMPLES
from ingest.read import read_source
from rag.models.embedding import Embedder, load_embedder
from rag.settings import Settings
from rag.summarising.features import FEATURES, describe
from rag.summarising.meeting import RANKS, Summariser
from rag.summarising.units import topics
from rag.summarising.value import FILE, linear

PENALTY = 1.0
"""Of the squared weights of standardised features; from 0.3 to 3 gives the same coverage."""

LARGEST = 100_000_000
"""Bytes of a file."""

HEADINGS = ("Dokument", "Täckning", "Alla ord lika")

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Described:
    """A meeting's units: their features, (units, features), and what a word of each is worth."""

    features: Array
    worth: Array


def train(meetings: Sequence[Described]) -> tuple[float, Array]:
    """Return the constant and the weights, (features,), that predict the worth a word best."""
    features = np.vstack([one.features for one in meetings])
    worth = np.concatenate([one.worth for one in meetings])
    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-6
    scaled = (features - mean) / spread
    penalty = PENALTY * len(scaled) * np.eye(len(mean))
    weights = np.linalg.solve(scaled.T @ scaled + penalty, scaled.T @ (worth - worth.mean()))
    weights = weights / spread
    return float(worth.mean() - mean @ weights), weights


def described(expected: Expected, embedder: Embedder) -> Described:
    """Return the units that a summary chooses among, and what a word of each is worth."""
    document = expected.document
    found = topics(document)
    units = [unit for topic in found for unit in topic.units]
    spans = [unit.span for unit in units]
    vectors = embedder.embed_passages([span.of(document.text) for span in spans])
    labels = embedder.embed_passages([one.item.label if one.item else "" for one in found])
    shown = [Shown(document.text, [span]) for span in spans]
    gains = [sum(p.weight for p in expected.points if p.is_made(one)) for one in shown]
    words = [max(1, len(span.of(document.text).split())) for span in spans]
    chosen = [unit.part not in RANKS for unit in units]
    return Described(
        features=describe(document, found, vectors, labels)[chosen],
        worth=(np.array(gains, dtype=float) / np.array(words, dtype=float))[chosen],
    )


def cross_validate(
    used: Sequence[Expected], meetings: Sequence[Described], embedder: Embedder
) -> list[tuple[float, float]]:
    """Return each meeting's coverage by weights of the others, and where all words are equal."""
    equal = Summariser(embedder, worth=linear(1.0, np.zeros(len(FEATURES))))
    found = []
    for number, expected in enumerate(used):
        weights = train([*meetings[:number], *meetings[number + 1 :]])
        trained = Summariser(embedder, worth=linear(*weights))
        found.append((_coverage(expected, trained), _coverage(expected, equal)))
    return found


def _coverage(expected: Expected, summarise: Summariser) -> float:
    return expected.coverage(places(summarise(expected.document)))


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, print how well each document was predicted, and write the weights when asked to."""
    parser = argparse.ArgumentParser(prog="python -m eval.summary_ranker")
    parser.add_argument("--minutes", type=Path, required=True, help="those of the gold")
    parser.add_argument("--write", action="store_true", help=f"write {FILE.name}")
    options = parser.parse_args(arguments)
    read = partial(read_source, max_bytes=LARGEST)
    loaded = load_expected([SAMPLES, options.minutes], read=read)
    used = [expected for expected in loaded.meetings if expected.half is Half.TUNE]
    embedder = load_embedder(Settings())
    meetings = [described(expected, embedder) for expected in used]
    found = cross_validate(used, meetings, embedder)
    means = tuple(np.mean(column) for column in zip(*found, strict=True))
    names = [expected.document.source for expected in used]
    rows = zip([*names, "Medel"], [*found, means], strict=True)
    written = [(name, *(f"{share:.3f}" for share in shares)) for name, shares in rows]
    sys.stdout.write(table(HEADINGS, written))
    constant, weights = train(meetings)
    named = {name: round(float(one), 4) for name, one in zip(FEATURES, weights, strict=True)}
    sys.stdout.write(f"\n{json.dumps(named)}\n")
    if options.write:
        stored = {"trained_on": len(meetings), "constant": round(constant, 4), "weights": named}
        FILE.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
