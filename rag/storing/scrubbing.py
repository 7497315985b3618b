"""Leave nothing in the files of a library of what was removed from it, now or later."""

import sqlite3
from contextlib import suppress
from enum import StrEnum

from rag.errors import LibraryError
from rag.storing.database import Database

NAME = "unscrubbed"
"""Stands in the manifest while words of what was removed may be left in some file."""


class Left(StrEnum):
    """Where they may be left."""

    EVERYWHERE = "later"
    """Nothing has been done but to take it out of what is read and searched."""
    HALF_CLEARED = "1"
    """Words or vectors were being cleared: who finds it so is after a crash."""
    DATABASE = "database"
    """SQLite's own file alone."""


def left(db: Database) -> Left | None:
    """Return where words of what was removed may be left."""
    return Left(kept) if (kept := db.meta(NAME)) else None


def note_left(db: Database, where: Left) -> None:
    """Note that they may be left somewhere; what a crash has left half cleared stays so."""
    if not (where is Left.EVERYWHERE and left(db) is Left.HALF_CLEARED):
        db.set_meta(NAME, where)


def scrub(db: Database) -> None:
    """Write the database anew, without its free pages, and empty its log.

    Raises:
        LibraryError: someone reads what was there before; the next writer tries again.
    """
    # Without it, words of removed documents were found once in some file (1 run of 10).
    if not db.compact():
        raise LibraryError(
            f"Det borttagna syns inte längre, men ligger kvar i {db.path}-wal medan ett "
            "annat program läser i biblioteket: kör «motesminne purge» när det är klart."
        )
    db.rows("delete from meta where name = ?", [NAME])


def scrub_left(db: Database) -> None:
    """Do so if it was cut off earlier, and can be done now.

    Whoever reads on, or a disk without room for it, must not keep others from writing.
    """
    if left(db) is Left.DATABASE:
        with suppress(LibraryError, sqlite3.Error):
            scrub(db)
