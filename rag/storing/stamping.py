"""Note in a library's manifest which version of Chroma wrote its vectors' index."""

from importlib.metadata import version

from rag.storing.database import Database

CHROMA = "chroma"
"""Stands in the manifest for that version."""


def installed() -> str:
    """Return the version of Chroma here."""
    return version("chromadb")


def stamp(db: Database) -> None:
    """Note that this version has made the index, or taken it over from an earlier one."""
    if db.meta(CHROMA) != installed():
        db.set_meta(CHROMA, installed())


def is_newer(db: Database) -> bool:
    """Tell whether a later version of Chroma than the one here wrote the index."""
    return _parts(db.meta(CHROMA)) > _parts(installed())


def _parts(written: str) -> tuple[int, ...]:
    """Return the numbers of a version.

    >>> _parts("1.10.0") > _parts("1.9.2") > _parts("")
    True
    """
    return tuple(int(part) for part in written.split(".") if part.isdigit())
