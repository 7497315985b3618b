"""Reach what many meetings tell from the app: registers, matters, subjects and those followed."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from rag.across import Across
from rag.assembling.across_assembly import build_across, open_registers
from rag.errors import QuestionError
from rag.matters.listing import matters_of, nearest_matters
from rag.matters.values import MatterLine, Timeline
from rag.minutes import DocumentId
from rag.registers.marks import mark
from rag.registers.register import Registers
from rag.registers.values import ActionRegister, DecisionRegister
from rag.results import Filters
from rag.settings import Settings
from rag.storing.database import Database
from rag.swedish.registration import read_registration
from rag.swedish.words import fold, words
from rag.topics import followed as following
from rag.topics.values import TopicSummary
from ui import strings
from ui.backends import backend, visitor
from ui.guarding.audit import Deed
from ui.guarding.roles import Act

KEPT = 32
# What the log calls what is looked at here.
DECISIONS, TASKS, MATTER, TOPIC = "beslut", "uppdrag", "ärende", "ämne"


def _key(value: Settings) -> str:
    return value.model_dump_json()


def decisions() -> DecisionRegister:
    """Return the decisions of all meetings."""
    visitor.note_once(Deed.OPENED, DECISIONS)
    return _decisions(backend.revision(), backend.settings())


def tasks() -> ActionRegister:
    """Return the tasks of all meetings, with their status today."""
    visitor.note_once(Deed.OPENED, TASKS)
    today = date.today()  # noqa: DTZ011 - the user's own day
    current = backend.settings()
    return _registers(current).marked(_tasks(today, backend.revision(), current), today=today)


def admitted(filters: Filters) -> frozenset[DocumentId]:
    """Return the meetings that *filters* admit.

    Raises:
        FilterError: no meeting has the body or person of *filters*.
    """
    return _registers(backend.settings()).admitted(filters)


def mark_task(document: str, key: str, *, done: bool) -> None:
    """Let a task of *document* be done, or open after all."""
    backend.require_with(Act.CORRECT, DocumentId(document))
    backend.store().note(partial(mark, document=DocumentId(document), key=key, done=done))


def matters() -> list[MatterLine]:
    """Return the matters of the library, those of the newest meetings first."""
    return _matters(backend.revision(), backend.settings())


def timelines(matter: str) -> list[Timeline]:
    """Return the course of the matters that *matter*, a number or a subject, means.

    Raises:
        QuestionError: *matter* is empty or too long.
    """
    visitor.note_once(Deed.ASKED, MATTER, matter)
    number, within = read_registration(matter), Filters()
    if number:
        same = [one for one in matters() if number.is_printed(one.registration_number)]
        if not same:
            return []
        # Only these are read, of however many there are.
        within = Filters(meetings=tuple({m.document_id: m for o in same for m in o.meetings}))
    return _timelines(matter, within, backend.revision(), backend.settings())


def nearest(matter: str) -> list[MatterLine]:
    """Return the matters of the library that are most like *matter*."""
    return nearest_matters(matter, matters())


def topic(name: str, filters: Filters | None = None, *, by_actor: bool = False) -> TopicSummary:
    """Return what the meetings that *filters* admit told of a subject.

    Raises:
        QuestionError: *name* is empty or too long.
    """
    visitor.note_once(Deed.ASKED, TOPIC, name)
    within = filters or Filters()
    return _topic(name, within, by_actor, backend.revision(), backend.settings())


def followed() -> dict[str, int]:
    """Return the subjects followed, and how far the user has seen each."""
    return following.followed(_database(backend.settings()))


def news() -> list[TopicSummary]:
    """Return of each subject followed what the meetings taken in since one last looked told."""
    seen = tuple(followed().items())
    return _news(seen, backend.revision(), backend.settings())


def follow(name: str) -> TopicSummary:
    """Follow a subject; return what is told of it until now.

    Raises:
        QuestionError: *name* has no words, is too long, or followed already.
    """
    visitor.require(Act.FOLLOW)
    wanted = " ".join(name.split())
    if not words(wanted):
        raise QuestionError(strings.FOLLOW_WORDLESS.format(topic=wanted))
    if fold(wanted) in map(fold, followed()):
        raise QuestionError(strings.FOLLOW_ALREADY.format(topic=wanted))
    told = topic(wanted)
    _note(partial(following.follow, topic=wanted))
    return told


def unfollow(name: str) -> None:
    """Follow a subject no longer."""
    _note(partial(following.unfollow, topic=name))


def see(*names: str) -> None:
    """Note that all there is of subjects has been seen."""
    for name in names:
        _note(partial(following.seen, topic=name))


def _note(change: Callable[[Database], None]) -> None:
    """Change which subjects who visits, and others who see the same, follow."""
    visitor.require(Act.FOLLOW)
    backend.own_store().note(change)


@st.cache_resource(show_spinner=False, hash_funcs={Settings: _key})
def _registers(current: Settings) -> Registers:
    return open_registers(current)


@st.cache_resource(show_spinner=False, hash_funcs={Settings: _key})
def _across(current: Settings) -> Across:
    return build_across(current, models=backend.models(current))


@st.cache_resource(show_spinner=False, hash_funcs={Settings: _key})
def _database(current: Settings) -> Database:
    return Database.open(current.library, current.access)


@st.cache_resource(show_spinner=False, max_entries=backend.GROUPS, hash_funcs={Settings: _key})
def _decisions(revision: int, current: Settings) -> DecisionRegister:
    return _registers(current).decisions(Filters())


@st.cache_resource(show_spinner=False, max_entries=backend.GROUPS, hash_funcs={Settings: _key})
def _tasks(today: date, revision: int, current: Settings) -> ActionRegister:
    return _registers(current).actions(Filters(), today=today)


@st.cache_resource(show_spinner=False, max_entries=backend.GROUPS, hash_funcs={Settings: _key})
def _matters(revision: int, current: Settings) -> list[MatterLine]:
    return matters_of(backend.own_store().library)


@st.cache_resource(show_spinner=False, max_entries=KEPT, hash_funcs={Settings: _key})
def _timelines(matter: str, within: Filters, revision: int, current: Settings) -> list[Timeline]:
    return _across(current).timelines(matter, within)


@st.cache_resource(show_spinner=False, max_entries=KEPT, hash_funcs={Settings: _key})
def _topic(
    name: str,
    within: Filters,
    by_actor: bool,  # noqa: FBT001 - Streamlit's cache takes what is given by place
    revision: int,
    current: Settings,
) -> TopicSummary:
    return _across(current).topic(name, within, by_actor=by_actor)


@st.cache_resource(show_spinner=False, max_entries=KEPT, hash_funcs={Settings: _key})
def _news(
    seen: tuple[tuple[str, int], ...], revision: int, current: Settings
) -> list[TopicSummary]:
    return _across(current).new_of_followed()
