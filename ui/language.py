"""Know in which language the one who reads is told things: each visitor, each request, a test."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum


class Language(StrEnum):
    """A language that the app speaks; the values are what HTML calls them."""

    SWEDISH = "sv"
    ENGLISH = "en"


# What each language calls itself, for those who read no other.
NAMES: Mapping[str, str] = {Language.SWEDISH: "Svenska", Language.ENGLISH: "English"}

COOKIE = "motesminne_sprak"
"""Tells in each browser which language was chosen there."""

Find = Callable[[], Language | None]
"""Return the language of the visitor for whom this thread works; `None` when it works for none."""

_told: ContextVar[Language | None] = ContextVar("told", default=None)
_finds: list[Find] = []


def current() -> Language:
    """Return the language to tell things in: Swedish where nobody has chosen."""
    if language := _told.get():
        return language
    return next(filter(None, (find() for find in _finds)), Language.SWEDISH)


@contextmanager
def told(language: Language) -> Iterator[None]:
    """Tell in *language* what is told meanwhile.

    >>> with told(Language.ENGLISH):
    ...     current().value
    'en'
    """
    before = _told.set(language)
    try:
        yield
    finally:
        _told.reset(before)


def chosen(cookies: Mapping[str, str], otherwise: str) -> Language:
    """Return the language that a browser's *cookies* tell.

    >>> chosen({COOKIE: "en"}, "sv").name, chosen({}, "sv").name
    ('ENGLISH', 'SWEDISH')
    """
    told = cookies.get(COOKIE)
    return Language(told if told in set(Language) else otherwise)


def found_by(find: Find) -> None:
    """Let *find* tell which language a visitor has chosen.

    The app runs callbacks and parts of pages in threads of their own, to which nothing is handed
    on: who visits is known from the thread alone, and only to what speaks Streamlit.
    """
    if find not in _finds:
        _finds.append(find)
