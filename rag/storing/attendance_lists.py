"""Read of many lists of attendance only the entries that are asked for."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rag.minutes import DocumentId, Person, Presence
from rag.results import Filters
from rag.storing.conditions import where
from rag.storing.database import Database
from rag.storing.records import PERSON
from rag.swedish.matching import may_have

Entry = tuple[DocumentId, Person]

# The same people come to meeting after meeting: what is said of them is read once.
SAID = """
select searchable, count(*), min(rowid) from person
where document in (select key from document d where {}) group by searchable
"""
ONES = "select searchable, person from person where rowid in (select value from json_each(?))"
HOLDING = """
select id from document d
where {} and exists (select 1 from person where document = d.key and {})
"""
ENTRIES = """
select d.id, person from person p join document d on d.key = p.document
where {} and {} in (select value from json_each(?)) order by first is null, first desc, p.rowid
"""


@dataclass(frozen=True, slots=True)
class Want:
    """What is looked for among the entries, said in Python and in SQL."""

    is_met: Callable[[Person], bool]
    condition: str


def presence(wanted: Presence) -> Want:
    """Return those who were there, or not, in that way."""
    return Want(
        lambda person: person.presence is wanted, f"json_extract(person, '$.presence') = '{wanted}'"
    )


SUBSTITUTES = Want(
    lambda person: person.replaces is not None, "json_extract(person, '$.replaces') is not null"
)
WITH_ROLES = Want(lambda person: bool(person.roles), "json_array_length(person, '$.roles')")


@dataclass(frozen=True, slots=True)
class Alike:
    """Entries that say the same of somebody."""

    said: str
    """What they are found by."""
    person: Person
    """One of them."""
    count: int


class AttendanceLists:
    """The lists of the meetings that filters admit, as they are at one revision."""

    def __init__(self, database: Database, filters: Filters) -> None:
        self._db = database
        self._condition, self._values = where(filters)
        self._people: dict[str, Person] = {}
        self._holding = lru_cache(maxsize=None)(self._read_holding)

    @cached_property
    def _said(self) -> Mapping[str, tuple[int, int]]:
        """Return of what entries can be found by how many they are, and the row of one."""
        rows = self._db.rows(SAID.format(self._condition), self._values)
        return {said: (count, row) for said, count, row in rows}

    @cached_property
    def size(self) -> int:
        """Return how many entries there are."""
        return sum(count for count, _ in self._said.values())

    def like(self, asked: Iterable[str]) -> list[Alike]:
        """Return the entries that may have one of the words *asked* or one like it, and others."""
        found = list(filter(may_have(asked), self._said))
        rows = [self._said[said][1] for said in found if said not in self._people]
        for said, person in self._db.rows(ONES, [json.dumps(rows)]) if rows else ():
            self._people[said] = PERSON.validate_json(person)
        people = ((said, self._people.get(said)) for said in found)
        return [Alike(said, person, self._said[said][0]) for said, person in people if person]

    def saying(self, alike: Iterable[Alike]) -> list[Entry]:
        """Return all entries that are *alike*, the newest meeting's first."""
        return self._entries("searchable", [one.said for one in alike])

    def of(self, documents: Iterable[DocumentId]) -> list[Entry]:
        """Return all entries of *documents*, the newest meeting's first."""
        return self._entries("d.id", list(documents))

    def holding(self, want: Want) -> frozenset[DocumentId]:
        """Return the documents that have an entry of those that are looked for."""
        return self._holding(want.condition)

    def _read_holding(self, condition: str) -> frozenset[DocumentId]:
        rows = self._db.rows(HOLDING.format(self._condition, condition), self._values)
        return frozenset(DocumentId(document) for (document,) in rows)

    def _entries(self, column: str, values: Collection[str]) -> list[Entry]:
        if not values:
            return []
        sql = ENTRIES.format(self._condition, column)
        rows = self._db.rows(sql, [*self._values, json.dumps(values)])
        return [(DocumentId(document), PERSON.validate_json(person)) for document, person in rows]
