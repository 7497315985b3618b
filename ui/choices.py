"""Keep in each browser what was chosen there: the language, and whether pages are light or dark."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from ui import language
from ui.language import Language

YEAR_S = 365 * 24 * 60 * 60


class Look(StrEnum):
    """Whether pages are light or dark."""

    SYSTEM = "system"
    """As the computer has it."""
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to be chosen, by a link such as `sprak/en`."""

    path: str
    cookie: str
    values: Collection[str]

    def of(self, cookies: Mapping[str, str]) -> str:
        """Return what a browser has chosen, or nothing."""
        kept = cookies.get(self.cookie, "")
        return kept if kept in self.values else ""


LANGUAGE = Choice(path="sprak", cookie=language.COOKIE, values=list(map(str, Language)))
LOOK = Choice(path="utseende", cookie="motesminne_utseende", values=list(map(str, Look)))
CHOICES = (LANGUAGE, LOOK)
PATHS = tuple(f"/{choice.path}/" for choice in CHOICES)

# What Streamlit reads when it starts: its own menu keeps a choice there, page by page.
KEY = "'stActiveTheme-' + location.pathname + '-v2'"


def look_script(look: Look) -> str:
    """Return HTML that lets Streamlit start with *look*; a browser that keeps nothing has none."""
    kept = f"setItem({KEY}, '\"{look.capitalize()}\"')"
    return f"<script>try {{ localStorage.{kept} }} catch {{}}</script>"


def _choose(choice: Choice, request: Request) -> Response:
    """Keep what was chosen for a year, and show the settings anew."""
    response = RedirectResponse("../status", HTTPStatus.SEE_OTHER)
    wanted = request.path_params["value"]
    if wanted in choice.values:
        response.set_cookie(choice.cookie, wanted, max_age=YEAR_S, httponly=True, samesite="lax")
    return response


ROUTES = [Route(f"/{choice.path}/{{value}}", partial(_choose, choice)) for choice in CHOICES]
