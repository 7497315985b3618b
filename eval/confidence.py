"""Train the weights by which it is told whether the minutes answer, and measure them held out.

python -m eval.confidence swequad=FILE squad=FILE swefaq=FILE FRÅGOR.jsonl=BIBLIOTEK [--write]

Each answerable question is asked of the whole library, and of one made without the documents that
answer it. Those still answered elsewhere, since a sentence has the gold answer, are no negatives:
they train nothing, and are measured apart. Every set counts as much, whatever its size. Each part
is scored by weights that saw nothing of its documents; then each set by those of the other sets.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.abstention import refusal_curve
from eval.dataset import Expect, Question, load_questions
from eval.evidence import is_relevant, names_document, places_of
from eval.markdown import table
from eval.public import load_public
from eval.temporary import make_document, temporary_library
from rag.answering.abstention import FILE
from rag.assembling.assembly import build_assistant
from rag.assistant import Assistant
from rag.extracting.ranking import score
from rag.minutes import Document
from rag.settings import Settings

PARTS = 12
PENALTY = 3e-3
STEPS = 20
BINS = 10
# A sentence of these would have been shown.
SHOWN = 3
NAMES = ("sentence", "rivals", "exact")

HEADINGS = (
    "Yta / rätt avstått vid 5 %", "Ställda", "Alla", "Utan svar på annat håll",
    "Vikter från de andra", "ECE",
)  # fmt: skip

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions of one set, a row each time one is asked."""

    signs: Array
    """(rows, signs)."""
    answerable: Flags
    elsewhere: Flags
    """Whether a sentence has the answer although the document is withheld."""
    part: NDArray[np.intp]

    def __getitem__(self, rows: Flags) -> "Asked":
        return Asked(self.signs[rows], self.answerable[rows], self.elsewhere[rows], self.part[rows])


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model."""

    bias: float
    weights: Array

    def probability(self, signs: Array) -> Array:
        """Return how probable it is that each row is answered."""
        return np.asarray(1 / (1 + np.exp(-self.bias - signs @ self.weights)))


def train(sets: Sequence[Asked]) -> Weights:
    """Return the weights that tell answered from withheld, by Newton's method with an L2 penalty.

    The signs are standardised; every set has the same weight in all.
    """
    kept = [asked[~asked.elsewhere] for asked in sets]
    signs = np.vstack([asked.signs for asked in kept])
    right = np.concatenate([asked.answerable for asked in kept])
    counts = np.concatenate([np.full(len(a.signs), 1 / len(a.signs)) for a in kept]) / len(kept)
    mean, spread = signs.mean(axis=0), signs.std(axis=0) + 1e-6
    rows = np.column_stack([np.ones(len(signs)), (signs - mean) / spread])
    penalty = PENALTY * np.diag([0.0, *np.ones(signs.shape[1])])
    found = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-rows @ found))
        curved = rows.T @ (rows * (counts * sure * (1 - sure))[:, None]) + penalty
        found += np.linalg.solve(curved, rows.T @ (counts * (right - sure)) - penalty @ found)
    weights = found[1:] / spread
    return Weights(float(found[0] - weights @ mean), weights)


def held_out(sets: Mapping[str, Asked], name: str) -> Array:
    """Return the probabilities of a set's rows, each by weights that saw nothing of its part."""
    asked = sets[name]
    others = [rest for other, rest in sets.items() if other != name]
    sure = np.zeros(len(asked.signs))
    for part in np.unique(asked.part):
        held = asked.part == part
        sure[held] = train([*others, asked[~held]]).probability(asked.signs[held])
    return sure


def calibration_error(sure: Array, answerable: Flags) -> float:
    """Return the expected calibration error (Naeini et al. 2015), over ten bins of confidence.

    >>> round(calibration_error(np.array([0.9, 0.9]), np.array([True, False])), 2)
    0.4
    """
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    shares = ((bins == one) for one in np.unique(bins))
    return float(sum(abs((sure[own] - answerable[own]).sum()) for own in shares) / len(sure))


