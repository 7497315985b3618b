"""Train the weights by which sentences are chosen, and tell how well they do on questions held out.

python -m eval.sentence_ranker swequad=FILE squad=FILE [--limit 500] [--write]

Each set is made a library, and each question's sentences are described as at run time. The model is
a softmax over the sentences of a question, of which those that hold the answer should win. Every
fold is scored by weights that saw nothing of it.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.dataset import Question, load_questions
from eval.evidence import is_relevant, places_of
from eval.markdown import table
from eval.public import load_public
from eval.temporary import make_document, temporary_library
from rag.assembling.assembly import build_assistant
from rag.assistant import Assistant
from rag.extracting.features import NAMES, values
from rag.extracting.ranking import FILE
from rag.settings import Settings

FOLDS = 5
PENALTY = 3e-3
STEPS = 400
FIRST = 3

HEADINGS = ("Frågor", "Antal", "Första", "En av tre", "Delarna")

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question's sentences: their features, (sentences, features), and which hold the answer."""

    features: Array
    right: NDArray[np.bool_]


def train(asked: Sequence[Asked]) -> Array:
    """Return the weights, (features,), that make the sentences with answers likeliest.

    By gradient descent with momentum on standardised features, with an L2 penalty.
    """
    useful = [one for one in asked if one.right.any() and not one.right.all()]
    stacked = np.vstack([one.features for one in useful])
    spread = stacked.std(axis=0) + 1e-6
    scaled = [one.features / spread for one in useful]
    weights, moved = np.zeros(len(spread)), np.zeros(len(spread))
    for _ in range(STEPS):
        gradient = sum(
            _gradient(features, one.right, weights)
            for features, one in zip(scaled, useful, strict=True)
        )
        moved = 0.9 * moved + 0.3 * (gradient / len(useful) - 2 * PENALTY * weights)
        weights = weights + moved
    return np.asarray(weights / spread)


def _gradient(features: Array, right: NDArray[np.bool_], weights: Array) -> Array:
    """Return the gradient of the log of the share that *right* sentences have of the softmax."""
    scores = features @ weights
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    held = np.where(right, shares, 0.0)
    return np.asarray(features.T @ (held / max(held.sum(), 1e-12) - shares))


def score(asked: Sequence[Asked], weights: Array) -> tuple[float, float]:
    """Return how often the best sentence, and one of the best three, holds the answer."""
    first, among = [], []
    for one in asked:
        best = np.argsort(-(one.features @ weights), kind="stable")[:FIRST]
        first.append(bool(len(best)) and bool(one.right[best[0]]))
        among.append(bool(one.right[best].any()))
    return float(np.mean(first)), float(np.mean(among))


def cross_validate(
    sets: Mapping[str, Sequence[Asked]],
) -> dict[str, list[tuple[float, float]]]:
    """Return for each set the scores of its folds, each by weights trained on all the rest."""
    found = {}
    for name, asked in sets.items():
        others = [one for other, rest in sets.items() if other != name for one in rest]
        # Neighbours are often on one text: folds are runs of them.
        folds = np.array_split(np.arange(len(asked)), FOLDS)
        found[name] = [
            score(
                [asked[i] for i in fold],
                train([*others, *(asked[i] for i in set(range(len(asked))) - set(fold.tolist()))]),
            )
            for fold in folds
        ]
    return found


def describe(assistant: Assistant, questions: Sequence[Question]) -> list[Asked]:
    """Return the sentences of all answerable *questions*."""
    return [_describe(assistant, question) for question in questions if question.evidence]


def _describe(assistant: Assistant, question: Question) -> Asked:
    candidates = assistant.sentences(question.question)
    places = places_of((c.evidence.document.source, c.evidence.text) for c in candidates)
    ways = (question.evidence, *question.alternatives)
    return Asked(
        np.array([values(c.features) for c in candidates]).reshape(-1, len(NAMES)),
        np.array([is_relevant(place, ways, question.documents) for place in places], dtype=bool),
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Train on the sets given, print the folds, and write the weights when asked to."""
    parser = argparse.ArgumentParser(prog="python -m eval.sentence_ranker")
    parser.add_argument("sets", nargs="+", help="swequad=FILE, squad=FILE, FRÅGOR.jsonl=BIBLIOTEK")
    parser.add_argument("--limit", type=int, default=500, help="questions of each public set")
    parser.add_argument("--write", action="store_true", help=f"write {FILE.name}")
    options = parser.parse_args(arguments)
    pairs = map(_pair, options.sets)
    sets = {name: _read(name, Path(path), options.limit) for name, path in pairs}
    folds = cross_validate(sets)
    sys.stdout.write(table(HEADINGS, [_row(name, len(sets[name]), folds[name]) for name in sets]))
    weights = train([one for asked in sets.values() for one in asked])
    named = {name: round(float(weight), 3) for name, weight in zip(NAMES, weights, strict=True)}
    sys.stdout.write(f"\n{json.dumps(named)}\n")
    if options.write:
        stored = {"trained_on": {Path(n).name: len(a) for n, a in sets.items()}, "weights": named}
        FILE.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")


def _row(name: str, questions: int, folds: Sequence[tuple[float, float]]) -> Sequence[str]:
    means = [f"{np.mean(column):.3f}" for column in zip(*folds, strict=True)]
    each = " ".join(f"{first:.2f}/{among:.2f}" for first, among in folds)
    return Path(name).name, str(questions), *means, each


def _pair(argument: str) -> tuple[str, str]:
    name, _, path = argument.partition("=")
    return name, path


def _read(name: str, path: Path, limit: int) -> list[Asked]:
    """Return the questions of a public set, or of a question file and its library."""
    if name.endswith(".jsonl"):
        assistant = build_assistant(Settings(library=path))
        return describe(assistant, load_questions(Path(name)).questions)
    public = load_public(name, path, limit=limit)
    documents = (make_document(text.name, text.text) for text in public.texts)
    with temporary_library(documents, Settings()) as settings:
        return describe(build_assistant(settings), public.questions.questions)


if __name__ == "__main__":
    main()
