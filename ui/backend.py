"""Reach the product from the app: one assistant for all visitors, and what changes the library."""

from collections.abc import Callable, Sequence
from itertools import islice

import streamlit as st

from eval.saving import FILE_NAME, save_question
from ingest.formats import SUFFIXES
from ingest.pipeline import Progress, Report, ingest
from rag.assembly import build_assistant, open_store
from rag.assistant import Assistant
from rag.minutes import DocumentId
from rag.results import Answer, Meeting, Summary
from rag.settings import Settings
from rag.soundness import Finding
from rag.store import Store
from ui import strings, suggest, uploads
from ui.browse import ordered

# Enough recent meetings to find something telling in.
SUGGEST_FROM = 12
SUMMARIES_KEPT = 64

Upload = tuple[str, bytes]
"""A file's name and content."""


def settings() -> Settings:
    """Return the settings that the server was started with."""
    return Settings()


def assistant() -> Assistant:
    """Return the assistant that all visitors share."""
    return _assistant(settings())


def meetings() -> list[Meeting]:
    """Return all meetings and all files of theirs, newest first."""
    return ordered(assistant().meetings(copies=True), strings.SORT_NEWEST)


def files(document: DocumentId) -> list[Meeting]:
    """Return all files of a document's meeting, the one that answers are taken from first."""
    return assistant().files(document)


def summarise(document: DocumentId) -> Summary:
    """Return the meeting's summary, made once."""
    return _summary(document, settings())


def suggestions(known: Sequence[Meeting]) -> tuple[str, ...]:
    """Return first questions out of the newest of the *known* meetings."""
    return _suggestions(tuple(m.document_id for m in islice(known, SUGGEST_FROM)), settings())


def suffixes() -> tuple[str, ...]:
    """Return the endings of the files that can be read."""
    return SUFFIXES


def read_in(files: Sequence[Upload], on_progress: Callable[[Progress], None]) -> Report:
    """Keep uploaded *files* and read them into the library."""
    current = settings()
    paths = [uploads.keep(current, name, content) for name, content in files]
    report = ingest(paths, _store(current), settings=current, on_progress=on_progress)
    failed = {problem.source for problem in report.failed}
    for path in paths:
        if str(path) in failed:
            path.unlink(missing_ok=True)
    return report


def remove(document: DocumentId) -> None:
    """Remove a meeting, and its uploaded file if there is one."""
    _store(settings()).remove(document)
    uploads.forget(settings(), document)


def save_as_test(answer: Answer) -> str:
    """Save the question with what its answer rests on; return the file's path."""
    path = settings().library / FILE_NAME
    save_question(path, answer)
    return str(path)


def check() -> list[Finding]:
    """Return what the library's own check finds."""
    return _store(settings()).check()


def _key(value: Settings) -> str:
    return value.model_dump_json()


@st.cache_resource(show_spinner=strings.OPENING, hash_funcs={Settings: _key})
def _assistant(current: Settings) -> Assistant:
    built = build_assistant(current)
    built.search(strings.APP, limit=1)  # the indexes load now, not at the first question
    return built


@st.cache_resource(show_spinner=False, hash_funcs={Settings: _key})
def _store(current: Settings) -> Store:
    return open_store(current)


@st.cache_resource(show_spinner=False, max_entries=SUMMARIES_KEPT, hash_funcs={Settings: _key})
def _summary(document: DocumentId, current: Settings) -> Summary:
    return _assistant(current).summarise(document)


@st.cache_resource(show_spinner=False, max_entries=1, hash_funcs={Settings: _key})
def _suggestions(newest: tuple[DocumentId, ...], current: Settings) -> tuple[str, ...]:
    return suggest.suggestions(_assistant(current).document(document) for document in newest)
