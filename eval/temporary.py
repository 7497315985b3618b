"""Put documents into a library that is gone afterwards."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from ingest.chunk import chunk_minutes
from ingest.parse import parse_minutes
from rag.assembling.assembly import open_store
from rag.minutes import Document, DocumentId
from rag.settings import Settings

# Documents committed together, as when files are ingested.
BATCH = 32


def make_document(name: str, text: str) -> Document:
    """Return *text* as ingesting a file called *name* would have it."""
    minutes = parse_minutes(text, file_name=name)
    return Document(
        # The name too: two files may hold the same words.
        id=DocumentId(hashlib.sha256(f"{name}\n{text}".encode()).hexdigest()),
        source=name,
        location=name,
        text=text,
        minutes=minutes,
        chunks=chunk_minutes(text, minutes, ()),
    )


@contextmanager
def temporary_library(documents: Iterable[Document], settings: Settings) -> Iterator[Settings]:
    """Keep *documents* in a library of its own while inside; yield *settings* that name it."""
    # What is still open when the folder goes cannot be deleted on Windows.
    with TemporaryDirectory(prefix="motesminne-", ignore_cleanup_errors=True) as folder:
        made = settings.model_copy(update={"library": Path(folder) / "library"})
        fill(documents, made)
        yield made


def fill(documents: Iterable[Document], settings: Settings) -> None:
    """Take *documents* into the library of *settings*."""
    store = open_store(settings)
    waiting = iter(documents)
    with store.writing():
        while batch := list(islice(waiting, BATCH)):
            store.add(batch)
