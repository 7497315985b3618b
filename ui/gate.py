"""Let nothing of the app be reached by who has not signed in, and sign visitors in and out."""

import secrets
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from rag.errors import AccessError, SignInError
from ui import strings
from ui.drawing import doorway
from ui.guarding.audit import Deed
from ui.guarding.door import PERSON, Door, Guard, waiting
from ui.guarding.issuer import BACK, Issuer
from ui.guarding.person import Person
from ui.guarding.roles import Act

SIGN_IN = "/logga-in"
SIGN_OUT = "/logga-ut"
HEALTH = "/_stcore/health"
UPLOAD = "/_stcore/upload_file/"

# What is remembered of a sign-in under way: long enough to find one's second factor.
UNDER_WAY_S = 15 * 60
UNDER_WAY_COOKIE = "motesminne-logga-in"
AIM = "till"
POLICY_VIOLATION = 1008
STYLE = Path(__file__).parent / "assets" / "doorway.css"
NO_STORE = {"Cache-Control": "no-store"}


class Gate:
    """Stands before all that the server answers, where visitors sign in."""

    def __init__(self, app: ASGIApp, door: Door, guard: Guard) -> None:
        self._app = app
        self._door = door
        self._cookie = guard.cookie
        self._signing_in = SigningIn(door, guard).app()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on what comes from who has signed in; sign in, or turn away, all others."""
        if scope["type"] not in {"http", "websocket"} or scope["path"] == HEALTH:
            await self._app(scope, receive, send)
            return
        if scope["path"].startswith((SIGN_IN, SIGN_OUT)) and scope["type"] == "http":
            await self._signing_in(scope, receive, send)
            return
        try:
            person = self._door.person(HTTPConnection(scope).cookies.get(self._cookie, ""))
        except AccessError as error:
            await _turn_away(scope, receive, send, error)
            return
        if scope["path"].startswith(UPLOAD) and not may_upload(person):
            refusal = _told(strings.FORBIDDEN[Act.ADD], HTTPStatus.FORBIDDEN)
            await refusal(scope, receive, send)
            return
        await self._app({**scope, PERSON: person}, receive, send)


class SigningIn:
    """What answers at the addresses by which one signs in and out."""

    def __init__(self, door: Door, guard: Guard) -> None:
        self._door = door
        self._guard = guard
        self._issuer = Issuer(guard.policy)

    def app(self) -> ASGIApp:
        """Return what answers there."""
        remembering = Middleware(
            SessionMiddleware,
            secret_key=secrets.token_urlsafe(32),
            session_cookie=UNDER_WAY_COOKIE,
            max_age=UNDER_WAY_S,
            path=SIGN_IN,
            same_site="lax",
            https_only=self._guard.policy.is_secure,
        )
        routes = [
            Route(SIGN_IN, self.begin),
            Route(BACK, self.finish),
            Route(SIGN_OUT, self.leave, methods=["POST"]),
            Route(SIGN_OUT, self.left),
        ]
        return Starlette(routes=routes, middleware=[remembering])

    async def begin(self, request: Request) -> Response:
        """Send the browser to the issuer."""
        if wait := self._guard.sign_ins.take(self._caller(request)):
            told = strings.SIGN_IN_TOO_OFTEN.format(wait=waiting(wait))
            return _failed(told, HTTPStatus.TOO_MANY_REQUESTS)
        request.session[AIM] = local_path(request.query_params.get(AIM, ""))
        try:
            return await self._issuer.begin(request)
        except SignInError as error:
            return _failed(str(error), HTTPStatus.BAD_GATEWAY)

    async def finish(self, request: Request) -> Response:
        """Let whom the issuer sends back in, as their groups say."""
        try:
            claims = await self._issuer.finish(request)
        except SignInError as error:
            if self._guard.sessions.person(request.cookies.get(self._guard.cookie, "")):
                return RedirectResponse("/", HTTPStatus.SEE_OTHER)  # signed in in another tab
            return _failed(str(error), HTTPStatus.BAD_REQUEST)
        person = self._guard.policy.person(claims)
        if not person.grants:
            self._door.note(person, Deed.TURNED_AWAY)
            return await self._groupless(person)
        self._door.note(person, Deed.SIGNED_IN)
        response = RedirectResponse(local_path(request.session.pop(AIM, "")), HTTPStatus.SEE_OTHER)
        self._keep(response, self._guard.sessions.open(person))
        return response

    async def leave(self, request: Request) -> Response:
        """End the session."""
        person = self._guard.sessions.close(request.cookies.get(self._guard.cookie, ""))
        if person:
            self._door.note(person, Deed.SIGNED_OUT)
        response = RedirectResponse(SIGN_OUT, HTTPStatus.SEE_OTHER)
        response.headers["Clear-Site-Data"] = '"cache"'
        self._keep(response, "")
        return response

    async def left(self, request: Request) -> Response:
        """Say that one has signed out."""
        links = await self._ways_on()
        return _page(HTTPStatus.OK, strings.SIGNED_OUT_TITLE, strings.SIGNED_OUT, *links)

    async def _groupless(self, person: Person) -> Response:
        links = await self._ways_on()
        told = strings.NO_GROUP.format(name=person.name)
        return _page(HTTPStatus.FORBIDDEN, strings.NO_GROUP_TITLE, told, *links)

    async def _ways_on(self) -> list[tuple[str, str]]:
        """Return where one signs in again, and where one signs out of the issuer too."""
        farewell = await self._issuer.farewell()
        out = [(strings.SIGN_OUT_EVERYWHERE, farewell)] if farewell else []
        return [(strings.SIGN_IN_AGAIN, SIGN_IN), *out]

    def _keep(self, response: Response, token: str) -> None:
        """Let the browser have *token*, or forget the one that it had."""
        response.set_cookie(
            self._guard.cookie,
            token,
            max_age=None if token else 0,
            httponly=True,
            samesite="lax",
            secure=self._guard.policy.is_secure,
        )

    def _caller(self, request: Request) -> str:
        """Return where a request came from, by the word of a proxy that is trusted."""
        host = request.client.host if request.client else ""
        if host not in self._guard.policy.trusted_proxies:
            return host
        return request.headers.get("x-forwarded-for", host).rpartition(",")[2].strip()


def may_upload(person: Person) -> bool:
    """Tell whether there is any page on which somebody may send files."""
    return person.may(Act.ADD) or person.may(Act.EVALUATE)


def local_path(wanted: str) -> str:
    r"""Return *wanted* if it is a page of the app's own, else the first page.

    >>> local_path("/moten?mote=1"), local_path("//gransele.example"), local_path("/\\gransele.se")
    ('/moten?mote=1', '/', '/')
    """
    is_local = wanted.startswith("/") and not wanted.startswith("//")
    is_plain = wanted.isprintable() and "\\" not in wanted
    return wanted if is_local and is_plain and not wanted.startswith(SIGN_IN) else "/"


async def _turn_away(scope: Scope, receive: Receive, send: Send, error: AccessError) -> None:
    """Send who wants a page to where one signs in; tell all others."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        return
    request = Request(scope)
    response: Response
    if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
        aim = f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
        response = RedirectResponse(_begin_at(aim), HTTPStatus.SEE_OTHER)
    else:
        response = _told(str(error), HTTPStatus.UNAUTHORIZED)
    await response(scope, receive, send)


def _begin_at(aim: str) -> str:
    return SIGN_IN if aim == "/" else f"{SIGN_IN}?{urlencode({AIM: aim})}"


def _told(sentence: str, status: HTTPStatus) -> Response:
    return HTMLResponse(doorway.missing(sentence), status, NO_STORE)


def _failed(sentence: str, status: HTTPStatus) -> Response:
    again = (strings.SIGN_IN_AGAIN, SIGN_IN)
    return _page(status, strings.SIGN_IN_FAILED_TITLE, sentence, again)


def _page(status: HTTPStatus, title: str, sentence: str, *links: tuple[str, str]) -> Response:
    css = STYLE.read_text(encoding="utf-8")
    return HTMLResponse(doorway.page(title, sentence, *links, css=css), status, NO_STORE)
