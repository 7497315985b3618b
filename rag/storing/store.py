"""Write to the library: SQLite first, then words and vectors, so that a crash can be mended."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from filelock import FileLock

from rag.errors import DamagedVectorsError, NoVectorsError, ReplacedIndexError
from rag.minutes import Document, DocumentId
from rag.models.embedding import Embedder
from rag.storing import amendments, records
from rag.storing.corrections import check_correction
from rag.storing.database import Database
from rag.storing.indexes import UNBUILT, Indexes
from rag.storing.kept_conversations import forget_citing
from rag.storing.library import Library
from rag.storing.locking import alone
from rag.storing.rebuilding import index_rows, rebuild, tidy
from rag.storing.scrubbing import Left, left, note_left, scrub, scrub_left
from rag.storing.soundness import Finding, findings
from rag.storing.updating import forget_doomed, take_in
from rag.storing.vector_homes import NAME, PLACE, Folders, Homes


class Store:
    """The one writer of the library in *directory*."""

    def __init__(
        self,
        directory: Path,
        database: Database,
        embedder: Embedder,
        *,
        lock_timeout_s: float,
        homes: Homes | None = None,
    ) -> None:
        self.directory = directory
        self.library = Library(database)
        self._db = database
        self._embedder = embedder
        self._homes = homes or Folders(directory, database)
        self._indexes = Indexes(directory, database, embedder, homes=self._homes)
        self._lock = FileLock(directory / ".lock", timeout=lock_timeout_s)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the writer's lock, and mend what an earlier crash left.

        Raises:
            AccessError: only a part of the library is seen.
            LibraryLockedError: another process keeps it longer than the settings allow to wait.
            LibraryError: the disk is full, or the directory cannot be written.
        """
        with alone(self._lock, self.directory, self._db.access):
            if self._lock.lock_counter == 1:
                self._recover()
            with self._indexes.held():
                yield

    @contextmanager
    def indexing(self) -> Iterator[None]:
        """Hold the lock for what changes words and vectors; vectors that were lost are made anew.

        Raises:
            NoVectorsError: the vectors' server does not answer; nothing is changed.
        """
        with self.writing():
            if not self._homes.are_there(self._indexes.generation):
                self._rebuild()
            yield

    def add(self, documents: Sequence[Document]) -> None:
        """Take *documents* in; each replaces what its location held before, in one step.

        When this returns they survive a crash, and before that readers see nothing of them.
        """
        with self.indexing():
            with self._db.transaction():
                entries = [records.insert_pending(self._db, document) for document in documents]
            take_in(self._db, self._indexes, self._embedder, entries)
            with self._db.transaction():
                records.publish(self._db, [key for key, _, _ in entries])
                for document in documents:
                    self._locate(document.location, document.source, document.id)
                records.discard_unlocated(self._db)
            forget_doomed(self._db, self._indexes)

    def locate(self, location: str, source: str, document: DocumentId | None) -> None:
        """Note that *location* holds a *document* that is in the library, or none any longer."""
        with self.indexing():
            with self._db.transaction():
                self._locate(location, source, document)
                records.discard_unlocated(self._db)
                self._db.bump()
            forget_doomed(self._db, self._indexes)
            self._refresh()

    def _locate(self, location: str, source: str, document: DocumentId | None) -> None:
        records.locate(self._db, location=location, source=source, document=document)

    def correct(self, document: DocumentId, corrections: Mapping[str, str | None]) -> None:
        """Let *document* say what the user wrote for fields; `None` takes a correction back.

        Raises:
            CorrectionError: there is no such field, or a value is none of its values.
            UnknownMeetingError: it is not there, or no longer.
        """
        for field, written in corrections.items():
            check_correction(field, written)
        with self.indexing():
            with self._db.transaction():
                amendments.correct(self._db, document, corrections)
            self._refresh()

    def note(self, change: Callable[[Database], object]) -> None:
        """Let *change* write what the user noted of the library, in one transaction."""
        # What those who see a part keep of their own stands in tables that need no mending.
        held = nullcontext() if self._db.access.is_limited else self.writing()
        with held, self._db.transaction():
            change(self._db)

    def remove(self, *documents: DocumentId) -> None:
        """Remove *documents* and all that was made from them; many cost no more than one."""
        with self.indexing():
            self.hide(*documents)
            self.clear()

    def hide(self, *documents: DocumentId) -> None:
        """Remove *documents* at once from all that is read; `clear` leaves nothing in any file."""
        with self.indexing():
            self._take_out(documents, Left.EVERYWHERE)
            forget_doomed(self._db, self._indexes)

    def clear(self) -> None:
        """Take the words of what was removed out of all files; done again, it does no harm.

        Raises:
            LibraryError: someone still reads what was there before.
            NoVectorsError: the vectors' server does not answer; nothing is changed.
        """
        with self.indexing():
            match left(self._db):
                case Left.EVERYWHERE:
                    note_left(self._db, Left.HALF_CLEARED)
                    # The word index keeps the words of what is deleted until it merges its files.
                    self._indexes.words.replace(index_rows(self.library.keyed_documents()))
                    note_left(self._db, Left.DATABASE)
                case Left.HALF_CLEARED:
                    self._rebuild()
            if not self.is_cleared:
                scrub(self._db)

    @property
    def is_cleared(self) -> bool:
        """Tell whether nothing of what was removed is left in any file."""
        return left(self._db) is None

    def purge(self, documents: Sequence[DocumentId]) -> int:
        """Remove *documents* with the turns of conversations that cite them, and write all anew.

        Nothing that has ever been removed or replaced is left in any file of words or vectors, or
        in SQLite's.

        Returns:
            The number of those turns.
        """
        with self.indexing():
            turns = self._take_out(documents, Left.HALF_CLEARED, turns=True)
            self._rebuild()
            scrub(self._db)
        return turns

    def _take_out(
        self, documents: Sequence[DocumentId], where: Left, *, turns: bool = False
    ) -> int:
        with self._db.transaction():
            forgotten = forget_citing(self._db, documents) if turns else 0
            for document in documents:
                records.remove(self._db, document)
            note_left(self._db, where)
        return forgotten

    def rebuild(self) -> None:
        """Make words and vectors anew from SQLite, the vectors as the next generation.

        The old ones may be damaged, or another model's.
        """
        with alone(self._lock, self.directory, self._db.access):
            self._rebuild(embed=True)
            scrub_left(self._db)

    def _rebuild(self, *, embed: bool = False) -> None:
        embed = embed or self._db.meta("embedding") != self._embedder.identity
        rebuild(self.directory, self._db, self._embedder, self._homes, embed=embed)
        if left(self._db):
            note_left(self._db, Left.DATABASE)
        self._indexes = Indexes(self.directory, self._db, self._embedder, homes=self._homes)

    def replace_all(self, other: Database, moved: Callable[[], object]) -> None:
        """Hold what *other* holds and nothing else; *moved* puts the files beside it in place.

        Cut off, it is finished by the next writer; until then readers are told to wait.
        """
        with alone(self._lock, self.directory, self._db.access):
            with other.transaction():
                other.set_meta(UNBUILT, "1")
                note_left(other, Left.DATABASE)  # of what this one holds, and *other* does not
                other.set_meta("generation", str(self._indexes.generation + 1))
                other.set_meta("revision", str(max(self._db.revision, other.revision) + 1))
                for own in (NAME, PLACE):
                    other.set_meta(own, self._db.meta(own))
            self._db.copy_from(other.path)
            moved()
            self._rebuild()
            scrub(self._db)

    def check(self) -> list[Finding]:
        """Compare SQLite, words and vectors; see `rebuild` for what mends a difference."""
        return findings(self._db, self._indexes, self._embedder.identity)

    def _recover(self) -> None:
        if self._db.meta(UNBUILT):
            self._rebuild()
        self._indexes.forget_stale()
        with self._db.transaction():
            records.discard_pending(self._db)
        # What is left for the vectors to do waits for their server, or until they are made anew.
        with suppress(DamagedVectorsError, NoVectorsError, ReplacedIndexError):
            self._mend()

    def _mend(self) -> None:
        tidy(self.directory, self._db, self._homes)
        forget_doomed(self._db, self._indexes)
        self._refresh()
        if left(self._db) is Left.HALF_CLEARED:
            self._rebuild()
        scrub_left(self._db)

    def _refresh(self) -> None:
        """Index what was corrected anew; done again after a crash, it does no harm."""
        if stale := amendments.stale(self._db):
            entries = list(self.library.keyed_documents(stale))
            take_in(self._db, self._indexes, self._embedder, entries, replaced=stale)
            with self._db.transaction():
                amendments.refreshed(self._db, stale)
