"""List what the library knows by name and date: meetings, bodies, people, abbreviations.

Read at a question and kept until the library changes, since every question is looked up here.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import PurePath

from rag.minutes import DocumentId, DocumentKey
from rag.storing.database import Database
from rag.swedish.words import fold

HELD = """
select id, title, (select source from location where document = key order by path limit 1), body,
first, last from document
where ready = 1 and first is not null and key not in (select document from same_meeting)
order by first desc, title, id
"""
BODIES = "select distinct body from document where ready = 1 and body is not null order by body"
# Of those who come back at every meeting one entry is read, which an index finds.
NAMES = """
select json_extract(person, '$.name'), json_extract(person, '$.organisation') from person
where rowid in (select min(rowid) from person group by searchable)
"""
IDS = """
select id from document where ready = 1 and key in (select value from json_each(?))
and key not in (select document from same_meeting)
"""
EXPLAINED = """
select short, long, count(*) as times from abbreviation
where document in (select key from document where ready = 1)
group by short, long order by times
"""


@dataclass(frozen=True, slots=True)
class Held:
    """When a meeting was held, and by which body."""

    document_id: DocumentId
    called: str
    """Its title and the name of its file, in lower case without å, ä and ö."""
    body: str | None
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Known:
    """The names that stand in the lists of attendance, each once."""

    people: tuple[str, ...]
    organisations: tuple[str, ...]


class Directory:
    """The names and dates of one library, as fresh as its SQLite file."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._held = lru_cache(1)(self._read_held)
        self._bodies = lru_cache(1)(self._read_bodies)
        self._names = lru_cache(1)(self._read_names)
        self._explained = lru_cache(1)(self._read_explained)

    @property
    def revision(self) -> int:
        """A number that grows with every change."""
        return self._db.revision

    def held(self) -> tuple[Held, ...]:
        """Return the dated meetings, newest first."""
        return self._held(self.revision)

    def bodies(self) -> tuple[str, ...]:
        """Return the bodies that met, each spelling of its own."""
        return self._bodies(self.revision)

    def names(self) -> Known:
        """Return who attended, and from which organisations."""
        return self._names(self.revision)

    def explained(self) -> Mapping[str, str]:
        """Return what the minutes explain each abbreviation by, most often."""
        return self._explained(self.revision)

    def ids(self, keys: Iterable[DocumentKey]) -> set[DocumentId]:
        """Return the ids of the documents with *keys*."""
        rows = self._db.rows(IDS, [json.dumps(list(keys))])
        return {DocumentId(document) for (document,) in rows}

    def _read_held(self, revision: int) -> tuple[Held, ...]:
        return tuple(
            Held(
                DocumentId(document),
                fold(f"{title} {PurePath(source or '').name}"),
                body,
                date.fromisoformat(first),
                date.fromisoformat(last),
            )
            for document, title, source, body, first, last in self._db.rows(HELD)
        )

    def _read_bodies(self, revision: int) -> tuple[str, ...]:
        return tuple(body for (body,) in self._db.rows(BODIES))

    def _read_names(self, revision: int) -> Known:
        rows = self._db.rows(NAMES)
        return Known(
            people=tuple(dict.fromkeys(name for name, _ in rows)),
            organisations=tuple(dict.fromkeys(filter(None, (of for _, of in rows)))),
        )

    def _read_explained(self, revision: int) -> Mapping[str, str]:
        return {short: long for short, long, _ in self._db.rows(EXPLAINED)}
