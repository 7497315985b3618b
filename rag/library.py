"""Read documents, meetings and passages from the library's SQLite file."""

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rag.database import Database, Row
from rag.errors import UnknownMeetingError
from rag.minutes import (
    Chunk,
    ChunkKey,
    ChunkKind,
    Document,
    DocumentId,
    DocumentKey,
    Kind,
    Person,
)
from rag.records import DATE, MINUTES, PAGES, PERSON, STRINGS, KeyedDocument
from rag.results import Filters, Meeting, Passage, Searched
from rag.span import Span
from rag.words import fold

# A document may lie at several paths; the first is shown.
SOURCE = "(select source from location where document = d.key order by path limit 1)"

KEPT_DOCUMENTS = 128
KEPT_LISTS = 4


class Library:
    """The published documents of one directory."""

    def __init__(self, database: Database) -> None:
        self._db = database
        # By revision: a question reads the same documents and people as the one before it.
        self._read_document = lru_cache(KEPT_DOCUMENTS)(self._document_at)
        self._read_people = lru_cache(KEPT_LISTS)(self._people_at)

    @property
    def revision(self) -> int:
        """A number that grows with every change."""
        return self._db.revision

    def located(self, location: str) -> DocumentId | None:
        """Return the id of the document that the file at *location* held when ingested."""
        found = self._db.value(
            "select id from location join document on key = document where path = ? and ready = 1",
            [location],
        )
        return found and DocumentId(found)

    def holds(self, document: DocumentId) -> bool:
        """Tell whether *document* is in the library."""
        found = self._db.rows("select 1 from document where id = ? and ready = 1", [document])
        return bool(found)

    def find(self, prefix: str) -> DocumentId:
        """Return the one document whose id starts with *prefix*.

        Raises:
            UnknownMeetingError: none does, or several do.
        """
        rows = self._db.rows(
            "select id from document where ready = 1 and substr(id, 1, ?) = ? limit 2",
            [len(prefix), prefix.lower()],
        )
        if len(rows) != 1 or not prefix:
            what = "Flera möten" if len(rows) > 1 else "Inget möte"
            raise UnknownMeetingError(
                f"{what} i biblioteket har ett id som börjar med {prefix!r}: "
                "se «motesminne meetings list»."
            )
        return DocumentId(rows[0][0])

    def document(self, document: DocumentId) -> Document:
        """Return the whole document.

        Raises:
            UnknownMeetingError: it is not in the library.
        """
        return self._read_document(document, self.revision)

    def _document_at(self, document: DocumentId, revision: int) -> Document:
        rows = self._db.rows(
            "select key, text, pages, warnings, minutes, source, path from document "
            "join location on document = key where id = ? and ready = 1 order by path limit 1",
            [document],
        )
        if not rows:
            raise UnknownMeetingError(
                f"Mötet {document[:12]} finns inte i biblioteket: se «motesminne meetings list»."
            )
        key, text, pages, warnings, minutes, source, path = rows[0]
        return Document(
            id=document,
            source=source,
            location=path,
            text=text,
            pages=PAGES.validate_json(pages),
            warnings=STRINGS.validate_json(warnings),
            minutes=MINUTES.validate_json(minutes),
            chunks=tuple(self._chunks(key)),
        )

    def _chunks(self, document: DocumentKey) -> Iterator[Chunk]:
        rows = self._db.rows(
            "select start, end, kind, heading_path, page from chunk "
            "where document = ? order by key",
            [document],
        )
        for start, end, kind, path, page in rows:
            heading_path = tuple(json.loads(path))
            yield Chunk(
                span=Span(start, end), kind=ChunkKind(kind), heading_path=heading_path, page=page
            )

    def keyed_documents(self) -> Iterator[KeyedDocument]:
        """Yield every document with its key and its chunks' keys; the indexes are made of these."""
        for key, document in self._db.rows("select key, id from document where ready = 1"):
            rows = self._db.rows("select key from chunk where document = ? order by key", [key])
            yield DocumentKey(key), self.document(document), [ChunkKey(row[0]) for row in rows]

    def meetings(self, filters: Filters | None = None) -> list[Meeting]:
        """Return the meetings that *filters* admit, newest first, undated last."""
        where, values = _where(filters or Filters())
        rows = self._db.rows(
            f"select id, {SOURCE}, title, kind, body, date, warnings, "  # noqa: S608 - fixed clauses
            "(select count(*) from chunk where document = d.key) "
            f"from document d where {where} order by first is null, first desc, title, id",
            values,
        )
        return [_meeting(row) for row in rows]

    def keys(self, filters: Filters) -> list[DocumentKey] | None:
        """Return the documents that *filters* admit; `None` when they admit all."""
        if filters == Filters():
            return None
        where, values = _where(filters)
        rows = self._db.rows(f"select key from document d where {where}", values)  # noqa: S608 - fixed clauses
        return [DocumentKey(row[0]) for row in rows]

    def searched(self, filters: Filters) -> Searched:
        """Count the meetings and chunks that *filters* admit."""
        where, values = _where(filters)
        [(meetings, chunks)] = self._db.rows(
            "select count(distinct d.key), count(c.key) from document d "  # noqa: S608 - fixed clauses
            f"left join chunk c on c.document = d.key where {where}",
            values,
        )
        return Searched(meetings=meetings, chunks=chunks)

    def people(self, filters: Filters, *, named: str = "") -> list[tuple[DocumentId, Person]]:
        """Return those in the lists of attendance whose entry contains *named*, in their order."""
        return list(self._read_people(filters, named, self.revision))

    def _people_at(
        self, filters: Filters, named: str, revision: int
    ) -> list[tuple[DocumentId, Person]]:
        where, values = _where(filters)
        rows = self._db.rows(
            "select d.id, person from person p join document d on d.key = p.document "  # noqa: S608 - fixed clauses
            f"where {where} and instr(searchable, ?) order by first is null, first desc, p.rowid",
            [*values, fold(named)],
        )
        return [(DocumentId(document), PERSON.validate_json(person)) for document, person in rows]

    def published(self, keys: Sequence[ChunkKey]) -> set[ChunkKey]:
        """Return those of the chunks that readers may see, without reading their texts."""
        rows = self._db.rows(
            "select c.key from chunk c join document d on d.key = c.document "  # noqa: S608 - question marks
            f"where d.ready = 1 and c.key in ({_marks(keys)})",
            keys,
        )
        return {ChunkKey(key) for (key,) in rows}

    def passages(self, keys: Sequence[ChunkKey]) -> dict[ChunkKey, Passage]:
        """Return those of the chunks that are published."""
        rows = self._db.rows(
            f"select c.key, d.id, {SOURCE}, c.start, c.end, c.kind, c.heading_path, c.page, "  # noqa: S608 - question marks
            "substr(d.text, c.start + 1, c.end - c.start) "
            "from chunk c join document d on d.key = c.document "
            f"where d.ready = 1 and c.key in ({_marks(keys)})",
            keys,
        )
        return {ChunkKey(row[0]): _passage(row) for row in rows}


