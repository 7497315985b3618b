"""Answer the browser's requests for open sources: their text, their pages, pictures of those.

These are fetched beside Streamlit, so that a click on a citation waits for no rerun.
"""

from collections.abc import Callable
from functools import lru_cache, partial
from http import HTTPStatus
from threading import Lock

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from ingest.formats import Format, recognise
from ingest.limits import limits_of
from ingest.original import original
from ingest.reading import Reading
from ingest.source import File
from rag.access import Access
from rag.errors import MinutesError, UnknownMeetingError
from rag.minutes import Document
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.library import Library
from ui import strings
from ui.drawing import source
from ui.drawing.markup import Html
from ui.guarding.audit import Deed
from ui.guarding.door import door
from ui.guarding.person import ANYONE, Person
from ui.place import Place

LIBRARIES = 16
"""For how many kinds of visitors, who see different minutes, the library is kept open."""

# What is read must not outlive the meeting's removal, nor be read by other sites.
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class Sources:
    """The documents of one library, and the process that draws their pages."""

    def __init__(self, settings: Settings) -> None:
        self._library = lru_cache(LIBRARIES)(partial(_library, settings))
        self._reading = Reading(limits_of(settings))
        self._lock = Lock()

    def text(self, written: str, person: Person = ANYONE) -> Html:
        """Return the document that *written* leads to, the passage marked."""
        place = Place.parse(written)
        return source.source(self._opened(place, person), place)

    def sheets(self, written: str, person: Person = ANYONE) -> Html:
        """Return the pages of a PDF, the passage marked, or why they cannot be shown."""
        place = Place.parse(written)
        document = self._opened(place, person)
        file = _pdf(document)
        if file is None:
            return source.missing(strings.SOURCE_NO_FILE)
        with self._lock:
            found = self._reading.sheets(file, source.marked(document, place.span))
        return source.sheets(document, found, document.page_at(place.span.start))

    def picture(self, written: str, page: int, person: Person = ANYONE) -> bytes | None:
        """Return a page of a PDF as a PNG file; nothing when the file is gone."""
        file = _pdf(self._opened(Place.parse(written), person))
        if file is None:
            return None
        with self._lock:
            return self._reading.picture(file, page)

    def close(self) -> None:
        """Stop the process that draws pages."""
        self._reading.close()

    def _opened(self, place: Place, person: Person) -> Document:
        """Return a document as far as *person* may see it, and note that they did."""
        found = self._library(person.access).document(place.document_id)
        door().note_once(person, Deed.OPENED, found.id)
        return found


def _library(settings: Settings, access: Access) -> Library:
    current = settings.seen_by(access)
    return Library(Database.open(current.library, current.access))


def routes(make: Callable[[], Sources]) -> list[Route]:
    """Return what answers the requests, of the sources that are *made* for the first of them."""
    opened = lru_cache(1)(make)

    def text(request: Request) -> Response:
        place, person = request.path_params["place"], door().asking(request.scope)
        return _html(lambda: opened().text(place, person))

    def sheets(request: Request) -> Response:
        place, person = request.path_params["place"], door().asking(request.scope)
        return _html(lambda: opened().sheets(place, person))

    def picture(request: Request) -> Response:
        place, person = request.path_params["place"], door().asking(request.scope)
        return _png(lambda: opened().picture(place, request.path_params["n"], person))

    return [
        Route("/kalla/{place}", text),
        Route("/kalla/{place}/sidor", sheets),
        Route("/kalla/{place}/sida/{n:int}.png", picture),
    ]


def _html(draw: Callable[[], Html]) -> Response:
    """Return what is drawn; a failure is a sentence in its place."""
    status = HTTPStatus.OK
    try:
        drawn = draw()
    except UnknownMeetingError:  # also what others may see: not even that it is there is told
        drawn, status = source.missing(strings.SOURCE_GONE), HTTPStatus.NOT_FOUND
    except MinutesError as error:
        drawn = source.missing(str(error))
    return HTMLResponse(drawn, status, HEADERS)


def _png(draw: Callable[[], bytes | None]) -> Response:
    try:
        drawn = draw()
    except MinutesError:
        drawn = None
    if drawn is None:
        return Response(status_code=404, headers=HEADERS)
    return Response(drawn, media_type="image/png", headers=HEADERS)


def _pdf(document: Document) -> File | None:
    file = original(document)
    return file if file and recognise(file) is Format.PDF else None
