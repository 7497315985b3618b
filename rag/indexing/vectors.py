"""Keep the chunks' vectors in Chroma and rank by them.

Only ids, vectors and the document's key are stored there: the text would cost three times the
time and five times the disk, and stay behind when a document is removed.
"""

import threading
import weakref
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from time import perf_counter, sleep
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rag.errors import ReplacedIndexError
from rag.indexing.faults import LOOK_AGAIN_S, LOOKS, Telling, damaged, require_room, require_sound
from rag.indexing.hnsw_files import clear_unused
from rag.many import give_way, turns_are_taken
from rag.minutes import ChunkKey, DocumentKey

# Chroma's own limit is 5,461 records a call.
BATCH = 2_000
# Nobody else in the process has a turn while Chroma takes vectors in: so many at a time keep them
# from it for 40 ms, 1,000 for 350, which is half as quick.
IN_TURNS = 64
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

# An index that Chroma has not written out since its first vector is begun anew by every process
# that opens it, with room that nobody has cleared: so it is written out at once, and later seldom.
AT_ONCE: Mapping[str, int] = {"sync_threshold": 1, "batch_size": 1}
SELDOM: Mapping[str, int] = {"sync_threshold": 1_000, "batch_size": 100}

# Without the first, a `.env` in the folder where the user happens to be would steer Chroma.
CHROMA: dict[str, Any] = {"_env_file": None, "anonymized_telemetry": False}

_opening = threading.Lock()


class VectorIndex:
    """One collection of unit vectors; it belongs to one embedding identity."""

    def __init__(self, collection: Any, home: Path | None = None) -> None:
        """Take a collection of Chroma's, whose files are at *home*, or one on a server."""
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
            DamagedVectorsError: Chroma cannot open it, or it would end the process.
        """
        with _opening, Telling(directory):
            require_sound(directory)
            client = _client(directory, fresh=fresh)
            collection = client.get_or_create_collection(
                f"chunks-{generation}",
                embedding_function=None,
                configuration={"hnsw": {**hnsw, **AT_ONCE}},
            )
            index = cls(collection, directory)
            # Chroma's own objects refer to each other: until Python came upon such a circle, each
            # opening would keep ten files, six threads and some twenty megabytes.
            weakref.finalize(index, client._system.stop).atexit = False  # noqa: SLF001 - see above
        return index

    def add(
        self,
        documents: Sequence[DocumentKey],
        chunks: Sequence[ChunkKey],
        vectors: NDArray[np.float32],
    ) -> None:
        """Store one vector a chunk; `vectors` is (chunks, dimension)."""
        # In half precision as SQLite keeps them: made anew from there the index is the same.
        vectors = vectors.astype(np.float16).astype(np.float32)
        by_turns = self._home is not None and turns_are_taken()
        for part in _batches(len(chunks), IN_TURNS if by_turns else BATCH):
            began = perf_counter()
            self._ask(
                "upsert",
                ids=[str(chunk) for chunk in chunks[part]],
                embeddings=vectors[part],
                metadatas=[{"document": int(document)} for document in documents[part]],
            )
            if by_turns:
                give_way(perf_counter() - began)
        if self._home is not None:
            self._settle(self._home)

    def _settle(self, home: Path) -> None:
        """Leave nothing in the files at *home* but vectors, and let Chroma write them seldom."""
        clear_unused(home)
        if self._collection.configuration["hnsw"]["sync_threshold"] == AT_ONCE["sync_threshold"]:
            self._collection.modify(configuration={"hnsw": dict(SELDOM)})

    def remove(self, documents: Sequence[DocumentKey]) -> None:
        """Forget the vectors of *documents*."""
        for part in _batches(len(documents), FILTER):
            self._ask("delete", where=_within(documents[part]))

    def __len__(self) -> int:
        return int(self._ask("count"))

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
        if self._home is None:  # it tells of its faults itself
            return getattr(self._collection, method)(**arguments)
        from chromadb.errors import InternalError, NotFoundError

        home = self._home
        for looks_left in reversed(range(LOOKS)):
            try:
                with Telling(home, {"PanicException"}):
                    return getattr(self._collection, method)(**arguments)
            except (InternalError, NotFoundError) as error:
                require_room(error)
                if isinstance(error, NotFoundError) or not home.exists():
                    raise ReplacedIndexError.rebuilt() from error
                if not looks_left:
                    raise damaged(home, error) from error
            sleep(LOOK_AGAIN_S)  # somebody may be writing the files just now
        return None


def load_chroma() -> None:
    """Load Chroma: that takes a second, in which no one should have to wait for a lock."""
    import chromadb.api.rust  # noqa: F401


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
        raise damaged(directory, error) from error


def _within(documents: Sequence[DocumentKey]) -> dict[str, Any]:
    return {"document": {"$in": [int(document) for document in documents]}}


def _batches(count: int, size: int) -> Iterator[slice]:
    return (slice(start, start + size) for start in range(0, count, size))
