"""Know who visits: what they may do and see, and which browser it is where nobody signs in."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

import streamlit as st

from ui.guarding.audit import Deed
from ui.guarding.door import door
from ui.guarding.person import Person
from ui.guarding.roles import Act

COOKIE = "motesminne_besokare"
WHO = "who-visits"

Made = TypeVar("Made")

_acting: ContextVar[Person | None] = ContextVar("acting", default=None)


def visitor() -> str:
    """Return the name that a visitor's conversations are kept by.

    It is the person's, where people sign in, else a secret of the browser's; empty where there is
    no browser, as in a test.
    """
    if known := person().id:
        return hashlib.sha256(known.encode()).hexdigest()
    kept = st.context.cookies.get(COOKIE)
    return kept if isinstance(kept, str) else ""


def person() -> Person:
    """Return who visits.

    Raises:
        AccessError: nobody has signed in, or no longer.
    """
    return _acting.get() or door().person(_token())


@contextmanager
def acting(someone: Person) -> Iterator[None]:
    """Let *someone* be who visits: in a thread that no visit is known in, or in a test."""
    before = _acting.set(someone)
    try:
        yield
    finally:
        _acting.reset(before)


def enter() -> Person:
    """Return who visits, and forget what a page held for somebody else in the same browser.

    Raises:
        AccessError: nobody has signed in, or no longer.
    """
    someone = person()
    if st.session_state.get(WHO, someone) != someone:
        st.session_state.clear()
    st.session_state[WHO] = someone
    return someone


def may(act: Act) -> bool:
    """Tell whether who visits may do *act*, with some body's minutes at least."""
    return person().may(act)


def may_with(act: Act, body: str | None) -> bool:
    """Tell whether who visits may do *act* with minutes of *body*."""
    return person().may_with(act, body)


def require(act: Act) -> Person:
    """Return who visits, if they may do *act*.

    Raises:
        AccessError: they may not.
    """
    someone = person()
    door().require(someone, act)
    return someone


def require_with(act: Act, body: str | None) -> Person:
    """Return who visits, if they may do *act* with minutes of *body*.

    Raises:
        AccessError: they may not.
    """
    someone = person()
    door().require_with(someone, act, body)
    return someone


def note(did: Deed, of: str = "", meetings: int | None = None) -> None:
    """Note what who visits did, where that is noted."""
    door().note(person(), did, of, meetings)


def note_once(did: Deed, of: str, key: str = "") -> None:
    """Note what is drawn again at every click, *key* or what it is *of*, once in a while."""
    door().note_once(person(), did, of, key)


def handed_out(make: Callable[[], Made], did: Deed, of: str = "") -> Callable[[], Made]:
    """Return *make* for a button that downloads: it is looked anew who asks, and noted.

    What a button downloads is made in a thread that knows of no visit.
    """
    someone, token = _acting.get(), _token()

    def made() -> Made:
        asking = someone or door().person(token)
        door().require(asking, Act.EXPORT)
        door().note(asking, did, of)
        return make()

    return made


def _token() -> str:
    """Return the secret of the visit's session; empty where none is."""
    guard = door().guard
    kept = st.context.cookies.get(guard.cookie) if guard else None
    return kept if isinstance(kept, str) else ""
