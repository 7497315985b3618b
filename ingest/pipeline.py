"""Take files, and what lies in them, into the library: read, parse, chunk, store."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Protocol

from ingest.chunk import chunk_minutes
from ingest.failure import Problem, problem
from ingest.files import Found, find_files
from ingest.formats import Format, recognise
from ingest.limits import limits_of
from ingest.members import Members
from ingest.parse import parse_minutes
from ingest.read import load
from ingest.reading import Reading
from ingest.source import MEMBER, File, Source
from rag.answering.copies import told_of_files
from rag.errors import ReadError
from rag.identity import identity
from rag.indexing.vectors import load_chroma
from rag.minutes import Document, DocumentId, Minutes
from rag.settings import Settings
from rag.storing.library import Library
from rag.storing.store import Store

# Files committed together: one commit to the word index costs as much as indexing several files.
BATCH = 128

# Characters. What a shorter text says takes two seconds at most to tell, here; 8 µs each.
LONG = 200_000

# An e-mail in an archive is taken apart, what is packed in that is not: files › members › theirs.
DEEPEST = 2

TOO_DEEP = "ligger i ett arkiv i ett arkiv; packa upp det och läs in filen för sig."


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
    same_meeting: tuple[Problem, ...] = ()
    """Files taken in whose meeting has other files, and which of them answers are taken from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far an ingest has come."""

    done: int
    total: int
    source: str
    """The file just dealt with."""


class Taker(Protocol):
    """What documents are given to: the store, or what only notes what the store would be given."""

    @property
    def library(self) -> Library:
        """What is there already."""

    def add(self, documents: Sequence[Document]) -> None:
        """Take *documents* in."""

    def locate(self, location: str, source: str, document: DocumentId | None) -> None:
        """Note that *location* holds a *document* that is there, or none any longer."""


def ingest(
    paths: Sequence[Path],
    store: Store,
    *,
    settings: Settings,
    understood: Mapping[DocumentId, Document] | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Report:
    """Take in files, folders (recursively) and globs.

    A file that fails is reported and the others go in. When this returns, those reported as read
    or replaced survive a crash. What has been *understood* before is not read again.

    Raises:
        LibraryError: the library cannot be written, another program is writing, or the vectors'
            server does not answer.
    """
    found = find_files(paths)
    limits = limits_of(settings)
    load_chroma()
    with store.indexing(), Reading(limits) as reading:
        run = Run(store, reading, limits.max_bytes, understood or {})
        for done, file in enumerate(found.files, start=1):
            run.take(file)
            if on_progress:
                on_progress(Progress(done=done, total=len(found.files), source=str(file)))
        run.commit()
    return run.report(found)


class Run:
    """One ingest: what is read but not yet stored, and what became of each file."""

    def __init__(
        self,
        store: Taker,
        reading: Reading,
        max_bytes: int,
        understood: Mapping[DocumentId, Document],
    ) -> None:
        self._store = store
        self._reading = reading
        self._max_bytes = max_bytes
        self._understood = understood
        self._batch: dict[DocumentId, Document] = {}
        self._taken: list[DocumentId] = []
        self._read: list[str] = []
        self._unchanged: list[str] = []
        self._replaced: list[str] = []
        self._skipped: list[str] = []
        self._failed: list[Problem] = []
        self._warnings: list[Problem] = []

    def take(self, path: Path, *, name: str = "", location: str = "") -> None:
        """Take in the file at *path*, and what lies in it, as *name* at *location*."""
        try:
            file = load(path, name=name, max_bytes=self._max_bytes)
        except ReadError as error:
            self._failed.append(Problem(source=name or str(path), message=str(error)))
        else:
            # A member's place is that of the file, and its own name in it.
            self._take(file, location or str(path.absolute()), depth=0)

    def _take(self, file: File, location: str, *, depth: int) -> None:
        try:
            format_ = recognise(file)
            if format_ is not Format.ARCHIVE:
                self._take_document(file, format_, location)
            members = self._reading.unpack(file, format_)
        except ReadError as error:
            self._failed.append(Problem(source=file.name, message=str(error)))
            return
        self._skipped.extend(members.skipped)
        self._failed.extend(members.failed)
        for member in members.files:
            if depth == DEEPEST:
                self._failed.append(problem(member.name, TOO_DEEP))
            else:
                place = location + member.name.removeprefix(file.name)
                self._take(member, place, depth=depth + 1)
        self._drop_absent(file, location, members, itself=format_ is Format.ARCHIVE)

    def _drop_absent(self, file: File, location: str, members: Members, *, itself: bool) -> None:
        """Take out what once lay in *file*, or was it *itself*, and does so no longer."""
        names = [member.name for member in members.files]
        names += [problem.source for problem in members.failed]
        present = tuple(location + name.removeprefix(file.name) for name in names)
        inside = tuple(f"{place}{MEMBER}" for place in present)
        before = self._store.library.locations(f"{location}{MEMBER}")
        gone = [p for p in before if p not in present and not p.startswith(inside)]
        if itself and self._store.library.located(location):
            gone.append(location)
        if gone:
            self.commit()
        for path in gone:
            self._store.locate(path, "", None)

    def _take_document(self, file: File, format_: Format, location: str) -> None:
        document_id = identity(file.raw)
        library = self._store.library
        before = library.located(location)
        if document_id in self._batch:
            self.commit()
        if library.holds(document_id):
            if before != document_id:
                self._store.locate(location, file.name, document_id)
            self._unchanged.append(file.name)
            return
        if known := self._understood.get(document_id):
            document = replace(known, source=file.name, location=location)
        else:
            source = self._reading.read(file, format_)
            minutes = self._parse(file, source)
            document = _document(file, source, minutes, document_id, location)
        self._batch[document_id] = document
        self._taken.append(document_id)
        (self._replaced if before else self._read).append(file.name)
        self._warnings.extend(Problem(source=file.name, message=w) for w in document.warnings)
        if len(self._batch) >= BATCH:
            self.commit()

    def _parse(self, file: File, source: Source) -> Minutes:
        """Return what the text says; a long one is given to the process that can be stopped."""
        if len(source.text) > LONG:
            return self._reading.parse(file.name, source.text)
        return parse_minutes(source.text, file_name=PurePath(file.name).name)

    def commit(self) -> None:
        """Store what is read."""
        self._store.add(list(self._batch.values()))
        self._batch.clear()

    def report(self, found: Found) -> Report:
        """Tell what became of the files *found*."""
        return Report(
            read=tuple(self._read),
            unchanged=tuple(self._unchanged),
            replaced=tuple(self._replaced),
            failed=(*found.failed, *self._failed),
            skipped=(*found.skipped, *self._skipped),
            warnings=tuple(self._warnings),
            same_meeting=tuple(self._same_meeting()),
        )

    def _same_meeting(self) -> Iterator[Problem]:
        for document in self._taken:
            files = self._store.library.files(document)
            if len(files) > 1:
                used = next(file for file in files if file.document_id == document)
                yield Problem(source=used.source, message=told_of_files(used, files))


def _document(
    file: File, source: Source, minutes: Minutes, document_id: DocumentId, location: str
) -> Document:
    """Return what was read from *file*, as the library keeps it."""
    return Document(
        id=document_id,
        source=file.name,
        location=location,
        text=source.text,
        pages=source.pages,
        warnings=source.warnings,
        minutes=minutes,
        chunks=chunk_minutes(source.text, minutes, source.pages),
    )
