"""Measure how many of the nearest Chroma finds, on a library's own vectors, by its settings."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import mean, median
from tempfile import TemporaryDirectory

import numpy as np

from rag.access import EVERYTHING
from rag.indexing.exact import ExactVectors, as_numbers, coarse
from rag.indexing.vectors import HNSW, VectorIndex
from rag.minutes import ChunkKey, DocumentKey
from rag.models.embedding import load_embedder
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.indexes import RECALL_DEPTH, recall_at

CONFIGURATIONS: Mapping[str, Mapping[str, str | int]] = {
    "Chromas förval": {"space": "cosine"},
    "vår": HNSW,
    "större": {**HNSW, "ef_construction": 200, "max_neighbors": 32},
}
# Shares of the documents that filters admit; all when there is no filter.
SHARES = (1.0, 0.5, 0.1, 0.01)
QUESTIONS = 200
BATCH = 500

Vector = tuple[DocumentKey, ChunkKey, bytes]


@dataclass(frozen=True, slots=True)
class Recalled:
    """What an index with some settings found of the ten nearest."""

    name: str
    chunks: int
    build_s: float
    shares: Sequence[tuple[float, float, float]]
    """Of each share of the documents: itself, the recall, and the median time in ms."""


def recall(library: Path, questions: Sequence[str], size: int) -> list[Recalled]:
    """Return what Chroma finds among the first *size* vectors of *library*."""
    database = Database.open(library, EVERYTHING)
    sql = "select c.document, c.key, v.vector from vector v join chunk c on c.key = v.chunk "
    stored: list[Vector] = database.rows(f"{sql} order by c.key limit ?", [size])
    embedder = load_embedder(Settings(library=library))
    asked = [v for v in embedder.embed_questions(questions[:QUESTIONS]) if v.any()]
    exact = _exact(stored)
    return [_recall(name, stored, exact, asked) for name in CONFIGURATIONS]


def _exact(stored: Sequence[Vector]) -> ExactVectors:
    known = {chunk: vector for _, chunk, vector in stored}
    documents: dict[int, list[ChunkKey]] = {}
    for document, chunk, _ in stored:
        documents.setdefault(document, []).append(chunk)
    packed = (
        (document, coarse(chunks, np.stack([as_numbers(known[chunk]) for chunk in chunks])))
        for document, chunks in documents.items()
    )
    dimension = len(as_numbers(stored[0][2]))
    return ExactVectors(packed, dimension, lambda keys: [(k, known[k]) for k in keys if k in known])


def _recall(
    name: str, stored: Sequence[Vector], exact: ExactVectors, asked: Sequence[np.ndarray]
) -> Recalled:
    with TemporaryDirectory(prefix="motesminne-", ignore_cleanup_errors=True) as folder:
        started = time.perf_counter()
        index = VectorIndex.open(Path(folder), generation=1, fresh=True, hnsw=CONFIGURATIONS[name])
        for start in range(0, len(stored), BATCH):
            documents, chunks, vectors = zip(*stored[start : start + BATCH], strict=True)
            index.add(documents, chunks, np.stack([as_numbers(vector) for vector in vectors]))
        build_s = time.perf_counter() - started
        return Recalled(
            name,
            len(stored),
            build_s,
            [_share(share, stored, index, exact, asked) for share in SHARES],
        )


def _share(
    share: float,
    stored: Sequence[Vector],
    index: VectorIndex,
    exact: ExactVectors,
    asked: Sequence[np.ndarray],
) -> tuple[float, float, float]:
    held = sorted({document for document, _, _ in stored})
    random = Random(3)  # noqa: S311 - nothing is secret here
    documents = None if share == 1 else random.sample(held, max(1, round(share * len(held))))
    times = []
    for question in asked:
        started = time.perf_counter()
        index.rank(question, limit=RECALL_DEPTH, documents=documents)
        times.append((time.perf_counter() - started) * 1_000)
    found = [recall_at(RECALL_DEPTH, index, exact, v, documents=documents) for v in asked]
    return share, mean(found), median(times)
