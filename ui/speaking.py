"""Answer each request in the language that its browser has chosen."""

from functools import cache

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from rag.settings import Settings
from ui.language import chosen, told


class Speaking:
    """Stands before all that the server tells; what Streamlit draws knows its visitors itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, to be answered in the browser's language."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        with told(chosen(Request(scope).cookies, _otherwise())):
            await self._app(scope, receive, send)


@cache
def _otherwise() -> str:
    return Settings().language
