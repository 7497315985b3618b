"""Bring words and vectors up to what SQLite holds, a few documents at a time."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from rag.indexing.lexical import Row
from rag.indexing.vectors import VectorIndex
from rag.minutes import DocumentKey
from rag.models.embedding import Embedder
from rag.storing import records
from rag.storing.database import Database
from rag.storing.indexes import Indexes
from rag.storing.rebuilding import Embedded, index_rows
from rag.storing.records import KeyedDocument


def take_in(
    db: Database,
    indexes: Indexes,
    embedder: Embedder,
    entries: Sequence[KeyedDocument],
    *,
    replaced: Sequence[DocumentKey] = (),
) -> None:
    """Put the chunks of *entries* into words and vectors, in place of those *replaced*."""
    rows = list(index_rows(entries))
    if not rows:
        return
    vectors = indexes.vectors
    with ThreadPoolExecutor(1) as aside:  # each keeps about one processor busy
        embedding = aside.submit(_embed, embedder, rows, vectors)
        indexes.words.update(rows, removed=replaced)
    with db.transaction():
        records.insert_vectors(db, *embedding.result())
    if not db.meta("embedding"):
        db.set_meta("embedding", embedder.identity)


def _embed(embedder: Embedder, rows: Sequence[Row], vectors: VectorIndex) -> Embedded:
    """Embed the texts of *rows*, put them into *vectors*, and return them by chunk."""
    documents, chunks, texts = zip(*rows, strict=True)
    embedded = embedder.embed_passages(texts)
    vectors.add(documents, chunks, embedded)
    return documents, chunks, embedded


def forget_doomed(db: Database, indexes: Indexes) -> None:
    """Take the doomed out of both indexes; done again after a crash, it does no harm."""
    doomed = records.doomed(db)
    if doomed:
        indexes.words.update([], removed=doomed)
        indexes.vectors.remove(doomed)
        with db.transaction():
            records.forget(db, doomed)
