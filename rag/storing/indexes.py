"""Hold a library's word and vector index, and open them anew when another process has written."""

import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from rag.errors import EmbeddingError, LibraryError
from rag.indexing.exact import ExactVectors, as_numbers
from rag.indexing.lexical import WordIndex
from rag.indexing.vectors import VectorIndex
from rag.indexing.within import VectorsWithin, WordsWithin
from rag.minutes import ChunkKey, DocumentKey
from rag.models.embedding import Embedder
from rag.models.pretrained import WORDS_ONLY
from rag.storing.database import Database
from rag.storing.vector_homes import Folders, Homes, open_now

COUNT = "select count(*) from chunk"
COARSE = """
select document, vectors from coarse
where document in (select key from document where ready = 1) order by document
"""
PUBLISHED = "select key from document where ready = 1"
VECTORS = "select chunk, vector from vector where chunk in (select value from json_each(?))"

UNBUILT = "unbuilt"
"""Stands in the manifest while words and vectors are of other documents than SQLite's."""

# How many chunks `Indexes.recall` asks with, and how many of the nearest it looks for.
RECALL_SAMPLE = 100
RECALL_DEPTH = 10
# Cosines closer than this are the same: one side has them from half precision.
TIE = 1e-3


class Nearest(Protocol):
    """What finds the chunks nearest to a question's vector."""

    def rank(
        self,
        question: NDArray[np.float32],
        *,
        limit: int,
        documents: Sequence[DocumentKey] | None = None,
    ) -> dict[ChunkKey, float]:
        """Return the cosines of the *limit* nearest chunks in *documents*."""

    def cosines(
        self, question: NDArray[np.float32], chunks: Sequence[ChunkKey]
    ) -> dict[ChunkKey, float]:
        """Return the cosines of the given *chunks*."""


