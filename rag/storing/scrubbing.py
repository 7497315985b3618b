"""Leave nothing in the files of a library's database of what was removed from it."""

import sqlite3
from contextlib import suppress

from rag.errors import LibraryError
from rag.storing.database import Database

UNSCRUBBED = "unscrubbed"
"""Stands in the manifest while a removed document's words may be left in some file."""


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
    db.rows("delete from meta where name = ?", [UNSCRUBBED])


def scrub_left(db: Database) -> None:
    """Do so if it was cut off earlier, and can be done now.

    Whoever reads on, or a disk without room for it, must not keep others from writing.
    """
    if db.meta(UNSCRUBBED):
        with suppress(LibraryError, sqlite3.Error):
            scrub(db)
