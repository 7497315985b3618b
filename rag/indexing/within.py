"""Ask words and vectors within some documents, as if there were no others.

SQLite is limited by itself (`rag.storing.limiting`); the indexes beside it hold everyone's words.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
import tantivy
from numpy.typing import NDArray

from rag.indexing.lexical import WordIndex, of_documents
from rag.indexing.vectors import VectorIndex
from rag.minutes import ChunkKey, DocumentKey

# The same words are looked up again and again …
STEMS_KEPT = 20_000
# … and one of the first chunks that have a word is nearly always within reach.
FIRST = 64


class WordsWithin(WordIndex):
    """The words of some documents, none when opened; how telling one is follows from all."""

    def __init__(self, index: tantivy.Index, documents: Iterable[DocumentKey] = ()) -> None:
        super().__init__(index)
        self._documents = frozenset(documents)
        self._holds = lru_cache(STEMS_KEPT)(self._looked_up)

    def of(self, documents: Iterable[DocumentKey]) -> "WordsWithin":
        """Return the words of *documents*."""
        return WordsWithin(self._index, documents)

    def holding(self, asked: Iterable[str], *, limit: int) -> list[DocumentKey] | None:
        """Return the documents with any of the words *asked* for; `None` at over *limit* chunks."""
        found = super().holding(asked, limit=limit)
        return None if found is None else [key for key in found if key in self._documents]

    def rank(
        self, question: str, *, limit: int, documents: Collection[DocumentKey] | None = None
    ) -> Mapping[str, Mapping[ChunkKey, float]]:
        """Return for each field the BM25 scores of the *limit* best chunks in *documents*."""
        within = self._documents if documents is None else self._documents.intersection(documents)
        return super().rank(question, limit=limit, documents=within)

    def _count(self, searcher: tantivy.Searcher, root: str) -> int:
        return super()._count(searcher, root) if self._holds(root) else 0

    def _reach(self, query: tantivy.Query) -> tantivy.Query:
        return of_documents(self._index.schema, query, self._documents)

    def _looked_up(self, root: str) -> bool:
        searcher = self._index.searcher()
        query = tantivy.Query.term_query(self._index.schema, "stems", root, "freq")
        found = searcher.search(query, FIRST, count=False).hits
        held = searcher.fast_field_values("document", [address for _, address in found])
        if len(found) < FIRST or not self._documents.isdisjoint(held):
            return not self._documents.isdisjoint(held)
        return bool(searcher.search(self._reach(query), 1, count=False).hits)


class VectorsWithin:
    """The vectors of some documents in Chroma; what compares with every one is given only them."""

    def __init__(self, index: VectorIndex, documents: Sequence[DocumentKey]) -> None:
        self._index = index
        self._documents = documents

    def rank(
        self,
        question: NDArray[np.float32],
        *,
        limit: int,
        documents: Sequence[DocumentKey] | None = None,
    ) -> dict[ChunkKey, float]:
        """Return the cosines of the *limit* chunks in *documents* nearest to *question*, (d,)."""
        within = self._documents
        if documents is not None:
            within = sorted(set(within).intersection(documents))
        return self._index.rank(question, limit=limit, documents=within) if within else {}

    def cosines(
        self, question: NDArray[np.float32], chunks: Sequence[ChunkKey]
    ) -> dict[ChunkKey, float]:
        """Return the cosines of the given *chunks*, which were seen already, with *question*."""
        return self._index.cosines(question, chunks)
