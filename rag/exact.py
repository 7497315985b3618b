"""Rank by comparing with every vector: exact, and in a small library faster than an index."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from rag.minutes import ChunkKey, DocumentKey

STORED = np.dtype("<f2")
"""How SQLite keeps a vector's numbers: half precision, little-endian."""


class ExactVectors:
    """The unit vectors of all published chunks, in memory."""

    def __init__(self, rows: Iterable[tuple[int, int, bytes]]) -> None:
        found = list(rows)
        self._documents = np.array([document for document, _, _ in found], dtype=np.int64)
        self._chunks = np.array([chunk for _, chunk, _ in found], dtype=np.int64)
        joined = np.frombuffer(b"".join(stored for _, _, stored in found), dtype=STORED)
        self._vectors = joined.astype(np.float32).reshape(len(found), -1 if found else 0)

    def rank(
        self,
        question: NDArray[np.float32],
        *,
        limit: int,
        documents: Sequence[DocumentKey] | None = None,
    ) -> dict[ChunkKey, float]:
        """Return the cosines of the *limit* chunks in *documents* nearest to *question*, (d,)."""
        if not question.any() or not len(self._chunks):
            return {}
        rows = np.arange(len(self._chunks))
        if documents is not None:
            rows = rows[np.isin(self._documents, documents)]
        cosines = self._vectors[rows] @ question
        best = np.argsort(-cosines, kind="stable")[:limit]
        return self._cosines(rows[best], cosines[best])

    def cosines(
        self, question: NDArray[np.float32], chunks: Sequence[ChunkKey]
    ) -> dict[ChunkKey, float]:
        """Return the cosines of the given *chunks* with *question*, (d,)."""
        rows = np.flatnonzero(np.isin(self._chunks, chunks))
        if not len(rows):
            return {}
        return self._cosines(rows, self._vectors[rows] @ question)

    def _cosines(
        self, rows: NDArray[np.int64], cosines: NDArray[np.float32]
    ) -> dict[ChunkKey, float]:
        keys = self._chunks[rows].tolist()
        return {ChunkKey(k): c for k, c in zip(keys, cosines.tolist(), strict=True)}