def describe(documents: Sequence[Document], questions: Sequence[Question]) -> Asked:
    """Return the rows of *questions*, asked of libraries with and without what answers them."""
    rows = list(_rows(documents, questions))
    return Asked(
        np.array([row.signs for row in rows]),
        np.array([row.answerable for row in rows]),
        np.array([row.elsewhere for row in rows]),
        np.array([row.part for row in rows]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    signs: Sequence[float]
    answerable: bool
    elsewhere: bool
    part: int


def _rows(documents: Sequence[Document], questions: Sequence[Question]) -> Iterator[_Row]:
    parts = _parts(questions)
    with temporary_library(documents, Settings()) as settings:
        assistant = build_assistant(settings)
        for question, part in zip(questions, parts, strict=True):
            yield _row(assistant, question, part, answerable=bool(question.evidence))
    for part in range(PARTS):
        own = [
            q
            for q, its in zip(questions, parts, strict=True)
            if its == part and q.evidence and q.documents
        ]
        named = [name for question in own for name in question.documents]
        kept = [d for d in documents if own and not names_document(d.source, named)]
        with temporary_library(kept, Settings()) as settings:
            assistant = build_assistant(settings)
            for question in own:
                yield _row(assistant, question, part, answerable=False)


def _parts(questions: Sequence[Question]) -> list[int]:
    """Return a part for each question; those on the same documents are in the same."""
    named = [question.documents or (question.id,) for question in questions]
    place = {group: number for number, group in enumerate(dict.fromkeys(named))}
    return [place[group] % PARTS for group in named]


def _row(assistant: Assistant, question: Question, part: int, *, answerable: bool) -> _Row:
    signs = assistant.signs(question.question)
    found = assistant.sentences(question.question) if question.evidence and not answerable else []
    best = sorted(found, key=lambda candidate: -score(candidate.features))[:SHOWN]
    places = places_of((c.evidence.document.source, c.evidence.text) for c in best)
    return _Row(
        signs=[getattr(signs, name) for name in NAMES],
        answerable=answerable,
        elsewhere=any(is_relevant(place, question.ways, ()) for place in places),
        part=part,
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Train on the sets given, print what is held out, and write the weights when asked to."""
    parser = argparse.ArgumentParser(prog="python -m eval.confidence")
    parser.add_argument("sets", nargs="+", help="swequad=FILE, squad=FILE, FRÅGOR.jsonl=BIBLIOTEK")
    parser.add_argument("--limit", type=int, default=1000, help="questions of each public set")
    parser.add_argument("--write", action="store_true", help=f"write {FILE.name}")
    options = parser.parse_args(arguments)
    pairs = [argument.split("=", 1) for argument in options.sets]
    sets = {name: _read(name, Path(path), options.limit) for name, path in pairs}
    sys.stdout.write(table(HEADINGS, [_line(sets, name) for name in sets]))
    model = train(list(sets.values()))
    stored = {
        "trained_on": {Path(name).name: len(asked.signs) for name, asked in sets.items()},
        "bias": round(model.bias, 3),
        "weights": dict(zip(NAMES, model.weights.round(3).tolist(), strict=True)),
    }
    written = json.dumps(stored, indent=2) + "\n"
    sys.stdout.write(f"\n{written}")
    if options.write:
        FILE.write_text(written, encoding="utf-8")


def _line(sets: Mapping[str, Asked], name: str) -> list[str]:
    asked, sure = sets[name], held_out(sets, name)
    others = [rest for other, rest in sets.items() if other != name]
    curves = [
        refusal_curve(
            given[asked.answerable & rows].tolist(), given[~asked.answerable & rows].tolist()
        )
        for given, rows in (
            (sure, np.ones(len(sure), dtype=bool)),
            (sure, ~asked.elsewhere),
            (train(others or [asked]).probability(asked.signs), np.ones(len(sure), dtype=bool)),
        )
    ]
    figures = [f"{c.area:.3f} / {c.right_at_limit:.3f}" for c in curves]
    error = f"{calibration_error(sure, asked.answerable):.3f}"
    return [Path(name).name, str(len(sure)), *figures, error]


def _read(name: str, path: Path, limit: int) -> Asked:
    """Return the questions of a public set, or of a question file and its library."""
    if name.endswith(".jsonl"):
        reader = build_assistant(Settings(library=path))
        documents = [reader.document(meeting.document_id) for meeting in reader.meetings()]
        asked = load_questions(Path(name)).questions
        kept = [q for q in asked if not q.follows and q.expect is not Expect.NEAR_MISS]
        return describe(documents, kept)
    public = load_public(name, path, limit=limit)
    documents = [make_document(text.name, text.text) for text in public.texts]
    # Those that a set's makers wrote to have no answer are near misses.
    return describe(documents, [q for q in public.questions.questions if q.evidence])


if __name__ == "__main__":
    main()
