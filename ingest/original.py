"""Find the file that a document was read out of."""

from pathlib import Path

from ingest.source import File
from rag.identity import identity
from rag.minutes import Document


def original(document: Document) -> File | None:
    """Return the file of *document*, unless it is gone, has changed, or lay in another file."""
    try:
        raw = Path(document.location).read_bytes()
    except (OSError, ValueError):
        return None
    if identity(raw) != document.id:
        return None
    return File(name=document.source, raw=raw)
