"""Clear the files beside a library's SQLite file of what is purged: uploads, questions, runs."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from rag.identity import identity_of
from rag.minutes import Document
from rag.upkeep.quoting import Traces

# What holds words and vectors is made anew, and SQLite's file is written by SQLite alone.
OWN = ("library.sqlite", "words", "vectors", ".lock", ".restoring-")
LINES = ".jsonl"
QUOTING = (LINES, ".json")
# Another writer of such a file needs milliseconds.
LOCK_TIMEOUT_S = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """What became of files, by their paths in the library's directory."""

    deleted: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    """Files of questions of which lines are gone."""
    left: tuple[str, ...] = ()
    """Archives that hold other meetings too."""


def others(directory: Path) -> Iterator[Path]:
    """Yield the files in the library's *directory* that are not made of its SQLite file."""
    for path in sorted(directory.rglob("*")):
        top = path.relative_to(directory).parts[0]
        if path.is_file() and not top.startswith(OWN) and path.suffix != ".lock":
            yield path


def clear(
    directory: Path,
    documents: Sequence[Document],
    traces: Traces,
    *,
    emptied: set[Path],
    shared: set[Path],
) -> Cleared:
    """Delete the originals of *documents* and what has their *traces*.

    Args:
        directory: The library's.
        documents: What is to leave nothing.
        traces: What tells them.
        emptied: Files that hold nothing but them.
        shared: Archives and e-mails that hold other meetings too.
    """
    ids = {document.id for document in documents}
    deleted, changed = [], []
    for path in others(directory):
        name = str(path.relative_to(directory))
        if path in shared:
            continue
        if path in emptied or identity_of(path) in ids:
            path.unlink(missing_ok=True)
            deleted.append(name)
        elif path.suffix.lower() in QUOTING:
            match _clear_quotes(path, traces):
                case None:
                    deleted.append(name)
                case True:
                    changed.append(name)
    left = tuple(sorted(str(path.relative_to(directory)) for path in shared))
    return Cleared(deleted=tuple(deleted), changed=tuple(changed), left=left)


def _clear_quotes(path: Path, traces: Traces) -> bool | None:
    """Take the lines out of *path* that have *traces*; `None` when all of it had to go."""
    with FileLock(path.with_name(f".{path.name}.lock"), timeout=LOCK_TIMEOUT_S):
        before = path.read_bytes().decode("utf-8", "replace")
        if path.suffix.lower() == LINES:
            after = traces.left_of(before)
        else:
            after = "" if traces.are_in_file(before) else before
        if after == before:
            return False
        if not after:
            path.unlink()
            return None
        _replace(path, after.encode())
        return True


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(path)


def set_aside(directory: Path) -> Path:
    """Put a damaged SQLite file beside the library's *directory*; return where."""
    file = directory / "library.sqlite"
    aside = directory.with_name(f"{directory.name}-skadad.sqlite")
    file.replace(aside)
    for log in ("-wal", "-shm"):
        file.with_name(file.name + log).unlink(missing_ok=True)
    return aside
