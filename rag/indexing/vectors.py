"""Keep the chunks' vectors in Chroma and rank by them.

Only ids, vectors and the document's key are stored there: the text would cost three times the
time and five times the disk, and stay behind when a document is removed.
"""

import threading
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rag.errors import LibraryError, ReplacedIndexError
from rag.minutes import ChunkKey, DocumentKey

# Chroma's own limit is 5,461 records a call.
BATCH = 2_000
# SQLite, under Chroma, takes 32,766 values a query.
FILTER = 10_000

# Recall@10 on our own model's vectors of real sentences recombined, plainly and within half, a
# tenth and a hundredth of the documents, by M and the candidates while building and asking
# (`python -m eval.scale`); with fewer it falls, with more only building takes longer:
#    10,000 chunks:  16, 60, 2,000  1.00 1.00 1.00 1.00
#   100,000 chunks:  16, 60, 2,000  1.00 .998 1.00 1.00
#                    12, 60, 2,000  .991 .997
#                    16, 100, 1,000 .993 .998 1.00 1.00
#                    16, 100, 100   .913 .948 .986 .999
HNSW: Mapping[str, str | int] = {
    "space": "cosine",
    "ef_construction": 60,
    "max_neighbors": 16,
    "ef_search": 2_000,
}

# Without the first, a `.env` in the folder where the user happens to be would steer Chroma.
CHROMA: dict[str, Any] = {"_env_file": None, "anonymized_telemetry": False}

_opening = threading.Lock()


class VectorIndex:
    """One collection of unit vectors; it belongs to one embedding identity."""

    def __init__(self, client: Any, collection: Any, home: Path) -> None:
        self._client = client
        self._collection = collection
        self._home = home

    @classmethod
    def open(
        cls,
        directory: Path,
        *,
        generation: int,
        fresh: bool = False,
        hnsw: Mapping[str, str | int] = HNSW,
    ) -> "VectorIndex":
        """Open the collection of *generation*, making an empty one when there is none.

        Args:
            directory: Chroma's own directory.
            generation: Counts changes of the embedding model; each has its own collection.
            fresh: Drop what this process remembers of the files, because another process wrote.
            hnsw: How the index is made, if there is none.

        Raises:
            LibraryError: Chroma cannot open the directory.
        """
        with _opening:
            client = _client(directory, fresh=fresh)
            collection = client.get_or_create_collection(
                f"chunks-{generation}", embedding_function=None, configuration={"hnsw": dict(hnsw)}
            )
        return cls(client, collection, directory)

    def add(
        self,
        documents: Sequence[DocumentKey],
        chunks: Sequence[ChunkKey],
        vectors: NDArray[np.float32],
    ) -> None:
        """Store one vector a chunk; `vectors` is (chunks, dimension)."""
        for part in _batches(len(chunks), BATCH):
            self._collection.upsert(
                ids=[str(chunk) for chunk in chunks[part]],
                embeddings=vectors[part],
                metadatas=[{"document": int(document)} for document in documents[part]],
            )

    def remove(self, documents: Sequence[DocumentKey]) -> None:
        """Forget the vectors of *documents*."""
        for part in _batches(len(documents), FILTER):
            self._collection.delete(where=_within(documents[part]))

    def __len__(self) -> int:
        return int(self._collection.count())

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
        if documents is None:
            return self._nearest(question, limit, None)
        parts = _batches(len(documents), FILTER)
        found = (self._nearest(question, limit, _within(documents[p])).items() for p in parts)
        best = sorted(chain.from_iterable(found), key=lambda item: (-item[1], item[0]))
        return dict(best[:limit])

    def _nearest(
        self, question: NDArray[np.float32], limit: int, where: dict[str, Any] | None
    ) -> dict[ChunkKey, float]:
        found = self._ask(
            "query",
            query_embeddings=[question],
            n_results=limit,
            where=where,
            include=["distances"],
        )
        return {
            ChunkKey(int(chunk)): 1.0 - distance
            for chunk, distance in zip(found["ids"][0], found["distances"][0], strict=True)
        }

    def cosines(
        self, question: NDArray[np.float32], chunks: Sequence[ChunkKey]
    ) -> dict[ChunkKey, float]:
        """Return the cosines of the given *chunks* with *question*, (d,)."""
        if not chunks:
            return {}
        found = self._ask("get", ids=[str(chunk) for chunk in chunks], include=["embeddings"])
        if not found["ids"]:
            return {}  # of no shape that can be multiplied
        scores = np.asarray(found["embeddings"], dtype=np.float32) @ question
        return {ChunkKey(int(i)): float(s) for i, s in zip(found["ids"], scores, strict=True)}

    def _ask(self, method: str, **arguments: Any) -> Any:
        from chromadb.errors import InternalError, NotFoundError

        try:
            return getattr(self._collection, method)(**arguments)
        except (InternalError, NotFoundError) as error:
            if isinstance(error, InternalError) and self._home.exists():
                raise _damaged(self._home, error) from error
            raise ReplacedIndexError(
                "Vektorregistret byggdes om medan det söktes i: ställ frågan igen."
            ) from error


def _client(directory: Path, *, fresh: bool) -> Any:
    import chromadb
    from chromadb.api.shared_system_client import SharedSystemClient
    from chromadb.config import Settings as ChromaSettings
    from chromadb.errors import ChromaError

    if fresh:
        SharedSystemClient.clear_system_cache()
    try:
        return chromadb.PersistentClient(str(directory), settings=ChromaSettings(**CHROMA))
    except (ChromaError, OSError, ValueError, RuntimeError) as error:
        raise _damaged(directory, error) from error


def _damaged(directory: Path, error: Exception) -> LibraryError:
    return LibraryError(
        f"Vektorregistret i {directory} kan inte öppnas ({error}): "
        "bygg om det med «motesminne doctor --rebuild»."
    )


def _within(documents: Sequence[DocumentKey]) -> dict[str, Any]:
    return {"document": {"$in": [int(document) for document in documents]}}


def _batches(count: int, size: int) -> Iterator[slice]:
    return (slice(start, start + size) for start in range(0, count, size))
