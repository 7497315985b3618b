"""Reach the product from the app: one assistant for all visitors, and what changes the library."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ingest.formats import SUFFIXES
from rag.access import EVERYTHING
from rag.assembling.assembly import build_assistant, open_store
from rag.assembling.parts import Models, models_of
from rag.assistant import Assistant
from rag.edits import Edit
from rag.minutes import Document, DocumentId
from rag.results import Meeting
from rag.settings import Settings
from rag.storing.store import Store
from rag.summaries import Length, Summary
from rag.upkeep.clearing import Clearing
from ui import language, strings
from ui.backends import visitor
from ui.choosing import suggest
from ui.choosing.browse import NEWEST, ordered
from ui.guarding.audit import Deed
from ui.guarding.door import door
from ui.guarding.roles import Act
from ui.language import Language

# Enough recent meetings to find something telling in.
SUGGEST_FROM = 12
SUMMARIES_KEPT = 64
# How many kinds of visitors, who see different minutes, are remembered at a time.
GROUPS = 8
SETTINGS = "settings-read"


def settings() -> Settings:
    """Return the settings for whoever visits: what is opened with them shows what they may see.

    Raises:
        AccessError: nobody has signed in, or no longer.
    """
    access = visitor.person().access
    return as_started().seen_by(access) if access.is_limited else as_started()


def as_started() -> Settings:
    """Return the settings that the server was started with; a visit reads them once.

    Reading them takes 15 ms, and a page asks for them many times. What is opened with them shows
    all minutes: first comes the question whether who visits may do that.
    """
    if get_script_run_ctx(suppress_warning=True) is None:
        return Settings()
    if SETTINGS not in st.session_state:
        st.session_state[SETTINGS] = Settings()
    read: Settings = st.session_state[SETTINGS]
    return read


def assistant() -> Assistant:
    """Return the assistant that all visitors share; the first of them waits for it."""
    current = settings()
    opened, key = _opened(), _key(current)
    if key in opened:
        return _assistant(current)
    with st.spinner(strings.OPENING):
        found = _assistant(current)
    clearing()
    opened.add(key)
    return found


def meetings() -> list[Meeting]:
    """Return all meetings and all files of theirs, newest first."""
    return _meetings(revision(), settings())


def known() -> Mapping[DocumentId, Meeting]:
    """Return the same by their ids; one value for all visitors until the library changes."""
    return _known(revision(), settings())


def files(document: DocumentId) -> list[Meeting]:
    """Return all files of a document's meeting, the one that answers are taken from first."""
    return assistant().files(document)


def summarise(document: DocumentId, length: Length = Length.NORMAL) -> Summary:
    """Return the meeting's summary in the minutes' own words, made once."""
    return _summary(document, length, settings())


def forget_summary(document: DocumentId, length: Length) -> None:
    """Let the meeting's summary be made anew when it is wanted next."""
    _summary.clear(document, length, settings())


def wording(document: DocumentId, length: Length, style: str | None) -> Iterator[Summary]:
    """Return the meeting's summary as the language model words it, item by item.

    Raises:
        LimitError: who visits asks too often.
    """
    door().count_question(visitor.person())
    return assistant().summarising(document, length=length, style=style)


def edits(document: DocumentId) -> tuple[Edit, ...]:
    """Return what the user did to the lines of the meeting's summary."""
    return assistant().edits(document)


def suggestions(known: Sequence[Meeting]) -> tuple[str, ...]:
    """Return first questions out of the newest of the *known* meetings."""
    newest = tuple(meeting.document_id for meeting in islice(known, SUGGEST_FROM))
    return _suggestions(newest, language.current(), settings())


def suffixes() -> tuple[str, ...]:
    """Return the endings of the files that can be read."""
    return SUFFIXES


def open_meeting(document: DocumentId) -> Document:
    """Return a document that is to be shown.

    Raises:
        UnknownMeetingError: it is not there for who visits.
    """
    visitor.require(Act.READ)
    found = assistant().document(document)
    visitor.note_once(Deed.OPENED, found.id)
    return found


def store() -> Store:
    """Return the whole library, to be changed by who has been asked whether they may."""
    return _store(as_started())


def own_store() -> Store:
    """Return the library as who visits sees it."""
    return _store(settings())


def clearing() -> Clearing:
    """Return what takes the words of removed meetings out of the files a while later."""
    return _clearing(as_started())


def require_with(act: Act, document: DocumentId) -> None:
    """Let who visits do *act* with a meeting.

    Raises:
        AccessError: they may not.
        UnknownMeetingError: it is not there for them.
    """
    visitor.require_with(act, assistant().document(document).minutes.body)


def revision() -> int:
    """Return a number that grows with every change of the library."""
    # Not the store's, which sees its own changes before they are made: what is kept by that number
    # would be what was there before.
    return assistant().revision


def models(current: Settings) -> Models:
    """Return the models that search for all visitors, whatever each of them may see."""
    return _models(current.model_copy(update={"access": EVERYTHING}))


def _key(value: Settings) -> str:
    return value.model_dump_json()


@st.cache_resource(show_spinner=False, hash_funcs={Settings: _key})
def _models(current: Settings) -> Models:
    return models_of(current)


@st.cache_resource(show_spinner=False)
def _opened() -> set[str]:
    """Return which libraries are open: a cache's own words would be the same for all visitors."""
    return set()


@st.cache_resource(show_spinner=False, hash_funcs={Settings: _key})
def _assistant(current: Settings) -> Assistant:
    built = build_assistant(current, models=models(current))
    built.search(strings.APP, limit=1)  # the indexes load now, not at the first question
    return built


@st.cache_resource(show_spinner=False, max_entries=GROUPS, hash_funcs={Settings: _key})
def _meetings(revision: int, current: Settings) -> list[Meeting]:
    return ordered(_assistant(current).meetings(copies=True), NEWEST)


@st.cache_resource(show_spinner=False, max_entries=GROUPS, hash_funcs={Settings: _key})
def _known(revision: int, current: Settings) -> Mapping[DocumentId, Meeting]:
    return {meeting.document_id: meeting for meeting in _meetings(revision, current)}


@st.cache_resource(show_spinner=False, hash_funcs={Settings: _key})
def _store(current: Settings) -> Store:
    return open_store(current)


@st.cache_resource(show_spinner=False, hash_funcs={Settings: _key})
def _clearing(current: Settings) -> Clearing:
    made = Clearing(lambda: _store(current))
    made.soon()  # the server may have been stopped before it was done
    return made


@st.cache_resource(show_spinner=False, max_entries=SUMMARIES_KEPT, hash_funcs={Settings: _key})
def _summary(document: DocumentId, length: Length, current: Settings) -> Summary:
    return _assistant(current).summarise(document, length=length, is_worded=False)


@st.cache_resource(show_spinner=False, max_entries=GROUPS, hash_funcs={Settings: _key})
def _suggestions(
    newest: tuple[DocumentId, ...], spoken: Language, current: Settings
) -> tuple[str, ...]:
    return suggest.suggestions(_assistant(current).document(document) for document in newest)
