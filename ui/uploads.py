"""Keep uploaded files in the library's folder, so that their paths stay the same."""

import hashlib
import os
import re
from pathlib import Path, PurePosixPath

from rag.errors import ReadError
from rag.minutes import DocumentId
from rag.settings import Settings
from ui import strings

# What a file name must not hold on Linux or Windows; a browser may send anything.
UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')


def folder(settings: Settings) -> Path:
    """Return where uploaded files are kept."""
    return settings.library / "uploads"


def keep(settings: Settings, name: str, content: bytes) -> Path:
    """Write an uploaded file in one step and return its path; the same name is replaced.

    Raises:
        ReadError: the name holds no usable character.
    """
    target = folder(settings) / safe_name(name)
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{target.name}.part")
    partial.write_bytes(content)
    os.replace(partial, target)  # noqa: PTH105 - says that it replaces
    return target


def forget(settings: Settings, document: DocumentId) -> None:
    """Delete the uploaded files that hold *document*; files elsewhere belong to the user."""
    for path in folder(settings).glob("*"):
        if hashlib.sha256(path.read_bytes()).hexdigest() == document:
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
    return cleaned
