"""Hold a library's lock, so that one at a time writes."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import BaseFileLock, Timeout

from rag.access import Access
from rag.errors import LibraryError, LibraryLockedError


@contextmanager
def alone(lock: BaseFileLock, directory: Path, access: Access) -> Iterator[None]:
    """Hold the *lock* of the library in *directory*, and tell what keeps one from writing there.

    Raises:
        AccessError: *access* is to a part of it.
        LibraryLockedError: another process keeps it longer than the settings allow to wait.
        LibraryError: the disk is full, or the directory cannot be written.
    """
    access.require_all()
    try:
        with lock:
            yield
    except Timeout as error:
        raise LibraryLockedError(
            f"Biblioteket i {directory} skrivs just nu av ett annat program: "
            "vänta tills det är klart och försök igen."
        ) from error
    except (OSError, sqlite3.Error) as error:
        raise LibraryError(
            f"Det gick inte att skriva i biblioteket {directory} ({error}): kontrollera "
            "att disken inte är full och att du får skriva i mappen."
        ) from error
