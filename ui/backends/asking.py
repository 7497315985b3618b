"""Reach from the page Fråga what the library keeps of conversations, and ask its assistant."""

from collections.abc import Iterator, Sequence

import streamlit as st

from rag.results import Answer, Filters
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.kept_conversations import Conversations
from rag.storing.turns import Asked
from ui.backends import backend


def conversations() -> Conversations:
    """Return what keeps all visitors' conversations."""
    return _conversations(backend.settings())


def revision() -> int:
    """Return a number that grows when a meeting comes, changes or goes."""
    return backend.store().library.revision


def answers(asked: Asked, earlier: Sequence[Answer]) -> Iterator[Answer]:
    """Yield the answer as it is written, the last one whole.

    Raises:
        MinutesError: the question or its filters cannot be understood, or the library not read.
    """
    before = () if asked.as_written else earlier
    yield from backend.assistant().ask_streaming(
        asked.question, filters=asked.filters, earlier=before
    )


def check(filters: Filters) -> None:
    """Do nothing when *filters* admit a meeting.

    Raises:
        FilterError: they admit none; the nearest names are offered.
    """
    backend.assistant().meetings(filters)


@st.cache_resource(show_spinner=False, hash_funcs={Settings: Settings.model_dump_json})
def _conversations(current: Settings) -> Conversations:
    return Conversations(Database.open(current.library))
