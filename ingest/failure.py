"""Word why a file cannot be read, as one Swedish sentence on one line."""

from dataclasses import dataclass
from math import ceil
from pathlib import PurePath

from rag.errors import ReadError

UNITS = ((1_000_000, "MB"), (1_000, "kB"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something about one file that its owner must know; `message` is a Swedish sentence."""

    source: str
    message: str


def unreadable(name: str, reason: str) -> ReadError:
    """Return the error that names the file and says *reason*.

    >>> str(unreadable("möte 1.txt", "är tom; spara den på nytt."))
    'Filen möte 1.txt är tom; spara den på nytt.'
    """
    return ReadError(f"Filen {shown(name)} {reason}")


def problem(name: str, reason: str) -> Problem:
    """Return the same as a value, for a report."""
    return Problem(source=name, message=str(unreadable(name, reason)))


def shown(name: str | PurePath) -> str:
    r"""Return a path with control characters escaped, so that a message stays one line.

    >>> shown("två\nrader.txt")
    'två\\nrader.txt'
    """
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in str(name)
    )


def too_large(name: str, size: int, limit: int) -> ReadError:
    """Return the error for a file of *size* bytes."""
    reason = f"är {amount(size)} och gränsen är {amount(limit)}"
    return unreadable(name, f"{reason}; dela upp den eller höj MOTESMINNE_MAX_FILE_MB.")


def too_many_pages(name: str, count: int, limit: int) -> ReadError:
    """Return the error for a document of *count* pages."""
    reason = f"har {count} sidor och gränsen är {limit}"
    return unreadable(name, f"{reason}; dela upp den eller höj MOTESMINNE_MAX_PAGES.")


def amount(size: int) -> str:
    """Return *size* in bytes as people write it, rounded up so that too much looks too much.

    >>> amount(1_250_000), amount(100_000_000), amount(100_000_001), amount(17)
    ('1,3 MB', '100 MB', '100,1 MB', '17 byte')
    """
    for unit, name in UNITS:
        if size >= unit:
            whole, tenth = divmod(ceil(size * 10 / unit), 10)
            return f"{whole},{tenth} {name}" if tenth else f"{whole} {name}"
    return f"{size} byte"
