"""Read the documents of a library for the registers, each once."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from operator import itemgetter

from rag.minutes import Document, DocumentId
from rag.registers.carried_out import Later
from rag.results import Meeting
from rag.storing.library import Library
from rag.swedish.words import fold


class Reader:
    """The documents of one library, each read once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._documents: dict[DocumentId, Document] = {}
        self._later: dict[DocumentId, Later] = {}
        self._bodies: dict[str, list[tuple[date, Meeting]]] = {}
        for meeting in sorted(library.meetings(), key=in_time):
            if meeting.date:
                of_body = self._bodies.setdefault(fold(meeting.body or ""), [])
                of_body.append((meeting.date.first, meeting))

    def document(self, meeting: Meeting) -> Document:
        """Return the document of *meeting*."""
        return self.by_id(meeting.document_id)

    def by_id(self, id_: DocumentId) -> Document:
        """Return the document with *id_*."""
        if id_ not in self._documents:
            self._documents[id_] = self._library.document(id_)
        return self._documents[id_]

    def after(self, document: Document) -> Iterator[Later]:
        """Yield the later minutes of the same body, in order of time."""
        for id_ in self.ids_after(document):
            if id_ not in self._later:
                self._later[id_] = Later(self.by_id(id_))
            yield self._later[id_]

    def ids_after(self, document: Document) -> Iterator[DocumentId]:
        """Yield which those are."""
        minutes = document.minutes
        if not minutes.body or not minutes.date:
            return
        held = self._bodies.get(fold(minutes.body), [])
        first = bisect_right(held, minutes.date.last, key=itemgetter(0))
        for place in range(first, len(held)):
            yield held[place][1].document_id


def in_time(meeting: Meeting) -> tuple[bool, date, str, str]:
    """Return what orders meetings from the oldest to the newest, undated ones last."""
    day = meeting.date.first if meeting.date else date.max
    return meeting.date is None, day, meeting.title, meeting.document_id