def _meeting(row: Row) -> Meeting:
    document, source, title, kind, body, day, warnings, chunks = row
    return Meeting(
        document_id=DocumentId(document),
        source=source,
        title=title,
        kind=Kind(kind),
        body=body,
        date=DATE.validate_json(day),
        warnings=STRINGS.validate_json(warnings),
        chunks=chunks,
    )


def _passage(row: Row) -> Passage:
    key, document, source, start, end, kind, path, page, text = row
    return Passage(
        key=ChunkKey(key),
        document_id=DocumentId(document),
        source=source,
        span=Span(start, end),
        kind=ChunkKind(kind),
        heading_path=tuple(json.loads(path)),
        page=page,
        text=text,
    )


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _where(filters: Filters) -> tuple[str, list[str]]:
    """Return the SQL condition on `document d` that *filters* mean, and its values."""
    clauses, values = ["d.ready = 1"], list[str]()
    if filters.body:
        clauses.append("casefold(coalesce(d.body, '')) = casefold(?)")
        values.append(filters.body)
    if filters.person:
        clauses.append(
            "exists (select 1 from person p where p.document = d.key and instr(p.searchable, ?))"
        )
        values.append(fold(filters.person))
    if filters.meetings:
        clauses.append(f"d.id in ({_marks(filters.meetings)})")
        values.extend(filters.meetings)
    if filters.first:
        clauses.append("d.last >= ?")
        values.append(filters.first.isoformat())
    if filters.last:
        clauses.append("d.first <= ?")
        values.append(filters.last.isoformat())
    return " and ".join(clauses), values
