"""Find what is new in a folder that is watched, and take it into the library."""

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from ingest.failure import shown
from ingest.files import find_files
from ingest.pipeline import Report, ingest
from rag.errors import LibraryLockedError, ReadError
from rag.settings import Settings
from rag.storing.store import Store
from rag.storing.watched import Watched, keep_watched, mark

# A file that was changed a moment ago may still be being written.
SETTLE_S = 2.0

NO_FOLDER = "Mappen {} finns inte; kontrollera sökvägen."

Stamps = Mapping[Path, tuple[float, int]]
"""When each file was last changed, in seconds since 1970, and its size."""


def stamps(folder: Path) -> Stamps:
    """Return the state of the files in *folder* that can be read.

    Raises:
        ReadError: there is no such folder.
    """
    if not folder.is_dir():
        raise ReadError(NO_FOLDER.format(shown(folder)))
    found: dict[Path, tuple[float, int]] = {}
    for path in find_files([folder.absolute()]).files:
        try:
            state = path.stat()
        except OSError:  # it was taken away since it was listed
            continue
        found[path] = (state.st_mtime, state.st_size)
    return found


def news(present: Stamps, watched: Watched, *, now: float) -> list[Path]:
    """Return the files that are not dealt with as they are, but for those changed just *now*.

    >>> path = Path("/moten/a.txt")
    >>> news({path: (100.0, 7)}, Watched(), now=101.0), news({path: (100.0, 7)}, Watched(), now=103)
    ([], [PosixPath('/moten/a.txt')])
    """
    return [
        path
        for path, (changed, size) in present.items()
        if watched.dealt_with.get(mark(str(path))) != _state(changed, size)
        and not 0 <= now - changed < SETTLE_S
    ]


def dealt_with(watched: Watched, files: Iterable[Path], present: Stamps) -> Watched:
    """Return *watched* with *files* dealt with, and without those that are gone."""
    states = {mark(str(path)): _state(*stamp) for path, stamp in present.items()}
    kept = {path: state for path, state in watched.dealt_with.items() if path in states}
    new = {mark(str(path)): states[mark(str(path))] for path in files if mark(str(path)) in states}
    return replace(watched, dealt_with=kept | new)


def watch(store: Store, folder: Path | None) -> None:
    """Let the library watch *folder* from now on, or none.

    What was dealt with in another folder is forgotten.
    """
    absolute = str(folder.absolute()) if folder else ""
    if store.library.watched().folder != absolute:
        store.note(partial(keep_watched, value=Watched(folder=absolute)))


def taken(store: Store, *, settings: Settings, interval_s: float | None) -> Iterator[Report]:
    """Take in what is new in the folder watched, each time there is something, and tell of it.

    Args:
        store: The library; while another program writes to it, what is new waits.
        settings: How files are read.
        interval_s: How long to wait before looking again; without, it is looked at once.

    Raises:
        ReadError: the folder is gone.
        LibraryError: the library cannot be written, or another program is writing.
    """
    while True:
        try:
            if report := take_news(store, settings=settings):
                yield report
        except LibraryLockedError:
            if interval_s is None:
                raise
        if interval_s is None:
            return
        time.sleep(interval_s)


def take_news(store: Store, *, settings: Settings) -> Report | None:
    """Take in what is new in the folder watched; return `None` when nothing is.

    Raises:
        ReadError: the folder is gone.
        LibraryError: the library cannot be written, or another program is writing.
    """
    watched = store.library.watched()
    present = stamps(Path(watched.folder))
    files = news(present, watched, now=time.time())
    if not files:
        return None
    report = ingest(files, store, settings=settings)
    store.note(partial(keep_watched, value=dealt_with(watched, files, present)))
    return report


def _state(changed: float, size: int) -> str:
    return f"{changed}:{size}"
