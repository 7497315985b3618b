"""Write documents to the library's SQLite file so that a crash at any moment can be mended.

A document is inserted as *pending*, invisible to every reader, until its words and vectors are in
their indexes; the key of a removed one stays among the *doomed* until it is gone from there too.
The caller holds the writer's lock and opens the transaction.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from rag.indexing.exact import STORED, coarse
from rag.minutes import (
    Chunk,
    ChunkKey,
    Document,
    DocumentId,
    DocumentKey,
    Person,
)
from rag.span import Page
from rag.storing.amendments import FIELDS, corrections_at, fields_of, keep_parsed, settle
from rag.storing.corrections import corrected
from rag.storing.database import Database
from rag.storing.linking import compare_again, relink
from rag.swedish.words import fold

PERSON = TypeAdapter(Person)
PAGES = TypeAdapter(tuple[Page, ...])
STRINGS = TypeAdapter(tuple[str, ...])


KeyedDocument = tuple[DocumentKey, Document, list[ChunkKey]]
"""A document with its key and its chunks' keys, as the indexes need it."""


def insert_pending(db: Database, document: Document) -> KeyedDocument:
    """Store *document*, as corrected at its location, invisible until `publish`."""
    corrections = corrections_at(db, [document.location])
    parsed, minutes = document.minutes, corrected(document.minutes, corrections)
    key = db.insert(
        f"insert into document (id, text, pages, warnings, {FIELDS}) "  # noqa: S608 - a constant
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            document.id,
            document.text,
            PAGES.dump_json(document.pages).decode(),
            STRINGS.dump_json(document.warnings).decode(),
            *fields_of(minutes),
        ],
    )
    if corrections:
        keep_parsed(db, key, parsed)
    db.each(
        "insert into person values (?, ?, ?)",
        [
            (key, _searchable(person), PERSON.dump_json(person).decode())
            for person in minutes.people
        ],
    )
    db.each(
        "insert or ignore into abbreviation values (?, ?, ?)",
        [(key, explained.short, explained.long) for explained in minutes.abbreviations],
    )
    chunks = [_insert_chunk(db, key, chunk) for chunk in document.chunks]
    return DocumentKey(key), replace(document, minutes=minutes), chunks


def _insert_chunk(db: Database, document: int, chunk: Chunk) -> ChunkKey:
    path = json.dumps(chunk.heading_path, ensure_ascii=False)
    key = db.insert(
        "insert into chunk (document, start, end, kind, heading_path, page) "
        "values (?, ?, ?, ?, ?, ?)",
        [document, chunk.span.start, chunk.span.end, chunk.kind, path, chunk.page],
    )
    return ChunkKey(key)


def insert_vectors(
    db: Database,
    documents: Sequence[DocumentKey],
    chunks: Sequence[ChunkKey],
    vectors: NDArray[np.float32],
) -> None:
    """Store one vector a chunk, (chunks, dimension), those of a document in a row."""
    stored = (vector.tobytes() for vector in vectors.astype(STORED))
    db.each("insert or replace into vector values (?, ?)", zip(chunks, stored, strict=True))
    for document, group in groupby(range(len(chunks)), key=documents.__getitem__):
        rows = list(group)
        joined = coarse([chunks[row] for row in rows], vectors[rows])
        db.insert("insert or replace into coarse values (?, ?)", [document, joined])


def publish(db: Database, keys: Iterable[DocumentKey]) -> None:
    """Make pending documents visible."""
    published = list(keys)
    db.each("update document set ready = 1 where key = ?", [(key,) for key in published])
    compare_again(db, published)
    db.bump()


def locate(db: Database, *, location: str, source: str, document: DocumentId | None) -> None:
    """Note that *location* holds *document*, as corrected there, or none that is known."""
    if document is None:
        db.rows("delete from location where path = ?", [location])
        return
    db.insert(
        "insert into location select ?, ?, key from document where id = ? on conflict (path) "
        "do update set source = excluded.source, document = excluded.document",
        [location, source, document],
    )
    settle(db, document)


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
        compare_again(db, (DocumentKey(key) for (key,) in keys))
        db.each("insert or ignore into doomed values (?)", keys)
        db.each("delete from document where key = ?", keys)
        db.bump()
    relink(db)


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
