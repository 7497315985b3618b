"""Reach from the page Fråga what the library keeps of conversations, and ask its assistant."""

from collections.abc import Iterator, Sequence

import streamlit as st

from rag.results import Answer, Filters
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.kept_conversations import Conversations
from rag.storing.turns import Asked
from ui.backends import backend, visitor
from ui.guarding.audit import Deed
from ui.guarding.door import door
from ui.guarding.person import Person
from ui.guarding.roles import Act


def conversations() -> Conversations:
    """Return what keeps all visitors' conversations."""
    return _conversations(backend.settings())


def own(name: str) -> str:
    """Return the name of a conversation, unless it is somebody else's than who has signed in."""
    if not visitor.person().id:
        return name
    held = conversations().listed(visitor.visitor())
    return name if any(one.id == name for one in held) else ""


def revision() -> int:
    """Return a number that grows when a meeting comes, changes or goes."""
    return backend.revision()


def answers(asked: Asked, earlier: Sequence[Answer]) -> Iterator[Answer]:
    """Return the answer as it is written, the last one whole; it is noted that it was asked for.

    Raises:
        MinutesError: who visits may not ask, or too often; the question or its filters cannot be
            understood, or the library not read.
    """
    person = visitor.require(Act.ASK)
    door().count_question(person)
    before = () if asked.as_written else earlier
    made = backend.assistant().ask_streaming(asked.question, filters=asked.filters, earlier=before)
    return _noted(made, person)


def _noted(answers: Iterator[Answer], person: Person) -> Iterator[Answer]:
    """Yield *answers*; before the first, note what kind of question it was and how much was read.

    It may be a thread that asks for them, to which no visit is known.
    """
    for number, answer in enumerate(answers):
        if not number:
            searched = answer.searched.meetings
            door().note(person, Deed.ASKED, answer.understood.asks, searched)
        yield answer


def check(filters: Filters) -> None:
    """Do nothing when *filters* admit a meeting.

    Raises:
        FilterError: they admit none; the nearest names are offered.
    """
    backend.assistant().meetings(filters)


@st.cache_resource(show_spinner=False, hash_funcs={Settings: Settings.model_dump_json})
def _conversations(current: Settings) -> Conversations:
    return Conversations(Database.open(current.library, current.access))