class Indexes:
    """The indexes of the library in *directory*, as fresh as its SQLite file.

    A library of at most *exact_up_to* chunks is ranked by comparing with every vector.
    """

    def __init__(
        self,
        directory: Path,
        database: Database,
        embedder: Embedder,
        *,
        homes: Homes | None = None,
        exact_up_to: int = 0,
    ) -> None:
        self._directory = directory
        self._homes = homes or Folders(directory, database)
        self._db = database
        self._embedder = embedder
        self._exact_up_to = exact_up_to
        self._lock = threading.Lock()
        self._seen: int | None = None
        self._holders = 0
        self._words: WordIndex | None = None
        self._vectors: VectorIndex | None = None
        self._exact: ExactVectors | None = None

    @property
    def generation(self) -> int:
        """The vectors' generation; it grows when the embedding model is changed."""
        return int(self._db.meta("generation", "1"))

    @property
    def where(self) -> str:
        """What to say of where the vectors' index is; nothing of the library's own directory."""
        return self._homes.where

    @property
    def outage(self) -> str:
        """Why the vectors' index is not asked just now, one Swedish sentence; empty when it is."""
        return self._homes.outage

    @property
    def words(self) -> WordIndex:
        """The words, opened on first use."""
        # A question asks for them ten times: those who do should not wait for each other's look.
        if self._db.revision == self._seen and (words := self._words):
            return words
        with self._lock:
            self.forget_stale()
            if self._words is None:
                self._words = self._open_words(self._directory / "words")
            return self._words

    @property
    def vectors(self) -> VectorIndex:
        """The vectors, opened on first use.

        Raises:
            EmbeddingError: they were made by another embedding model than the one in the settings.
            NoVectorsError: their server does not answer, or has none of the library's.
        """
        with self._lock:
            self.forget_stale()
            if self._vectors is None:
                self._check_embedding()
                self._vectors = open_now(self._homes, lambda: self.generation)
            return self._vectors

    @property
    def nearest(self) -> Nearest:
        """What ranks by vectors: all of them one by one, or in a large library their index.

        Raises:
            EmbeddingError: they were made by another embedding model than the one in the settings.
        """
        with self._lock:
            self.forget_stale()
            is_open = self._exact is not None or self._vectors is not None
            if not is_open and self._db.value(COUNT) <= self._exact_up_to:
                self._check_embedding()
                self._exact = self._open_exact()
            exact = self._exact
        if exact or not self._db.access.is_limited:
            return exact or self.vectors
        return VectorsWithin(self.vectors, self._documents())

    def recall(self) -> float:
        """Return the share of the nearest that the vectors' index finds, asked with some of them.

        Raises:
            EmbeddingError: they were made by another embedding model than the one in the settings.
        """
        index, exact = self.vectors, self._open_exact()
        chunks = [key for (key,) in self._db.rows("select key from chunk order by key")]
        sample = chunks[:: max(1, len(chunks) // RECALL_SAMPLE)][:RECALL_SAMPLE]
        asked = [as_numbers(vector) for _, vector in self._read_vectors(sample)]
        shares = [recall_at(RECALL_DEPTH, index, exact, question) for question in asked]
        return sum(shares) / len(shares) if shares else 1.0

    def _open_words(self, home: Path) -> WordIndex:
        if self._db.access.is_limited:
            return WordsWithin.open(home).of(self._documents())
        return WordIndex.open(home)

    def _documents(self) -> list[DocumentKey]:
        return [DocumentKey(key) for (key,) in self._db.rows(PUBLISHED)]

    def _open_exact(self) -> ExactVectors:
        dimension = self._embedder.dimension
        return ExactVectors(self._db.stream(COARSE), dimension, self._read_vectors)

    def reopen(self) -> None:
        """Close all; they are opened anew when next used."""
        with self._lock:
            self._seen = None

    def require_words(self, chunks: int) -> None:
        """Tell "nothing found" from "nothing to search in", for a library of so many *chunks*.

        Raises:
            LibraryError: the words are gone although there are chunks.
        """
        if chunks and not len(self.words):
            raise LibraryError(
                f"Ordregistret i {self._directory} är tomt fast biblioteket har {chunks} "
                "textstycken: bygg om det med «motesminne doctor --rebuild»."
            )

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let what is open stay so: nobody else writes, and what is written goes through it."""
        self._holders += 1
        try:
            yield
        finally:
            self._holders -= 1
        self._seen = self._db.revision

    def forget_stale(self) -> None:
        """Close what another process has changed."""
        if self._holders:
            return
        revision = self._db.revision
        if revision != self._seen:
            self._words = self._vectors = self._exact = None
            self._require_built()
            self._seen = revision

    def _require_built(self) -> None:
        if self._db.meta(UNBUILT):
            raise LibraryError(
                f"Biblioteket i {self._directory} håller på att återställas eller uppgraderas: "
                "vänta en stund och försök igen, eller bygg om med «motesminne doctor --rebuild»."
            )

    def _read_vectors(self, chunks: Sequence[ChunkKey]) -> list[tuple[int, bytes]]:
        return self._db.rows(VECTORS, [json.dumps(chunks)])

    def _check_embedding(self) -> None:
        built_with = self._db.meta("embedding", self._embedder.identity)
        if built_with != self._embedder.identity:
            raise EmbeddingError(
                f"Biblioteket är byggt med inbäddningsmodellen {built_with}, men inställningen är "
                f"{self._embedder.identity}: ändra tillbaka MOTESMINNE_EMBEDDING_MODEL, dess "
                "dimension eller prefix, bygg om vektorerna med «motesminne doctor --rebuild», "
                f"eller {WORDS_ONLY}."
            )


def recall_at(
    depth: int,
    index: Nearest,
    exact: Nearest,
    question: NDArray[np.float32],
    *,
    documents: Sequence[DocumentKey] | None = None,
) -> float:
    """Return how many of the *depth* nearest, or others as near, *index* finds, as a share."""
    nearest = exact.rank(question, limit=depth, documents=documents).values()
    found = index.rank(question, limit=depth, documents=documents).values()
    if not nearest:
        return 1.0
    return sum(cosine >= min(nearest) - TIE for cosine in found) / len(nearest)
