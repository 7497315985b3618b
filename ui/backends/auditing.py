"""Reach the log of who did what from the app, for who may see it."""

from collections.abc import Iterable, Mapping
from datetime import date

from rag.errors import AccessError
from ui import strings
from ui.backends import backend, visitor
from ui.guarding.audit import Entry, Log
from ui.guarding.door import door
from ui.guarding.roles import Act


def days() -> int:
    """Return how many days a line is kept."""
    return _log().days


def entries(day: date, *, who: str = "", deed: str = "") -> list[Entry]:
    """Return the lines of a day, the last first: of all, or of names with *who* in them."""
    return [
        entry
        for entry in reversed(list(_log().entries(day, day)))
        if entry.is_of(who) and deed in {"", entry.did}
    ]


def lines(day: date) -> str:
    """Return the lines of a day as they are kept."""
    kept = _log().entries(day, day)
    return "".join(f"{entry.line}\n" for entry in kept)


def titles(shown: Iterable[Entry]) -> Mapping[str, str]:
    """Return the titles of the meetings that *shown* are of, as far as who visits may see them."""
    named = {entry.of for entry in shown}
    return {one.document_id: one.title for one in backend.meetings() if one.document_id in named}


def _log() -> Log:
    """Return the log.

    Raises:
        AccessError: who visits may not see it, or there is none.
    """
    visitor.require(Act.AUDIT)
    log = door().log
    if log is None:
        raise AccessError(strings.AUDIT_OFF)
    return log
