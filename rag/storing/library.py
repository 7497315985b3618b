"""Read documents, meetings and passages from the library's SQLite file."""

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from sys import maxunicode

from rag.edits import Edit
from rag.errors import UnknownMeetingError
from rag.minutes import ChunkKey, Document, DocumentId, DocumentKey, Person
from rag.results import Filters, Meeting, Passage, Searched
from rag.storing.attendance_lists import AttendanceLists
from rag.storing.conditions import where
from rag.storing.database import Database
from rag.storing.documents import Documents
from rag.storing.kept_edits import kept_edits
from rag.storing.naming import Naming
from rag.storing.records import PERSON, KeyedDocument
from rag.storing.rows import MEETING, PASSAGE, meeting_of, passage_of
from rag.storing.watched import Watched, watched
from rag.swedish.words import fold

# One value for any number of keys, so that SQLite need not understand the question anew.
LISTED = "select value from json_each(?)"

# The keys of all files of a meeting by the id of one of them.
FILES = """
document from same_meeting where answered_from = ifnull(
    (select answered_from from same_meeting join document on key = document where id = ?1),
    (select key from document where id = ?1)
) union select answered_from from same_meeting join document on key = document where id = ?1
"""

KEPT_LISTS = 4
KEPT_COUNTS = 128


class Library:
    """The published documents of one directory."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._documents = Documents(database)
        # By revision: a question reads the same people and lists as the one before it.
        self._read_people = lru_cache(KEPT_LISTS)(self._people_at)
        self._lists = lru_cache(KEPT_LISTS)(lambda filters, _: AttendanceLists(database, filters))
        self._read_meetings = lru_cache(KEPT_LISTS)(self._meetings_at)
        self._read_naming = lru_cache(1)(self._naming_at)
        self._count = lru_cache(KEPT_COUNTS)(self._count_at)

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

    def locations(self, start: str) -> list[str]:
        """Return the locations that begin with *start*, of whatever document."""
        rows = self._db.rows(
            "select path from location where path between ? and ? order by path",
            [start, start + chr(maxunicode)],
        )
        return [path for (path,) in rows]

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
        return self._documents(document)

    def edits(self, document: DocumentId) -> tuple[Edit, ...]:
        """Return what the user did to the lines of the summaries of *document*."""
        return kept_edits(self._db, document)

    def watched(self) -> Watched:
        """Return the folder whose files are wanted here."""
        return watched(self._db)

    def keyed_documents(self, only: Sequence[DocumentKey] | None = None) -> Iterator[KeyedDocument]:
        """Yield every document, or *only* some, with its key and its chunks' keys, for indexes."""
        rows = self._db.rows(
            "select key, id from document where ready = 1 "
            "and (?1 is null or key in (select value from json_each(?1)))",
            [None if only is None else json.dumps(only)],
        )
        for key, document in rows:
            rows = self._db.rows("select key from chunk where document = ? order by key", [key])
            yield DocumentKey(key), self.document(document), [ChunkKey(row[0]) for row in rows]

    def meetings(self, filters: Filters | None = None, *, copies: bool = False) -> list[Meeting]:
        """Return the meetings that *filters* admit, newest first, undated last.

        Args:
            filters: All are admitted without.
            copies: Return all files of a meeting, not only the one that answers are taken from.
        """
        return list(self._read_meetings(filters or Filters(), copies, self.revision))

    def _meetings_at(self, filters: Filters, copies: bool, revision: int) -> list[Meeting]:  # noqa: FBT001 - a cache's key
        if not copies and filters == Filters():
            # From what is known by then: every question asks for both, and others by filters.
            every = self._read_meetings(filters, True, revision)  # noqa: FBT003 - the same
            return [meeting for meeting in every if meeting.answered_from is None]
        condition, values = where(filters, copies=copies)
        rows = self._db.rows(
            f"select {MEETING} from document d where {condition} "  # noqa: S608 - fixed clauses
            "order by first is null, first desc, title, id",
            values,
        )
        return [meeting_of(row) for row in rows]

    def naming(self) -> Naming:
        """Return by which words the meetings are called."""
        return self._read_naming(self.revision)

    def _naming_at(self, revision: int) -> Naming:
        return Naming(self.meetings(copies=True))

    def files(self, document: DocumentId) -> list[Meeting]:
        """Return all files of the meeting that *document* is of, the one to answer from first."""
        rows = self._db.rows(
            f"select {MEETING} from document d where d.ready = 1 and (d.id = ?1 or d.key in "  # noqa: S608 - fixed clauses
            f"(select {FILES})) order by d.key in (select document from same_meeting), title, id",
            [document],
        )
        return [meeting_of(row) for row in rows]

    def copies(self, chunks: Sequence[ChunkKey]) -> set[ChunkKey]:
        """Return those of *chunks* that another file of the same meeting answers for."""
        rows = self._db.rows(
            f"select key from chunk where key in ({LISTED}) "  # noqa: S608 - question marks
            "and document in (select document from same_meeting)",
            [json.dumps(chunks)],
        )
        return {ChunkKey(key) for (key,) in rows}

    def keys(self, filters: Filters) -> list[DocumentKey] | None:
        """Return the documents that *filters* admit; `None` when they admit all."""
        if filters == Filters():
            return None
        condition, values = where(filters)
        rows = self._db.rows(f"select key from document d where {condition}", values)  # noqa: S608 - fixed clauses
        return [DocumentKey(row[0]) for row in rows]

    def searched(self, filters: Filters) -> Searched:
        """Count the meetings and chunks that *filters* admit."""
        return self._count(filters, self.revision)

    def _count_at(self, filters: Filters, revision: int) -> Searched:
        condition, values = where(filters)
        [(meetings, chunks)] = self._db.rows(
            "select count(*), sum((select count(*) from chunk where document = d.key)) "  # noqa: S608 - fixed clauses
            f"from document d where {condition}",
            values,
        )
        return Searched(meetings=meetings, chunks=chunks or 0)

    def people(self, filters: Filters, *, named: str = "") -> list[tuple[DocumentId, Person]]:
        """Return those in the lists of attendance whose entry contains *named*, in their order."""
        return list(self._read_people(filters, named, self.revision))

    def _people_at(
        self, filters: Filters, named: str, revision: int
    ) -> list[tuple[DocumentId, Person]]:
        condition, values = where(filters)
        rows = self._db.rows(
            "select d.id, person from person p join document d on d.key = p.document "  # noqa: S608 - fixed clauses
            f"where {condition} and instr(searchable, ?) "
            "order by first is null, first desc, p.rowid",
            [*values, fold(named)],
        )
        return [(DocumentId(document), PERSON.validate_json(person)) for document, person in rows]

    def lists(self, filters: Filters) -> AttendanceLists:
        """Return the same, of which only what is asked for is read."""
        return self._lists(filters, self.revision)

    def published(self, keys: Sequence[ChunkKey]) -> set[ChunkKey]:
        """Return those of the chunks that readers may see, without reading their texts."""
        rows = self._db.rows(
            "select c.key from chunk c join document d on d.key = c.document "  # noqa: S608 - question marks
            f"where d.ready = 1 and c.key in ({LISTED})",
            [json.dumps(keys)],
        )
        return {ChunkKey(key) for (key,) in rows}

    def passages(self, keys: Sequence[ChunkKey]) -> dict[ChunkKey, Passage]:
        """Return those of the chunks that are published."""
        rows = self._db.rows(
            f"select {PASSAGE} from chunk c join document d on d.key = c.document "  # noqa: S608 - question marks
            f"where d.ready = 1 and c.key in ({LISTED})",
            [json.dumps(keys)],
        )
        return {ChunkKey(row[0]): passage_of(row) for row in rows}
