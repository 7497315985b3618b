"""Make words and vectors anew from the library's SQLite file, the vectors as the next generation.

Each generation of the vectors has a home of its own. SQLite's pointer to it is moved in one
transaction when it is whole, and then the earlier one goes: a crash at any moment leaves the one or
the other, and nothing of a removed document stays in files that are only emptied, never shortened.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rag.errors import LibraryError
from rag.indexing.exact import as_numbers
from rag.indexing.lexical import Row, WordIndex
from rag.minutes import ChunkKey, DocumentKey
from rag.models.embedding import Embedder
from rag.phrasing.context import index_text
from rag.storing import amendments, records
from rag.storing.database import Database
from rag.storing.indexes import UNBUILT, VECTORS
from rag.storing.library import Library
from rag.storing.records import KeyedDocument
from rag.storing.vector_homes import Homes, remove

Embedded = tuple[Sequence[DocumentKey], Sequence[ChunkKey], NDArray[np.float32]]
"""Of each chunk its document, the chunk and its vector, (chunks, dimension)."""
Columns = tuple[Sequence[DocumentKey], Sequence[ChunkKey], Sequence[str]]
"""The same with its text."""

UNPACKED = ".restoring-"
"""What the directory of a backup that is being restored begins with, in the library's."""

# Documents indexed at a time: each batch is one commit to the word index.
BATCH = 64


def index_rows(entries: Iterable[KeyedDocument]) -> Iterator[Row]:
    """Yield the chunks of *entries* as they are indexed."""
    for key, document, chunk_keys in entries:
        for chunk_key, chunk in zip(chunk_keys, document.chunks, strict=True):
            yield key, chunk_key, index_text(document, chunk)


def rebuild(
    directory: Path, db: Database, embedder: Embedder, homes: Homes, *, embed: bool
) -> None:
    """Make words and vectors of all documents anew; the caller holds the writer's lock.

    Args:
        directory: The library's.
        db: Its SQLite file.
        embedder: What the vectors are to be of.
        homes: Where they are kept.
        embed: Make the vectors themselves anew too; otherwise those in SQLite are taken.
    """
    with db.transaction():
        records.discard_pending(db)
    library = Library(db)
    _rebuild_words(directory, library)
    successor = int(db.meta("generation", "1")) + 1
    index = homes.make(successor)
    made = []
    documents = library.keyed_documents()
    while batch := list(islice(documents, BATCH)):
        for keys, chunks, texts in _columns(batch):
            vectors = None if embed else _stored(db, chunks)
            if vectors is None:
                vectors = embedder.embed_passages(texts)
                made.append((keys, chunks, vectors))
            index.add(keys, chunks, vectors)
    identity = embedder.identity if embed else db.meta("embedding", embedder.identity)
    _switch(db, identity, successor, made)
    tidy(directory, db, homes)


def tidy(directory: Path, db: Database, homes: Homes) -> None:
    """Take away what rebuilding, or a crash in it, left of other generations of the vectors."""
    homes.tidy(int(db.meta("generation", "1")))
    for unpacked in directory.glob(f"{UNPACKED}*"):
        remove(unpacked)


def _rebuild_words(directory: Path, library: Library) -> None:
    """Make the words anew in one step, in a new directory if it must be."""
    home = directory / "words"
    try:
        words = WordIndex.open(home)
    except LibraryError:
        remove(home)
        words = WordIndex.open(home)
    words.replace(index_rows(library.keyed_documents()))


def _columns(entries: Sequence[KeyedDocument]) -> Iterator[Columns]:
    rows = list(index_rows(entries))
    if rows:
        keys, chunks, texts = zip(*rows, strict=True)
        yield keys, chunks, texts


def _stored(db: Database, chunks: Sequence[ChunkKey]) -> NDArray[np.float32] | None:
    """Return the vectors of *chunks* that SQLite holds; `None` unless it has all of them."""
    found: dict[ChunkKey, bytes] = dict(db.rows(VECTORS, [json.dumps(chunks)]))
    if found.keys() != set(chunks):
        return None
    return np.stack([as_numbers(found[chunk]) for chunk in chunks]).astype(np.float32)


def _switch(db: Database, identity: str, generation: int, made: Sequence[Embedded]) -> None:
    with db.transaction():
        for embedded in made:
            records.insert_vectors(db, *embedded)
        db.set_meta("generation", str(generation))
        db.set_meta("embedding", identity)
        db.rows("delete from meta where name = ?", [UNBUILT])
        records.forget(db, records.doomed(db))
        amendments.refreshed(db, amendments.stale(db))
        db.bump()
