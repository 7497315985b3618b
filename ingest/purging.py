"""Take meetings out of a library so that nothing of them is left in any file of its directory."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.source import MEMBER
from rag.minutes import Document, DocumentId
from rag.storing.library import Library
from rag.storing.store import Store
from rag.upkeep.leftovers import Cleared, clear
from rag.upkeep.quoting import Traces, runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Purged:
    """What went with the meetings."""

    turns: int
    """Questions of conversations whose answers cited them."""
    cleared: Cleared
    outside: tuple[str, ...]
    """The files outside the library's directory that they were read from, which are left."""


def purge(store: Store, ids: Sequence[DocumentId]) -> Purged:
    """Remove the meetings *ids* and everything that quotes them; with none, old traces only.

    What was interrupted is done when it is called again: the files go before the meetings.
    """
    with store.indexing():
        library = store.library
        documents = [library.document(one) for one in dict.fromkeys(ids)]
        places = [one for one in library.locations("") if library.located(one) in ids]
        own, outside = _split(store.directory, places)
        shared = {path for path in own if _holders(library, path) - set(ids)}
        cleared = clear(
            store.directory,
            documents,
            _traces(library, documents, places),
            emptied=own - shared,
            shared=shared,
        )
        turns = store.purge([one.id for one in documents])
    return Purged(turns=turns, cleared=cleared, outside=tuple(sorted(map(str, outside))))


def _split(directory: Path, places: Sequence[str]) -> tuple[set[Path], set[Path]]:
    """Return the files at *places* that the library keeps itself, and the others."""
    files = {Path(place.split(MEMBER)[0]) for place in places}
    home = directory.resolve()
    own = {file for file in files if file.resolve().is_relative_to(home)}
    return {directory / file.resolve().relative_to(home) for file in own}, files - own


def _holders(library: Library, path: Path) -> set[DocumentId | None]:
    """Return the documents that a file, and what is packed in it, hold."""
    held = [str(path.absolute()), *library.locations(f"{path.absolute()}{MEMBER}")]
    return {library.located(location) for location in held} - {None}


def _traces(library: Library, documents: Sequence[Document], places: Sequence[str]) -> Traces:
    """Return what tells *documents* from those that stay."""
    gone = {one.id for one in documents}
    names = {Path(name.split(MEMBER)[-1]).name for name in places}
    found = Traces(
        frozenset({*gone, *places, *names, *(one.source for one in documents)}),
        frozenset(run for one in documents for run in runs(one.text)),
    )
    staying = (m.document_id for m in library.meetings(copies=True) if m.document_id not in gone)
    return found.without(library.document(one).text for one in staying) if documents else found
