"""Write to the library: SQLite first, then words and vectors, so that a crash can be mended."""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout
from numpy.typing import NDArray

from rag import records
from rag.context import context
from rag.database import Database
from rag.embedding import Embedder
from rag.errors import LibraryError, LibraryLockedError
from rag.indexes import Indexes
from rag.lexical import Row
from rag.library import Library
from rag.minutes import Chunk, ChunkKey, Document, DocumentId
from rag.records import KeyedDocument
from rag.results import Filters
from rag.vectors import VectorIndex

Embedded = tuple[Sequence[ChunkKey], NDArray[np.float32]]
"""Chunks and their vectors, (chunks, dimension)."""

# Documents indexed at a time: each batch is one commit to the word index.
REBUILD_BATCH = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that `Store.check` looked at; `detail` is a Swedish sentence."""

    name: str
    ok: bool
    detail: str


class Store:
    """The one writer of the library in *directory*."""

    def __init__(
        self, directory: Path, database: Database, embedder: Embedder, *, lock_timeout_s: float
    ) -> None:
        self.directory = directory
        self.library = Library(database)
        self._db = database
        self._embedder = embedder
        self._indexes = Indexes(directory, database, embedder)
        self._lock = FileLock(directory / ".lock", timeout=lock_timeout_s)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the writer's lock, and mend what an earlier crash left.

        Raises:
            LibraryLockedError: another process keeps it longer than the settings allow to wait.
            LibraryError: the disk is full, or the directory cannot be written.
        """
        with self._locked():
            if self._lock.lock_counter == 1:
                self._recover()
            yield
            self._indexes.mark_seen()

    @contextmanager
    def _locked(self) -> Iterator[None]:
        try:
            with self._lock:
                yield
        except Timeout as error:
            raise LibraryLockedError(
                f"Biblioteket i {self.directory} skrivs just nu av ett annat program: "
                "vänta tills det är klart och försök igen."
            ) from error
        except (OSError, sqlite3.Error) as error:
            raise LibraryError(
                f"Det gick inte att skriva i biblioteket {self.directory} ({error}): kontrollera "
                "att disken inte är full och att du får skriva i mappen."
            ) from error

    def add(self, documents: Sequence[Document]) -> None:
        """Take *documents* in; each replaces what its location held before, in one step.

        When this returns they survive a crash, and before that readers see nothing of them.
        """
        with self.writing():
            with self._db.transaction():
                entries = [records.insert_pending(self._db, document) for document in documents]
            self._index(entries)
            with self._db.transaction():
                records.publish(self._db, [key for key, _, _ in entries])
                for document in documents:
                    self._locate(document.location, document.source, document.id)
                records.discard_unlocated(self._db)
            self._forget_doomed()

    def locate(self, location: str, source: str, document: DocumentId) -> None:
        """Note that the file at *location* holds a *document* that is already in the library."""
        with self.writing():
            with self._db.transaction():
                self._locate(location, source, document)
                records.discard_unlocated(self._db)
                self._db.bump()
            self._forget_doomed()

    def _locate(self, location: str, source: str, document: DocumentId) -> None:
        records.locate(self._db, location=location, source=source, document=document)

    def remove(self, document: DocumentId) -> None:
        """Remove *document* and all that was made from it."""
        with self.writing():
            with self._db.transaction():
                records.remove(self._db, document)
            # The word index keeps the words of what is deleted until it happens to merge its files.
            self._indexes.words.replace(_rows(self.library.keyed_documents()))
            self._forget_doomed()
            self._db.checkpoint()

    def rebuild(self) -> None:
        """Make words and vectors anew from SQLite, the vectors as the next generation.

        The old ones may be damaged, or another model's.
        """
        with self._locked():
            with self._db.transaction():
                records.discard_pending(self._db)
            self._indexes = Indexes(self.directory, self._db, self._embedder)
            self._rebuild_words()
            previous = self._indexes.generation
            successor = self._empty_vectors(previous + 1)
            documents = self.library.keyed_documents()
            rebuilt = []
            while batch := list(islice(documents, REBUILD_BATCH)):
                if rows := list(_rows(batch)):
                    rebuilt.append(self._embed(rows, successor))
            with self._db.transaction():
                for chunks, embedded in rebuilt:
                    records.insert_vectors(self._db, chunks, embedded)
                self._db.set_meta("generation", str(previous + 1))
                self._db.set_meta("embedding", self._embedder.identity)
                records.forget(self._db, records.doomed(self._db))
                self._db.bump()
            self._indexes.open_vectors(previous).drop()
            self._indexes.mark_seen()

    def _rebuild_words(self) -> None:
        """Make the words anew in one step, in a new directory if it must be."""
        try:
            words = self._indexes.words
        except LibraryError:
            shutil.rmtree(self.directory / "words")
            words = self._indexes.words
        words.replace(_rows(self.library.keyed_documents()))

    def _empty_vectors(self, generation: int) -> VectorIndex:
        """Open *generation* without what a crash left, in a new directory if it must be."""
        try:
            self._indexes.open_vectors(generation).drop()
        except LibraryError:
            shutil.rmtree(self.directory / "vectors")
        return self._indexes.open_vectors(generation)

    def check(self) -> list[Finding]:
        """Compare SQLite, words and vectors; see `rebuild` for what mends a difference."""
        chunks = self.library.searched(Filters()).chunks
        sound = str(self._db.value("pragma integrity_check"))
        doomed = len(records.doomed(self._db))
        return [
            Finding(name="Databas", ok=sound == "ok", detail=f"SQLite: {sound}"),
            _counted("Ordregister", len(self._indexes.words), chunks),
            _counted("Vektorer", self._db.value("select count(*) from vector"), chunks),
            _counted("Vektorregister", len(self._indexes.vectors), chunks),
            Finding(
                name="Borttaget", ok=not doomed, detail=f"{doomed} dokument väntar på rensning"
            ),
            Finding(name="Inbäddning", ok=True, detail=self._embedder.identity),
        ]

    def _recover(self) -> None:
        self._indexes.forget_stale()
        with self._db.transaction():
            records.discard_pending(self._db)
        self._forget_doomed()

    def _forget_doomed(self) -> None:
        """Take the doomed out of both indexes; done again after a crash, it does no harm."""
        doomed = records.doomed(self._db)
        if doomed:
            self._indexes.words.update([], removed=doomed)
            self._indexes.vectors.remove(doomed)
            with self._db.transaction():
                records.forget(self._db, doomed)

    def _index(self, entries: Sequence[KeyedDocument]) -> None:
        """Put the chunks of *entries* into words and vectors."""
        rows = list(_rows(entries))
        if not rows:
            return
        self._indexes.words.update(rows)
        with self._db.transaction():
            records.insert_vectors(self._db, *self._embed(rows, self._indexes.vectors))
        if not self._db.meta("embedding"):
            self._db.set_meta("embedding", self._embedder.identity)

    def _embed(self, rows: Sequence[Row], vectors: VectorIndex) -> Embedded:
        """Embed the texts of *rows*, put them into *vectors*, and return them by chunk."""
        documents, chunks, texts = zip(*rows, strict=True)
        embedded = self._embedder.embed_passages(texts)
        vectors.add(documents, chunks, embedded)
        return chunks, embedded


def _rows(entries: Iterable[KeyedDocument]) -> Iterator[Row]:
    for key, document, chunk_keys in entries:
        for chunk_key, chunk in zip(chunk_keys, document.chunks, strict=True):
            yield key, chunk_key, index_text(document, chunk)


def index_text(document: Document, chunk: Chunk) -> str:
    """Return what is indexed for *chunk*: its words after those that tell where it stands."""
    return f"{context(document.minutes, chunk.heading_path)}\n{chunk.span.of(document.text)}"


def _counted(name: str, found: int, expected: int) -> Finding:
    return Finding(
        name=name,
        ok=found == expected,
        detail=f"{found} av {expected} textstycken"
        + ("" if found == expected else ": bygg om med «motesminne doctor --rebuild»"),
    )
