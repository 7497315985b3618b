"""Hold a library's lock, so that one at a time writes."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import BaseFileLock, Timeout

from rag.access import Access
from rag.errors import LibraryError, LibraryLockedError

# Others have the file to themselves for a moment, when they are the first or the last to use it.
TRIES, TRY_AGAIN_S = 50, 0.05


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


def set_patiently(connection: sqlite3.Connection, pragma: str) -> None:
    """Set *pragma*; SQLite does not wait by itself while others make the same library."""
    for tries_left in reversed(range(TRIES)):
        try:
            connection.execute(f"pragma {pragma}")
        except sqlite3.OperationalError as error:
            if not tries_left or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(TRY_AGAIN_S)
        else:
            return
