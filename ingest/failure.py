"""Word why a file cannot be read, as one Swedish sentence on one line."""

from pathlib import Path

from rag.errors import ReadError


def unreadable(path: Path, reason: str) -> ReadError:
    """Return the error that names *path* and says *reason*.

    >>> str(unreadable(Path("möte 1.txt"), "är tom; spara den på nytt."))
    'Filen möte 1.txt är tom; spara den på nytt.'
    """
    return ReadError(f"Filen {shown(path)} {reason}")


def shown(path: Path) -> str:
    r"""Return *path* with control characters escaped, so that a message stays one line.

    >>> shown(Path("två\nrader.txt"))
    'två\\nrader.txt'
    """
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in str(path)
    )
