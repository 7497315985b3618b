"""Hold a library's word and vector index, and open them anew when another process has written."""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from rag.database import Database
from rag.embedding import Embedder
from rag.errors import EmbeddingError, LibraryError
from rag.exact import ExactVectors
from rag.lexical import WordIndex
from rag.minutes import ChunkKey, DocumentKey
from rag.vectors import VectorIndex

COUNT = "select count(*) from vector"
VECTORS = """
select c.document, c.key, v.vector from vector v join chunk c on c.key = v.chunk
join document d on d.key = c.document where d.ready = 1
"""


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
        self, directory: Path, database: Database, embedder: Embedder, *, exact_up_to: int = 0
    ) -> None:
        self._directory = directory
        self._db = database
        self._embedder = embedder
        self._exact_up_to = exact_up_to
        self._lock = threading.Lock()
        self._seen: int | None = None
        self._words: WordIndex | None = None
        self._vectors: VectorIndex | None = None
        self._exact: ExactVectors | None = None

    @property
    def generation(self) -> int:
        """The vectors' generation; it grows when the embedding model is changed."""
        return int(self._db.meta("generation", "1"))

    @property
    def words(self) -> WordIndex:
        """The words, opened on first use."""
        with self._lock:
            self.forget_stale()
            if self._words is None:
                self._words = WordIndex.open(self._directory / "words")
            return self._words

    @property
    def vectors(self) -> VectorIndex:
        """The vectors, opened on first use.

        Raises:
            EmbeddingError: they were made by another embedding model than the one in the settings.
        """
        with self._lock:
            self.forget_stale()
            if self._vectors is None:
                self._check_embedding()
                self._vectors = self.open_vectors(self.generation)
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
                self._exact = ExactVectors(self._db.rows(VECTORS))
        return self._exact or self.vectors

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

    def open_vectors(self, generation: int) -> VectorIndex:
        """Open the collection of *generation* with nothing remembered."""
        return VectorIndex.open(self._directory / "vectors", generation=generation, fresh=True)

    def mark_seen(self) -> None:
        """Note that all that was written until now went through these very indexes."""
        self._seen = self._db.revision

    def forget_stale(self) -> None:
        """Close what another process has changed."""
        revision = self._db.revision
        if revision != self._seen:
            self._words = self._vectors = self._exact = None
            self._seen = revision

    def _check_embedding(self) -> None:
        built_with = self._db.meta("embedding", self._embedder.identity)
        if built_with != self._embedder.identity:
            raise EmbeddingError(
                f"Biblioteket är byggt med inbäddningsmodellen {built_with}, men inställningen är "
                f"{self._embedder.identity}: ändra MOTESMINNE_EMBEDDING_MODEL tillbaka, eller bygg "
                "om vektorerna med «motesminne doctor --rebuild»."
            )
