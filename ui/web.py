"""The web server's program: Streamlit's app, the open sources, and the pages' first HTML."""

import json
import secrets
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

from rag.indexing.vectors import load_chroma
from rag.many import take_turns
from rag.settings import Settings
from ui import choices, strings
from ui.backends.visitor import COOKIE
from ui.choices import LOOK, Look, look_script
from ui.guarding.door import Door
from ui.guarding.door import door as open_to
from ui.language import Language, current, told
from ui.shield import Shield
from ui.sources_web import Sources, routes
from ui.speaking import Speaking

WORDS = Path(__file__).with_name("assets") / "words.js"
YEAR_S = 365 * 24 * 60 * 60
ID_BYTES = 18
# Told where the server is, Streamlit does not try the page's own address first and fail twice.
AT_ONCE = (
    "<script>window.__streamlit = {BACKEND_BASE_URL: new URL('.', location.href).href}</script>"
)
OWN = ("/_stcore", "/static", "/media", "/component", "/kalla", *choices.PATHS)


class FirstPage:
    """Answers requests for pages with Streamlit's HTML made ours, and knows browsers again."""

    def __init__(self, app: ASGIApp, *, knows_browsers: bool = True) -> None:
        self._app = app
        self._knows_browsers = knows_browsers
        file = Path(file_util.get_static_dir()) / "index.html"
        self._html = {
            (language, look): first_html(file, language, look)
            for language in Language
            for look in Look
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what asks for a page; hand on all else."""
        if scope["type"] != "http" or not is_page(Request(scope)):
            await self._app(scope, receive, send)
            return
        cookies = Request(scope).cookies
        html = self._html[current(), Look(LOOK.of(cookies) or Look.SYSTEM)]
        response = HTMLResponse(html, headers={"Cache-Control": "no-cache"})
        if self._knows_browsers and COOKIE not in cookies:
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


def first_html(file: Path, language: Language, look: Look) -> str:
    """Return Streamlit's page with the app's language, look and name, and the server's address."""
    html = file.read_text(encoding="utf-8")
    for old, new in (
        ('<html lang="en">', f'<html lang="{language}">'),
        ("<title>Streamlit</title>", f"<title>{strings.APP}</title>"),
        ("<head>", f"<head>{AT_ONCE}{look_script(look)}{words_script(language)}"),
    ):
        html = html.replace(old, new, 1)
    return html


def words_script(language: Language) -> str:
    """Return HTML that puts the app's words in *language* where Streamlit has its own."""
    with told(language):
        data = {"words": strings.STREAMLIT_WORDS, "openings": strings.STREAMLIT_OPENINGS}
    script = WORDS.read_text(encoding="utf-8")
    return f"<script>{script}speak({json.dumps(data, ensure_ascii=False)})</script>"


def before(door: Door) -> list[Middleware]:
    """Return what stands before the app; where visitors sign in, what lets in nobody else."""
    guard = door.guard
    if guard is None:
        return [Middleware(Shield), Middleware(FirstPage)]
    from ui.gate import Gate

    return [
        Middleware(Shield, is_secure=guard.policy.is_secure),
        Middleware(Gate, door=door, guard=guard),
        Middleware(FirstPage, knows_browsers=False),
    ]


take_turns()
load_chroma()  # the first who writes would keep all others waiting for it
app = st.App(
    Path(__file__).with_name("app.py"),
    routes=[*choices.ROUTES, *routes(lambda: Sources(Settings()))],
    middleware=[Middleware(Speaking), *before(open_to())],
)
