"""Rank by comparing with every vector: no recall is lost, and any filter only makes it faster.

The comparison is made with eight bits a number, a quarter of what a float takes: 100,000 vectors
of 256 numbers are 26 MB and 6 ms. The best are then compared anew with what SQLite keeps.
"""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from rag.errors import ReplacedIndexError
from rag.minutes import ChunkKey, DocumentKey
from rag.models.products import products

STORED = np.dtype("<f2")
"""How SQLite keeps a vector's numbers: half precision, little-endian."""

Read = Callable[[Sequence[ChunkKey]], Sequence[tuple[int, bytes]]]
"""Return the stored vectors of some chunks; those that are gone are left out."""

# The largest of eight signed bits, the same on both sides of zero.
LARGEST = 127
# Of 50 asked for, the 50 nearest are always among the 200 that eight bits find (docs/retrieval.md).
MARGIN = 4


def coarse(chunks: Sequence[ChunkKey], vectors: NDArray[np.float32]) -> bytes:
    """Return the *chunks* of one document and their *vectors*, (chunks, dimension), in 8 bits."""
    rows = np.zeros(len(chunks), dtype=_row(vectors.shape[1]))
    largest = np.abs(vectors).max(axis=1, initial=0)
    rows["chunk"] = chunks
    rows["scale"] = largest / LARGEST
    rows["numbers"] = np.rint(vectors / np.where(largest > 0, rows["scale"], 1)[:, None])
    return rows.tobytes()


def as_numbers(stored: bytes) -> NDArray[np.float32]:
    """Return the numbers of a vector as SQLite keeps it, or of several in a row."""
    return np.frombuffer(stored, dtype=STORED).astype(np.float32)


def _row(dimension: int) -> np.dtype[np.void]:
    return np.dtype([("chunk", "<i8"), ("scale", "<f4"), ("numbers", "i1", (dimension,))])


class ExactVectors:
    """The unit vectors of all published chunks, in memory.

    Args:
        documents: Each with what `coarse` made of it.
        dimension: The length of a vector.
        read: Finds the vectors as they were before `coarse`.
    """

    def __init__(self, documents: Iterable[tuple[int, bytes]], dimension: int, read: Read) -> None:
        joined, keys, lengths = bytearray(), list[int](), list[int]()
        for document, packed in documents:
            joined += packed
            keys.append(document)
            lengths.append(len(packed) // _row(dimension).itemsize)
        rows = np.frombuffer(joined, dtype=_row(dimension))
        self._documents = np.array(keys, dtype=np.int64)
        self._lengths = np.array(lengths, dtype=np.int64)
        self._chunks, self._scales, self._numbers = rows["chunk"], rows["scale"], rows["numbers"]
        self._dimension = dimension
        self._read = read

    def rank(
        self,
        question: NDArray[np.float32],
        *,
        limit: int,
        documents: Sequence[DocumentKey] | None = None,
    ) -> dict[ChunkKey, float]:
        """Return the cosines of the *limit* chunks in *documents* nearest to *question*, (d,)."""
        if not question.any():
            return {}
        rows = None if documents is None else self._rows_of(documents)
        cosines = products(self._numbers, question[:, None], rows=rows)[:, 0]
        cosines *= self._scales if rows is None else self._scales[rows]
        best = _highest(cosines, MARGIN * limit)
        near = self._chunks[best if rows is None else rows[best]]
        found = self.cosines(question, near.tolist())
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0]))[:limit])

    def cosines(
        self, question: NDArray[np.float32], chunks: Sequence[ChunkKey]
    ) -> dict[ChunkKey, float]:
        """Return the cosines of the given *chunks* with *question*, (d,)."""
        found = self._read(chunks)
        if not found:
            return {}
        numbers = as_numbers(b"".join(vector for _, vector in found))
        if len(numbers) != len(found) * self._dimension:
            raise ReplacedIndexError(
                "Vektorerna byttes ut mot en annan modells medan det söktes: ställ frågan igen."
            )
        cosines = numbers.reshape(len(found), -1) @ question
        keys = (ChunkKey(chunk) for chunk, _ in found)
        return dict(zip(keys, cosines.tolist(), strict=True))

    def _rows_of(self, documents: Sequence[DocumentKey]) -> NDArray[np.intp]:
        admitted = np.isin(self._documents, documents)
        return np.flatnonzero(np.repeat(admitted, self._lengths))


def _highest(values: NDArray[np.float32], count: int) -> NDArray[np.intp]:
    if count >= len(values):
        return np.arange(len(values))
    return np.argpartition(values, len(values) - count)[-count:]
