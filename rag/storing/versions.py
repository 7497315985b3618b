"""Refuse a library that a newer version of the program wrote, without changing a byte of it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from rag.errors import LibraryVersionError
from rag.storing.schema import SCHEMA_VERSION


def refuse_newer(path: Path) -> None:
    """Go on only if the library's SQLite file at *path* is one that this program can read.

    Raises:
        LibraryVersionError: a newer version wrote it.
    """
    version = _version(path) if path.exists() else 0
    if version > SCHEMA_VERSION:
        raise LibraryVersionError(
            f"Biblioteket {path} är skrivet av en nyare version av Mötesminne (format "
            f"{version}, den här läser {SCHEMA_VERSION}): uppgradera programmet."
        )


def _version(path: Path) -> int:
    log = path.with_name(f"{path.name}-wal")
    # What may write moves the log into the file when it closes; what may not leaves a log behind.
    mode = "ro" if log.exists() and log.stat().st_size else "rw"
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    with closing(sqlite3.connect(uri, uri=True, timeout=10)) as connection:
        return int(connection.execute("pragma user_version").fetchone()[0])
