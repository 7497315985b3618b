"""Tell what a document is known by: the SHA-256 of its file's bytes."""

import hashlib
from pathlib import Path

from rag.minutes import DocumentId


def identity(raw: bytes) -> DocumentId:
    """Return the identity of a file with the bytes *raw*.

    >>> identity(b"abc")[:8]
    'ba7816bf'
    """
    return DocumentId(hashlib.sha256(raw).hexdigest())


def identity_of(path: Path) -> DocumentId:
    """Return the identity of the file at *path*, read a piece at a time."""
    with path.open("rb") as file:
        return DocumentId(hashlib.file_digest(file, "sha256").hexdigest())
