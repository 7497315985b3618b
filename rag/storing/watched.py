"""Keep in the library which folder it watches, and which files there have been dealt with."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import TypeAdapter

from rag.storing.database import Database

META = "watched"


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A folder whose files are wanted in the library."""

    folder: str = ""
    """Its absolute path; empty when none is watched."""
    dealt_with: Mapping[str, str] = field(default_factory=dict)
    """By `mark` of its path, the state in which a file was read, left out or found unreadable.

    Paths are not kept: of what is removed from the library no name is to linger.
    """


WATCHED = TypeAdapter(Watched)


def watched(db: Database) -> Watched:
    """Return what is watched."""
    kept = db.meta(META)
    return WATCHED.validate_json(kept) if kept else Watched()


def keep_watched(db: Database, *, value: Watched) -> None:
    """Watch *value* from now on."""
    db.set_meta(META, WATCHED.dump_json(value).decode())


def mark(path: str) -> str:
    """Return what stands for *path* among those dealt with.

    >>> mark("/moten/a.txt") == mark("/moten/a.txt") != mark("/moten/b.txt")
    True
    """
    return hashlib.sha256(path.encode()).hexdigest()[:16]
