"""Reach what a visitor is about to add, and the folder that the library watches."""

import hashlib
import secrets
import shutil
import time
from pathlib import Path

import streamlit as st

from ingest import watch
from ingest.watch import Stamps
from rag.errors import ReadError
from rag.settings import Settings
from rag.storing.watched import Watched
from ui.backends import backend, visitor
from ui.backends.desk import Desk
from ui.guarding.door import door
from ui.guarding.person import Person
from ui.guarding.roles import Act

DESK = "desk"
# Longer than this nobody has a page open with files that were not confirmed.
FORGOTTEN_S = 24 * 3600
INCOMING = "incoming"
NEWS = "folder-news"
OWN = frozenset({"127.0.0.1", "localhost", "::1"})


def desk() -> Desk:
    """Return the visitor's desk, the same one after a reload and in every tab.

    Raises:
        AccessError: they may not add anything.
    """
    person = visitor.require(Act.ADD)
    name = visitor.visitor() or st.session_state.setdefault(DESK, secrets.token_urlsafe(9))
    current = backend.as_started()
    folder = _folder(current) / hashlib.sha256(name.encode()).hexdigest()[:16]
    # By what they may add too: it may be less than when they last signed in.
    return _desks(current).setdefault((name, person), Desk(current, folder, person))


def is_own_machine() -> bool:
    """Tell whether only this machine reaches the server; others are not to choose its folders."""
    return st.get_option("server.address") in OWN and door().guard is None


def watched() -> Watched:
    """Return the folder that the library watches."""
    return backend.store().library.watched()


def watch_folder(folder: str) -> None:
    """Let the library watch *folder* from now on; none when it is empty.

    Raises:
        ReadError: there is no such folder.
    """
    if folder:
        watch.stamps(Path(folder).expanduser())
    visitor.require(Act.SETTINGS)
    watch.watch(backend.store(), Path(folder).expanduser() if folder else None)


def news() -> tuple[list[Path], Stamps]:
    """Return the files in the folder watched that are new or changed, and the state of all there.

    Raises:
        ReadError: the folder is gone.
    """
    found = watched()
    if not found.folder:
        return [], {}
    present = watch.stamps(Path(found.folder))
    return watch.news(present, found, now=time.time()), present


def news_at_start() -> int:
    """Count what was new in the folder watched when this visit began; 0 when it cannot be read."""
    if not visitor.may(Act.SETTINGS):
        return 0
    if NEWS not in st.session_state:
        try:
            st.session_state[NEWS] = len(news()[0])
        except ReadError:  # the page Lägg till says so, and what to do
            st.session_state[NEWS] = 0
    return int(st.session_state[NEWS])


def _folder(settings: Settings) -> Path:
    return settings.library / INCOMING


@st.cache_resource(show_spinner=False, hash_funcs={Settings: Settings.model_dump_json})
def _desks(current: Settings) -> dict[tuple[str, Person], Desk]:
    """Return the desks by name, and take away what earlier servers' visitors left lying."""
    folder = _folder(current)
    for left in folder.glob("*"):
        if left.stat().st_mtime < time.time() - FORGOTTEN_S:
            shutil.rmtree(left, ignore_errors=True)
    return {}
