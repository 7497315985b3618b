"""Reach the product from the app: one assistant for all visitors, and what changes the library."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from eval.saving import FILE_NAME, save_question
from ingest.formats import SUFFIXES
from rag.assembling.assembly import build_assistant, open_store
from rag.assistant import Assistant
from rag.edits import Edit
from rag.minutes import DocumentId
from rag.results import Answer, Filters, Meeting
from rag.settings import Settings
from rag.storing import kept_edits
from rag.storing.soundness import Finding
from rag.storing.store import Store
from rag.summaries import Length, Summary
from ui import strings
from ui.backends import uploads
from ui.choosing import suggest
from ui.choosing.browse import NEWEST, ordered

# Enough recent meetings to find something telling in.
SUGGEST_FROM = 12
SUMMARIES_KEPT = 64
SETTINGS = "settings-read"


def settings() -> Settings:
    """Return the settings that the server was started with; a visit reads them once.

    Reading them takes 15 ms, and a page asks for them many times.
    """
    if get_script_run_ctx(suppress_warning=True) is None:
        return Settings()
    if SETTINGS not in st.session_state:
        st.session_state[SETTINGS] = Settings()
    read: Settings = st.session_state[SETTINGS]
    return read


def assistant() -> Assistant:
    """Return the assistant that all visitors share."""
    return _assistant(settings())


def meetings() -> list[Meeting]:
    """Return all meetings and all files of theirs, newest first."""
    return _meetings(revision(), settings())


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
    """Yield the meeting's summary as the language model words it, item by item."""
    return assistant().summarising(document, length=length, style=style)


def edits(document: DocumentId) -> tuple[Edit, ...]:
    """Return what the user did to the lines of the meeting's summary."""
    return assistant().edits(document)


def keep_edit(document: DocumentId, edit: Edit) -> None:
    """Keep what the user did to a line."""
    _store(settings()).note(partial(kept_edits.keep_edit, document=document, edit=edit))


def take_back_edit(document: DocumentId, line: str) -> None:
    """Let a line be as it was made."""
    _store(settings()).note(partial(kept_edits.take_back_edit, document=document, line=line))


def suggestions(known: Sequence[Meeting]) -> tuple[str, ...]:
    """Return first questions out of the newest of the *known* meetings."""
    return _suggestions(tuple(m.document_id for m in islice(known, SUGGEST_FROM)), settings())


def suffixes() -> tuple[str, ...]:
    """Return the endings of the files that can be read."""
    return SUFFIXES


def remove(document: DocumentId) -> None:
    """Remove a meeting, and its uploaded file if there is one."""
    _store(settings()).remove(document)
    uploads.forget(settings(), document)


def save_as_test(answer: Answer, filters: Filters | None = None) -> str:
    """Save the question with what its answer rests on; return the file's path."""
    path = settings().library / FILE_NAME
    save_question(path, answer, filters)
    return str(path)


def check() -> list[Finding]:
    """Return what the library's own check finds."""
    return _store(settings()).check()


def rebuild() -> None:
    """Make what is searched in anew, out of the library's database."""
    _store(settings()).rebuild()


def store() -> Store:
    """Return the library, to be changed."""
    return _store(settings())


def revision() -> int:
    """Return a number that grows with every change of the library."""
    return store().library.revision


def _key(value: Settings) -> str:
    return value.model_dump_json()


@st.cache_resource(show_spinner=strings.OPENING, hash_funcs={Settings: _key})
def _assistant(current: Settings) -> Assistant:
    built = build_assistant(current)
    built.search(strings.APP, limit=1)  # the indexes load now, not at the first question
    return built


@st.cache_resource(show_spinner=False, max_entries=1, hash_funcs={Settings: _key})
def _meetings(revision: int, current: Settings) -> list[Meeting]:
    return ordered(_assistant(current).meetings(copies=True), NEWEST)


@st.cache_resource(show_spinner=False, hash_funcs={Settings: _key})
def _store(current: Settings) -> Store:
    return open_store(current)


@st.cache_resource(show_spinner=False, max_entries=SUMMARIES_KEPT, hash_funcs={Settings: _key})
def _summary(document: DocumentId, length: Length, current: Settings) -> Summary:
    return _assistant(current).summarise(document, length=length, is_worded=False)


@st.cache_resource(show_spinner=False, max_entries=1, hash_funcs={Settings: _key})
def _suggestions(newest: tuple[DocumentId, ...], current: Settings) -> tuple[str, ...]:
    return suggest.suggestions(_assistant(current).document(document) for document in newest)
