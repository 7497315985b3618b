"""Measure how well a model's cosines alone find passages: nDCG@10 on question files.

`python -m rag.training.measure --model DIR_OR_NAME --questions FILE ...`
"""

import argparse
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rag.models.embedding import Embedder, load_embedder
from rag.settings import Settings

DEPTH = 10


@dataclass(frozen=True, slots=True)
class Task:
    """Questions, the passages searched, and which passage answers each question."""

    questions: tuple[str, ...]
    passages: tuple[str, ...]
    answers: tuple[int, ...]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print nDCG@10 for each question file, and their mean."""
    options = _parser().parse_args(arguments)
    embedder = load_embedder(Settings(embedding_model=options.model))
    scores = {file.name: ndcg(embedder, read_task(file)) for file in options.questions}
    scores["mean"] = float(np.mean(list(scores.values())))
    print(embedder.identity)
    for name, score in scores.items():
        print(f"{score:.3f}  {name}")


def ndcg(embedder: Embedder, task: Task) -> float:
    """Return the mean nDCG@10 of a task's questions; ties count against the model."""
    questions = embedder.embed_questions(task.questions)
    passages = embedder.embed_passages(task.passages)
    scores: NDArray[np.float32] = questions @ passages.T
    right = scores[np.arange(len(questions)), list(task.answers)]
    ranks = (scores >= right[:, None]).sum(axis=1)
    return float(np.mean([1 / math.log2(rank + 1) if rank <= DEPTH else 0.0 for rank in ranks]))


def read_task(file: Path) -> Task:
    """Read SuperLim's SweFAQ (.jsonl), SweQUAD-MC or SQuAD (.json), told apart by their fields."""
    if file.suffix == ".jsonl":
        lines = file.read_text(encoding="utf-8").splitlines()
        return _task(_faq_rows([json.loads(line) for line in lines]))
    articles = json.loads(file.read_text(encoding="utf-8"))["data"]
    if "paragraphs" in articles[0]:
        return _task(_squad_rows(articles))
    return _task([(row["question"], row["context"]) for row in articles])


def _faq_rows(rows: Sequence[Mapping[str, Any]]) -> list[tuple[str | None, str]]:
    asked = [(row["question"], row["candidate_answers"][row["label"]]) for row in rows]
    others = [(None, answer) for row in rows for answer in row["candidate_answers"]]
    return [*asked, *others]


def _squad_rows(articles: Sequence[Mapping[str, Any]]) -> list[tuple[str | None, str]]:
    paragraphs = [paragraph for article in articles for paragraph in article["paragraphs"]]
    asked = [
        (question["question"], paragraph["context"])
        for paragraph in paragraphs
        for question in paragraph["qas"]
        if not question["is_impossible"]
    ]
    return [*asked, *((None, paragraph["context"]) for paragraph in paragraphs)]


def _task(rows: Sequence[tuple[str | None, str]]) -> Task:
    """Number the distinct passages; a row without a question only adds its passage."""
    numbers = {passage: number for number, passage in enumerate(dict.fromkeys(p for _, p in rows))}
    asked = [(question, numbers[passage]) for question, passage in rows if question is not None]
    return Task(tuple(q for q, _ in asked), tuple(numbers), tuple(n for _, n in asked))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m rag.training.measure", description=main.__doc__
    )
    parser.add_argument("--model", default=None, help="a folder or name; the shipped one if absent")
    parser.add_argument("--questions", type=Path, nargs="+", required=True)
    return parser


if __name__ == "__main__":
    main()
