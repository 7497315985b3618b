"""Read files as an ingest would, without storing them, to show what they would become."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from pathlib import Path

from ingest.files import Found
from ingest.limits import limits_of
from ingest.pipeline import Report, Run
from ingest.reading import Reading
from rag.identity import identity_of
from rag.minutes import Document, DocumentId
from rag.settings import Settings
from rag.storing.foreseen import of_same_day, of_same_meeting
from rag.storing.library import Library

NOTHING_FOUND = Found(files=(), skipped=(), failed=())


class Standing(StrEnum):
    """What a file is to the library and to the files before it, what needs attention first."""

    FAILED = auto()
    """Nothing of it can be read."""
    TWICE = auto()
    """It has the same bytes as a file before it."""
    KNOWN = auto()
    """It has the same bytes as one in the library."""
    SAME_MEETING = auto()
    """It is another file of a meeting that is in the library or before it."""
    CHANGED = auto()
    """It takes the place of an earlier version."""
    NEW = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A file that someone wants in the library."""

    path: Path
    """Where it is read."""
    name: str
    """What it is called to its owner."""
    location: str
    """Where it will lie when it is taken in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a file, or what lies in it, would become."""

    incoming: Incoming
    standing: Standing
    documents: tuple[Document, ...]
    """What would be taken in."""
    report: Report
    alike: tuple[Document, ...] = ()
    """What it is the same as, or of the same meeting as, or takes the place of."""


def previews(
    incoming: Iterable[Incoming],
    library: Library,
    *,
    settings: Settings,
    before: Iterable[Document] = (),
) -> Iterator[Preview]:
    """Yield what each file would become, after those *before* it and one another."""
    foreseen = _Foreseen(library, before)
    limits = limits_of(settings)
    with Reading(limits) as reading:
        for file in incoming:
            earlier = dict(foreseen.documents)
            run = Run(foreseen, reading, limits.max_bytes, earlier)
            run.take(file.path, name=file.name, location=file.location)
            run.commit()
            report = run.report(NOTHING_FOUND)
            yield _preview(file, foreseen.taken(), report, library, tuple(earlier.values()))


def _preview(
    file: Incoming,
    taken: tuple[Document, ...],
    report: Report,
    library: Library,
    before: Sequence[Document],
) -> Preview:
    standing, alike = Standing.NEW, tuple[Document, ...]()
    if not taken:
        standing = Standing.KNOWN if report.unchanged else Standing.FAILED
        alike = _held(file, library) if report.unchanged else ()
    elif twins := tuple(one for one in before if one.id in {new.id for new in taken}):
        standing, alike = Standing.TWICE, twins
    elif report.replaced:
        standing, alike = Standing.CHANGED, _replaced(taken, library)
    elif likes := _of_same_meeting(taken, library, before):
        standing, alike = Standing.SAME_MEETING, likes
    return Preview(incoming=file, standing=standing, documents=taken, report=report, alike=alike)


def _held(file: Incoming, library: Library) -> tuple[Document, ...]:
    """Return the library's document with the same bytes; none of what only holds documents."""
    same = identity_of(file.path)
    return (library.document(same),) if library.holds(same) else ()


def _replaced(taken: Iterable[Document], library: Library) -> tuple[Document, ...]:
    before = (library.located(document.location) for document in taken)
    return tuple(library.document(document) for document in before if document)


def _of_same_meeting(
    taken: Iterable[Document], library: Library, before: Sequence[Document]
) -> tuple[Document, ...]:
    found: dict[DocumentId, Document] = {}
    for document in taken:
        held = [library.document(one.document_id) for one in of_same_day(document, library)]
        found |= {like.id: like for like in of_same_meeting(document, [*held, *before])}
    return tuple(found.values())


class _Foreseen:
    """Stands for the store: notes what it would be given, and changes nothing."""

    def __init__(self, library: Library, documents: Iterable[Document]) -> None:
        self.library = library
        self.documents = {document.id: document for document in documents}
        self._taken: list[Document] = []

    def add(self, documents: Sequence[Document]) -> None:
        self._taken.extend(documents)
        self.documents |= {document.id: document for document in documents}

    def locate(self, location: str, source: str, document: DocumentId | None) -> None:
        """Note nothing: only what is taken in is shown."""

    def taken(self) -> tuple[Document, ...]:
        """Return what was added since this was asked last."""
        taken, self._taken = tuple(self._taken), []
        return taken
