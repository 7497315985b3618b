"""Read whole documents from the library's SQLite file, each once until it is itself changed."""

import json
from collections import OrderedDict
from functools import lru_cache
from threading import Lock

from rag.errors import UnknownMeetingError
from rag.minutes import Document, DocumentId
from rag.storing.amendments import MINUTES
from rag.storing.database import Database
from rag.storing.records import PAGES, STRINGS
from rag.storing.rows import CHUNKS, chunk_of

# A question looks into 40 documents, and the next into others. In memory a character takes three
# bytes with all that was read in the text.
MOST_CHARACTERS = 16_000_000
FOUND_KEPT = 500

NOW = """
select key, minutes, source, path from document join location on document = key
where id = ? and ready = 1 order by path limit 1
"""
WRITTEN = f"select text, pages, warnings, {CHUNKS} from document d where key = ?"  # noqa: S608 - a constant

Standing = tuple[int, str, str, str]
"""A document's key, of which the text never changes, and what may be corrected or moved."""


class Documents:
    """The documents of one library, those that were asked for last in memory."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._standing = lru_cache(FOUND_KEPT)(self._find)
        self._kept = OrderedDict[tuple[DocumentId, Standing], Document]()
        self._characters = 0
        self._lock = Lock()

    def __call__(self, document: DocumentId) -> Document:
        """Return the whole document.

        Raises:
            UnknownMeetingError: it is not in the library.
        """
        standing = self._standing(document, self._db.revision)
        with self._lock:
            if found := self._kept.get((document, standing)):
                self._kept.move_to_end((document, standing))
                return found
        found = self._read(document, standing)
        self._keep((document, standing), found)
        return found

    def _find(self, document: DocumentId, revision: int) -> Standing:
        rows = self._db.rows(NOW, [document])
        if not rows:
            raise UnknownMeetingError.of(document)
        key, minutes, source, path = rows[0]
        return key, minutes, source, path

    def _read(self, document: DocumentId, standing: Standing) -> Document:
        key, minutes, source, path = standing
        rows = self._db.rows(WRITTEN, [key])
        if not rows:  # another process has just taken it away
            raise UnknownMeetingError.of(document)
        text, pages, warnings, chunks = rows[0]
        return Document(
            id=document,
            source=source,
            location=path,
            text=text,
            pages=PAGES.validate_json(pages),
            warnings=STRINGS.validate_json(warnings),
            minutes=MINUTES.validate_json(minutes),
            chunks=tuple(map(chunk_of, json.loads(chunks))),
        )

    def _keep(self, key: tuple[DocumentId, Standing], document: Document) -> None:
        with self._lock:
            if key not in self._kept:  # by another thread
                self._kept[key] = document
                self._characters += len(document.text)
            while self._characters > MOST_CHARACTERS:
                _, oldest = self._kept.popitem(last=False)
                self._characters -= len(oldest.text)
