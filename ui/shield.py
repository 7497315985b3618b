"""Turn away requests for other hosts than the app's, and tell browsers what its pages may do."""

from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from ui import strings

# Streamlit's pages run scripts of their own in the page, and Vega's pictures evaluate theirs; but
# nothing is fetched from, sent to, or shown within anybody else's site.
POLICY = (
    "default-src 'self' data: blob:; "
    "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline'; "
    "connect-src 'self' data: blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
}


# For a year browsers ask for nothing of the app but by https.
BY_HTTPS = {"Strict-Transport-Security": "max-age=31536000"}


class Shield:
    """Stands before all that the server answers; streams are Streamlit's to check."""

    def __init__(self, app: ASGIApp, *, is_secure: bool = False) -> None:
        self._app = app
        self._headers = HEADERS | (BY_HTTPS if is_secure else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what asks for another host; hand on all else, and add the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def shielded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        if is_host_allowed(Headers(scope=scope).get("host")):
            await self._app(scope, receive, shielded)
        else:
            refusal = PlainTextResponse(strings.OTHER_HOST, HTTPStatus.MISDIRECTED_REQUEST)
            await refusal(scope, receive, shielded)
