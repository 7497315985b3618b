"""Keep uploaded files in the library's folder, so that their paths stay the same."""

import re
from pathlib import Path, PurePosixPath

from rag.errors import ReadError
from rag.identity import identity_of
from rag.minutes import DocumentId
from rag.settings import Settings
from ui import strings

# What a file name must not hold on Linux or Windows; a browser may send anything.
UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')

# In letters, of which file systems allow 255 bytes with the ending and a number.
LONGEST_STEM = 100


def folder(settings: Settings) -> Path:
    """Return where uploaded files are kept."""
    return settings.library / "uploads"


def forget(settings: Settings, document: DocumentId) -> None:
    """Delete the uploaded files that hold *document*; files elsewhere belong to the user."""
    for path in folder(settings).glob("*"):
        if path.is_file() and identity_of(path) == document:
            path.unlink(missing_ok=True)


def safe_name(name: str) -> str:
    r"""Return the last part of *name* without signs that file systems refuse.

    >>> safe_name("..\\..\\etc/Kommunstyrelsen\n2024.pdf")
    'Kommunstyrelsen 2024.pdf'
    """
    last = PurePosixPath(name.replace("\\", "/")).name
    cleaned = " ".join(UNSAFE.sub(" ", last).split()).lstrip(".")
    if not cleaned:
        raise ReadError(strings.BAD_NAME)
    path = PurePosixPath(cleaned)
    return str(path.with_stem(path.stem[:LONGEST_STEM])) if path.stem else cleaned
