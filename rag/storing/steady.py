"""Read many documents as if nobody wrote meanwhile: anew, when one of them went in the middle."""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from rag.errors import ReplacedIndexError, UnknownMeetingError
from rag.minutes import Document
from rag.results import Meeting
from rag.storing.library import Library

# Others remove or replace documents seldom, beside how long a reading takes.
TRIES = 4

Parameters = ParamSpec("Parameters")
Made = TypeVar("Made")


class Reader(Protocol):
    """What reads a library."""

    _library: Library


ReaderT = TypeVar("ReaderT", bound=Reader)
Read = Callable[Concatenate[ReaderT, Parameters], Made]


def read_steadily(library: Library, read: Callable[[], Made]) -> Made:
    """Return what *read* makes of *library*, read anew when it misses what was just there."""
    for _ in range(TRIES - 1):
        before = library.revision
        try:
            return read()
        except (UnknownMeetingError, ReplacedIndexError):
            if library.revision == before:
                raise
    return read()


def steadily(read: Read[ReaderT, Parameters, Made]) -> Read[ReaderT, Parameters, Made]:
    """Let a method of what reads a library read it so."""

    @wraps(read)
    def reading(self: ReaderT, /, *args: Parameters.args, **kwargs: Parameters.kwargs) -> Made:
        return read_steadily(self._library, lambda: read(self, *args, **kwargs))

    return reading


def documents_of(
    library: Library, meetings: Iterable[Meeting]
) -> Iterator[tuple[Meeting, Document]]:
    """Yield *meetings* with their documents, one of which is in memory at a time."""
    for meeting in meetings:
        yield meeting, library.document(meeting.document_id)
