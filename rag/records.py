"""Write documents to the library's SQLite file so that a crash at any moment can be mended.

A document is inserted as *pending*, invisible to every reader, until its words and vectors are in
their indexes; the key of a removed one stays among the *doomed* until it is gone from there too.
The caller holds the writer's lock and opens the transaction.
"""

import json
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from rag.database import Database
from rag.exact import STORED
from rag.minutes import (
    Chunk,
    ChunkKey,
    Document,
    DocumentId,
    DocumentKey,
    MeetingDate,
    Minutes,
    Person,
)
from rag.span import Page
from rag.words import fold

MINUTES = TypeAdapter(Minutes)
PERSON = TypeAdapter(Person)
PAGES = TypeAdapter(tuple[Page, ...])
DATE = TypeAdapter(MeetingDate | None)
STRINGS = TypeAdapter(tuple[str, ...])


KeyedDocument = tuple[DocumentKey, Document, list[ChunkKey]]
"""A document with its key and its chunks' keys, as the indexes need it."""


def insert_pending(db: Database, document: Document) -> KeyedDocument:
    """Store *document*, invisible until `publish`."""
    minutes, day = document.minutes, document.minutes.date
    key = db.insert(
        "insert into document (id, text, pages, warnings, minutes, title, kind, body, date, "
        "first, last) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            document.id,
            document.text,
            PAGES.dump_json(document.pages).decode(),
            STRINGS.dump_json(document.warnings).decode(),
            MINUTES.dump_json(minutes).decode(),
            minutes.title,
            minutes.kind,
            minutes.body,
            DATE.dump_json(day).decode(),
            day.first.isoformat() if day else None,
            day.last.isoformat() if day else None,
        ],
    )
    db.each(
        "insert into person values (?, ?, ?)",
        [
            (key, _searchable(person), PERSON.dump_json(person).decode())
            for person in minutes.people
        ],
    )
    chunks = [_insert_chunk(db, key, chunk) for chunk in document.chunks]
    return DocumentKey(key), document, chunks


def _insert_chunk(db: Database, document: int, chunk: Chunk) -> ChunkKey:
    path = json.dumps(chunk.heading_path, ensure_ascii=False)
    key = db.insert(
        "insert into chunk (document, start, end, kind, heading_path, page) "
        "values (?, ?, ?, ?, ?, ?)",
        [document, chunk.span.start, chunk.span.end, chunk.kind, path, chunk.page],
    )
    return ChunkKey(key)


def insert_vectors(db: Database, chunks: Sequence[ChunkKey], vectors: NDArray[np.float32]) -> None:
    """Store one vector a chunk; `vectors` is (chunks, dimension)."""
    stored = (vector.tobytes() for vector in vectors.astype(STORED))
    db.each("insert or replace into vector values (?, ?)", zip(chunks, stored, strict=True))


def publish(db: Database, keys: Iterable[DocumentKey]) -> None:
    """Make pending documents visible."""
    db.each("update document set ready = 1 where key = ?", [(key,) for key in keys])
    db.bump()


def locate(db: Database, *, location: str, source: str, document: DocumentId) -> None:
    """Note that the file at *location* holds *document*."""
    db.insert(
        "insert or replace into location select ?, ?, key from document where id = ?",
        [location, source, document],
    )


def discard_unlocated(db: Database) -> None:
    """Take out what no file holds any longer, once all new locations are noted."""
    _doom(db, "ready = 1 and key not in (select document from location)")


def remove(db: Database, document: DocumentId) -> None:
    """Take *document* out; its key stays doomed until the indexes have forgotten it."""
    _doom(db, "id = ?", document)


def discard_pending(db: Database) -> None:
    """Take out what a crash left half in."""
    _doom(db, "ready = 0")


def _doom(db: Database, where: str, *values: str) -> None:
    keys = db.rows(f"select key from document where {where}", values)  # noqa: S608 - fixed clauses
    if keys:
        db.each("insert or ignore into doomed values (?)", keys)
        db.each("delete from document where key = ?", keys)
        db.bump()


def doomed(db: Database) -> list[DocumentKey]:
    """Return the keys that words and vectors must still forget."""
    return [DocumentKey(key) for (key,) in db.rows("select document from doomed")]


def forget(db: Database, keys: Iterable[DocumentKey]) -> None:
    """Note that words and vectors have forgotten *keys*."""
    db.each("delete from doomed where document = ?", [(key,) for key in keys])


def _searchable(person: Person) -> str:
    """Return what a person can be found by: name, organisation, party, roles, whom they replace."""
    parts = (person.name, person.organisation, person.party, *person.roles, person.replaces)
    return fold(" | ".join(filter(None, parts)))
