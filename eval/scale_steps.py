"""Measure each step of indexing by itself: SQLite, words, embedding, vectors."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.recombined import recombined_minutes
from eval.scale_measures import BATCH, gather
from rag.access import EVERYTHING
from rag.indexing.lexical import WordIndex
from rag.indexing.vectors import VectorIndex
from rag.minutes import Document
from rag.models.embedding import load_embedder
from rag.phrasing.context import index_text
from rag.settings import Settings
from rag.storing import records
from rag.storing.database import Database

Batch = Sequence[Document]


def steps(texts: Sequence[Path], size: int) -> Mapping[str, float]:
    """Return how many chunks a second each step takes in, with at least *size* chunks."""
    meetings = recombined_minutes(gather(texts), seed=4)
    batches, chunks = list[Batch](), 0
    while chunks < size:
        batches.append(list(islice(meetings, BATCH)))
        chunks += sum(len(document.chunks) for document in batches[-1])
    with TemporaryDirectory(prefix="motesminne-", ignore_cleanup_errors=True) as folder:
        return {name: chunks / seconds for name, seconds in _steps(batches, Path(folder)).items()}


def _steps(batches: Sequence[Batch], folder: Path) -> dict[str, float]:
    database, embedder = Database.open(folder, EVERYTHING), load_embedder(Settings())
    words = WordIndex.open(folder / "words")
    index = VectorIndex.open(folder / "vectors", generation=1, fresh=True)
    took: dict[str, float] = {}
    for batch in batches:
        with _timed(took, "SQLite"), database.transaction():
            entries = [records.insert_pending(database, document) for document in batch]
        rows = [
            (key, chunk_key, index_text(document, chunk))
            for key, document, chunk_keys in entries
            for chunk_key, chunk in zip(chunk_keys, document.chunks, strict=True)
        ]
        documents, chunks, said = zip(*rows, strict=True)
        with _timed(took, "ord"):
            words.update(rows)
        with _timed(took, "inbäddning"):
            vectors = embedder.embed_passages(said)
        with _timed(took, "Chroma"):
            index.add(documents, chunks, vectors)
        with _timed(took, "SQLite"), database.transaction():
            records.insert_vectors(database, documents, chunks, vectors)
    return took


@contextmanager
def _timed(took: dict[str, float], name: str) -> Iterator[None]:
    started = time.perf_counter()
    yield
    took[name] = took.get(name, 0.0) + time.perf_counter() - started
