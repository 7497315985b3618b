"""What lies in an archive or an e-mail, and the names under which it is read and cited."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from ingest.failure import Problem
from ingest.source import File

# `C:\protokoll`, `/etc`, `..`: names that would lead out of the archive.
DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """What came of taking a file apart."""

    files: tuple[File, ...] = ()
    skipped: tuple[str, ...] = ()
    """Members of kinds that are not read."""
    failed: tuple[Problem, ...] = ()


def leads_out(name: str) -> bool:
    r"""Tell whether a member's *name* leads out of the folder it would be unpacked in.

    >>> leads_out("../möte.txt"), leads_out("C:\\möte.txt"), leads_out("2024/möte.txt")
    (True, True, False)
    """
    plain = name.replace("\\", "/")
    return plain.startswith("/") or bool(DRIVE.match(plain)) or ".." in plain.split("/")


def distinct(name: str, taken: Iterable[str]) -> str:
    """Return *name*, with a number if it is among those *taken*.

    >>> distinct("bilaga.pdf", {"bilaga.pdf", "bilaga (2).pdf"})
    'bilaga (3).pdf'
    """
    used = set(taken)
    path = PurePosixPath(name)
    number, candidate = 1, name
    while candidate in used:
        number += 1
        candidate = str(path.with_name(f"{path.stem} ({number}){path.suffix}"))
    return candidate
