"""Write to the library: SQLite first, then words and vectors, so that a crash can be mended."""

import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout
from numpy.typing import NDArray

from rag import amendments, records
from rag.context import index_text
from rag.corrections import check_correction
from rag.database import Database
from rag.embedding import Embedder
from rag.errors import LibraryError, LibraryLockedError
from rag.indexes import Indexes
from rag.lexical import Row
from rag.library import Library
from rag.minutes import ChunkKey, Document, DocumentId, DocumentKey
from rag.records import KeyedDocument
from rag.soundness import Finding, findings
from rag.vectors import VectorIndex

Embedded = tuple[Sequence[DocumentKey], Sequence[ChunkKey], NDArray[np.float32]]
"""Of each chunk its document, the chunk and its vector, (chunks, dimension)."""

# Documents indexed at a time: each batch is one commit to the word index.
REBUILD_BATCH = 64


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

    def locate(self, location: str, source: str, document: DocumentId | None) -> None:
        """Note that *location* holds a *document* that is in the library, or none any longer."""
        with self.writing():
            with self._db.transaction():
                self._locate(location, source, document)
                records.discard_unlocated(self._db)
                self._db.bump()
            self._forget_doomed()
            self._refresh()

    def _locate(self, location: str, source: str, document: DocumentId | None) -> None:
        records.locate(self._db, location=location, source=source, document=document)

    def correct(self, document: DocumentId, corrections: Mapping[str, str | None]) -> None:
        """Let *document* say what the user wrote for fields; `None` takes a correction back.

        Raises:
            CorrectionError: there is no such field, or a value is none of its values.
        """
        for field, written in corrections.items():
            check_correction(field, written)
        with self.writing():
            with self._db.transaction():
                amendments.correct(self._db, document, corrections)
            self._refresh()

    def note(self, change: Callable[[Database], object]) -> None:
        """Let *change* write what the user noted of the library, in one transaction."""
        with self.writing(), self._db.transaction():
            change(self._db)

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
                for embedded in rebuilt:
                    records.insert_vectors(self._db, *embedded)
                self._db.set_meta("generation", str(previous + 1))
                self._db.set_meta("embedding", self._embedder.identity)
                records.forget(self._db, records.doomed(self._db))
                amendments.refreshed(self._db, amendments.stale(self._db))
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
        return findings(self._db, self._indexes, self._embedder.identity)

    def _recover(self) -> None:
        self._indexes.forget_stale()
        with self._db.transaction():
            records.discard_pending(self._db)
        self._forget_doomed()
        self._refresh()

    def _refresh(self) -> None:
        """Index what was corrected anew; done again after a crash, it does no harm."""
        if stale := amendments.stale(self._db):
            self._index(list(self.library.keyed_documents(stale)), replaced=stale)
            with self._db.transaction():
                amendments.refreshed(self._db, stale)

    def _forget_doomed(self) -> None:
        """Take the doomed out of both indexes; done again after a crash, it does no harm."""
        doomed = records.doomed(self._db)
        if doomed:
            self._indexes.words.update([], removed=doomed)
            self._indexes.vectors.remove(doomed)
            with self._db.transaction():
                records.forget(self._db, doomed)

    def _index(
        self, entries: Sequence[KeyedDocument], *, replaced: Sequence[DocumentKey] = ()
    ) -> None:
        """Put the chunks of *entries* into words and vectors, in place of those *replaced*."""
        rows = list(_rows(entries))
        if not rows:
            return
        vectors = self._indexes.vectors
        with ThreadPoolExecutor(1) as aside:  # each keeps about one processor busy
            embedding = aside.submit(self._embed, rows, vectors)
            self._indexes.words.update(rows, removed=replaced)
        with self._db.transaction():
            records.insert_vectors(self._db, *embedding.result())
        if not self._db.meta("embedding"):
            self._db.set_meta("embedding", self._embedder.identity)

    def _embed(self, rows: Sequence[Row], vectors: VectorIndex) -> Embedded:
        """Embed the texts of *rows*, put them into *vectors*, and return them by chunk."""
        documents, chunks, texts = zip(*rows, strict=True)
        embedded = self._embedder.embed_passages(texts)
        vectors.add(documents, chunks, embedded)
        return documents, chunks, embedded


def _rows(entries: Iterable[KeyedDocument]) -> Iterator[Row]:
    for key, document, chunk_keys in entries:
        for chunk_key, chunk in zip(chunk_keys, document.chunks, strict=True):
            yield key, chunk_key, index_text(document, chunk)
