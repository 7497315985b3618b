"""Take files into the library: read, parse, chunk, store; an unchanged file costs nothing."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.chunk import chunk_minutes
from ingest.failure import unreadable
from ingest.files import Found, Problem, find_files
from ingest.parse import parse_minutes
from ingest.read import read_source
from rag.errors import ReadError
from rag.minutes import Document, DocumentId
from rag.settings import Settings
from rag.store import Store

# Files committed together: one commit to the word index costs as much as indexing several files.
BATCH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of each file, by its path as given."""

    read: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    failed: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    """What could not be read in files that were taken in."""
    skipped: tuple[str, ...] = ()
    """Files of other kinds in the folders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far an ingest has come."""

    done: int
    total: int
    source: str
    """The file just dealt with."""


def ingest(
    paths: Sequence[Path],
    store: Store,
    *,
    settings: Settings,
    on_progress: Callable[[Progress], None] | None = None,
) -> Report:
    """Take in files, folders (recursively) and globs.

    A file that fails is reported and the others go in. When this returns, those reported as read
    or replaced survive a crash.

    Raises:
        LibraryError: the library cannot be written, or another program is writing.
    """
    found = find_files(paths)
    run = _Run(store, settings.max_file_mb * 1_000_000)
    with store.writing():
        for done, file in enumerate(found.files, start=1):
            run.take(file)
            if on_progress:
                on_progress(Progress(done=done, total=len(found.files), source=str(file)))
        run.commit()
    return run.report(found)


class _Run:
    """One ingest: what is read but not yet stored, and what became of each file."""

    def __init__(self, store: Store, max_bytes: int) -> None:
        self._store = store
        self._max_bytes = max_bytes
        self._batch: dict[DocumentId, Document] = {}
        self._read: list[str] = []
        self._unchanged: list[str] = []
        self._replaced: list[str] = []
        self._failed: list[Problem] = []
        self._warnings: list[Problem] = []

    def take(self, file: Path) -> None:
        try:
            self._take(file)
        except ReadError as error:
            self._failed.append(Problem(source=str(file), message=str(error)))

    def _take(self, file: Path) -> None:
        location, source = str(file.absolute()), str(file)
        document_id = digest(file)
        library = self._store.library
        before = library.located(location)
        if document_id in self._batch:
            self.commit()
        if library.holds(document_id):
            if before != document_id:
                self._store.locate(location, source, document_id)
            self._unchanged.append(source)
            return
        document = read_document(file, document_id, max_bytes=self._max_bytes)
        self._batch[document_id] = document
        (self._replaced if before else self._read).append(source)
        self._warnings.extend(Problem(source=source, message=w) for w in document.warnings)
        if len(self._batch) >= BATCH:
            self.commit()

    def commit(self) -> None:
        self._store.add(list(self._batch.values()))
        self._batch.clear()

    def report(self, found: Found) -> Report:
        return Report(
            read=tuple(self._read),
            unchanged=tuple(self._unchanged),
            replaced=tuple(self._replaced),
            failed=(*found.failed, *self._failed),
            skipped=found.skipped,
            warnings=tuple(self._warnings),
        )


def digest(file: Path) -> DocumentId:
    """Return the identity of *file*: the SHA-256 of its bytes.

    Raises:
        ReadError: it does not exist or may not be read.
    """
    try:
        if file.exists() and not file.is_file():
            raise unreadable(file, "är ingen vanlig fil; ange en fil.")  # a pipe has no end
        with file.open("rb") as stream:
            return DocumentId(hashlib.file_digest(stream, "sha256").hexdigest())
    except OSError as error:
        reason = f"kan inte läsas ({error.strerror}): kontrollera sökvägen och läsrättigheten."
        raise unreadable(file, reason) from error


def read_document(file: Path, document_id: DocumentId, *, max_bytes: int) -> Document:
    """Read and understand one file.

    Raises:
        ReadError: it cannot be read as text.
    """
    source = read_source(file, max_bytes=max_bytes)
    minutes = parse_minutes(source.text, file_name=file.name)
    return Document(
        id=document_id,
        source=str(file),
        location=str(file.absolute()),
        text=source.text,
        pages=source.pages,
        warnings=source.warnings,
        minutes=minutes,
        chunks=chunk_minutes(source.text, minutes, source.pages),
    )
