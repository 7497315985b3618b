"""The web server's program: Streamlit's app, the open sources, and the pages' first HTML."""

import secrets
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

from rag.settings import Settings
from ui import strings
from ui.backends.visitor import COOKIE
from ui.shield import Shield
from ui.sources_web import Sources, routes

YEAR_S = 365 * 24 * 60 * 60
ID_BYTES = 18
# Told where the server is, Streamlit does not try the page's own address first and fail twice.
AT_ONCE = (
    "<script>window.__streamlit = {BACKEND_BASE_URL: new URL('.', location.href).href}</script>"
)
OWN = ("/_stcore", "/static", "/media", "/component", "/kalla")


class FirstPage:
    """Answers requests for pages with Streamlit's HTML made Swedish, and knows visitors again."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._html = first_html(Path(file_util.get_static_dir()) / "index.html")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what asks for a page; hand on all else."""
        if scope["type"] != "http" or not is_page(Request(scope)):
            await self._app(scope, receive, send)
            return
        response = HTMLResponse(self._html, headers={"Cache-Control": "no-cache"})
        if COOKIE not in Request(scope).cookies:
            response.set_cookie(
                COOKIE,
                secrets.token_urlsafe(ID_BYTES),
                max_age=YEAR_S,
                httponly=True,
                samesite="lax",
            )
        await response(scope, receive, send)


def is_page(request: Request) -> bool:
    """Tell whether a browser asks for one of the app's pages."""
    path = request.url.path
    return (
        request.method == "GET"
        and "text/html" in request.headers.get("accept", "")
        and not path.startswith(OWN)
        and "." not in path
        and not (len(path) > 1 and path.endswith("/"))
    )


def first_html(file: Path) -> str:
    """Return Streamlit's page with the app's language and name, and the server's address."""
    html = file.read_text(encoding="utf-8")
    for old, new in (
        ('<html lang="en">', '<html lang="sv">'),
        ("<title>Streamlit</title>", f"<title>{strings.APP}</title>"),
        ("<head>", f"<head>{AT_ONCE}"),
    ):
        html = html.replace(old, new, 1)
    return html


app = st.App(
    Path(__file__).with_name("app.py"),
    routes=routes(lambda: Sources(Settings())),
    middleware=[Middleware(Shield), Middleware(FirstPage)],
)
