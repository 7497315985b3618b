"""Remember where later minutes tell that tasks are carried out: reading them takes longest.

What is remembered of a document holds as long as its tasks are the same and the same minutes follow
it. It is places only, no words, and goes with the document.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from itertools import islice

from rag.citing import Evidence
from rag.minutes import Document, DocumentId
from rag.registers.carried_out import MOST_MEETINGS, carried_out
from rag.registers.reader import Reader
from rag.registers.task import Task
from rag.span import Span
from rag.storing.database import Database

# To be raised when tasks are taken for carried out by other rules.
RULES = 1

Place = tuple[DocumentId, int, int]
"""Where it is told: a document, and from which character to which."""
Told = Mapping[str, Place]
"""Of each task that is told to be carried out, by its key."""


class Remembered:
    """What is remembered of the tasks of one library."""

    def __init__(self, db: Database, read: Reader) -> None:
        self._db = db
        self._read = read
        self._known: dict[str, tuple[str, str]] = {
            document: (following, told)
            for document, following, told in db.rows(
                "select id, following, told from carried_out join document on document = key"
            )
        }
        self._new: list[tuple[str, str, DocumentId]] = []

    def __call__(self, document: Document, tasks: Sequence[Task]) -> dict[str, Evidence]:
        """Return of the *tasks* of *document* where they are told to be carried out, by key."""
        following = self._following(document, tasks)
        known, told = self._known.get(document.id, ("", ""))
        places: Told
        if known == following:
            places = json.loads(told)
        else:
            places = self._find(document, tasks)
            self._new.append((following, json.dumps(places), document.id))
        return {
            key: Evidence(self._read.by_id(DocumentId(of)), Span(start, end))
            for key, (of, start, end) in places.items()
        }

    def keep(self) -> None:
        """Remember what was found since; a library that can only be read remembers nothing."""
        sql = "insert or replace into carried_out select key, ?, ? from document where id = ?"
        if self._new and self._db.spared(sql, self._new):
            self._new.clear()

    def _find(self, document: Document, tasks: Sequence[Task]) -> dict[str, Place]:
        return {
            task.key: (told.document.id, told.span.start, told.span.end)
            for task, told in carried_out(tasks, self._read.after(document))
        }

    def _following(self, document: Document, tasks: Sequence[Task]) -> str:
        """Return what tells these tasks before the same later minutes from all others."""
        later = islice(self._read.ids_after(document), MOST_MEETINGS)
        told = "\n".join((str(RULES), *(task.key for task in tasks), *later))
        return hashlib.sha256(told.encode()).hexdigest()
