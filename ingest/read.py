"""Choose the reader by a file's suffix and turn the file into a cleaned `Source`."""

import re
from collections.abc import Mapping
from importlib import import_module
from math import ceil
from pathlib import Path
from typing import Protocol, cast

from ingest.clean import clean
from ingest.failure import unreadable
from ingest.source import Source

# Modules, not functions: a reader's library loads only when such a file turns up.
READERS: Mapping[str, str] = {
    ".txt": "ingest.readers.text",
    ".md": "ingest.readers.text",
    ".html": "ingest.readers.html",
    ".htm": "ingest.readers.html",
    ".docx": "ingest.readers.docx",
    ".pdf": "ingest.readers.pdf",
}

SUFFIXES = tuple(READERS)
"""The endings of the files that can be read, in lower case with their dot."""

LETTER = re.compile(r"[^\W\d_]")

UNITS = ((1_000_000, "MB"), (1_000, "kB"))


class Reader(Protocol):
    """A module that reads one format."""

    def read(self, path: Path) -> Source:
        """Return the text of the file, as found; raise `ReadError` when there is none."""


def read_source(path: Path, *, max_bytes: int) -> Source:
    """Return the cleaned text of the file at *path*.

    Raises:
        ReadError: The file is absent, too large, of an unknown kind, damaged, protected or
            without text; the message names it and says what to do.
    """
    try:
        reader = _reader(path, max_bytes=max_bytes)
        source = clean(reader.read(path))
    except PermissionError as error:
        raise unreadable(path, "får inte läsas; ge dig läsrättighet till den.") from error
    except OSError as error:
        raise unreadable(path, "kan inte öppnas; kontrollera sökvägen.") from error
    if not LETTER.search(source.text):
        raise unreadable(path, "innehåller ingen text; kontrollera att det är rätt fil.")
    return source


def _reader(path: Path, *, max_bytes: int) -> Reader:
    """Return the reader for *path*, once it is seen to be a file of a readable kind and size."""
    if path.is_dir():
        raise unreadable(path, "är en katalog; ange en fil.")
    if not path.exists():
        raise unreadable(path, "finns inte; kontrollera sökvägen.")
    if not path.is_file():
        raise unreadable(path, "är ingen vanlig fil; ange en fil.")
    suffix = path.suffix.lower()
    if suffix not in READERS:
        kind = f"har ändelsen {suffix}" if suffix else "saknar filändelse"
        raise unreadable(path, f"{kind} och kan inte läsas; spara den som {_choices()}.")
    size = path.stat().st_size
    if size > max_bytes:
        reason = f"är {_amount(size)} och gränsen är {_amount(max_bytes)}"
        raise unreadable(path, f"{reason}; dela upp den eller höj MOTESMINNE_MAX_FILE_MB.")
    if not size:
        raise unreadable(path, "är tom; spara den på nytt.")
    return cast("Reader", import_module(READERS[suffix]))


def _choices() -> str:
    return f"{', '.join(SUFFIXES[:-1])} eller {SUFFIXES[-1]}"


def _amount(size: int) -> str:
    """Return *size* in bytes as people write it, rounded up so that too much looks too much.

    >>> _amount(1_250_000), _amount(100_000_000), _amount(100_000_001), _amount(17)
    ('1,3 MB', '100 MB', '100,1 MB', '17 byte')
    """
    for unit, name in UNITS:
        if size >= unit:
            whole, tenth = divmod(ceil(size * 10 / unit), 10)
            return f"{whole},{tenth} {name}" if tenth else f"{whole} {name}"
    return f"{size} byte"
