"""Reach the product from the app: one assistant for all visitors, and what changes the library."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import islice

import streamlit as st

from eval.saving import FILE_NAME, save_question
from ingest.formats import SUFFIXES
from ingest.pipeline import Progress, Report, ingest
from rag import kept_edits
from rag.across import Across
from rag.across_assembly import build_across, open_registers
from rag.assembly import build_assistant, open_store
from rag.assistant import Assistant
from rag.edits import Edit
from rag.matters.values import Timeline
from rag.minutes import DocumentId
from rag.registers.marks import mark
from rag.registers.register import Registers
from rag.registers.values import ActionRegister, DecisionRegister
from rag.results import Answer, Filters, Meeting
from rag.settings import Settings
from rag.soundness import Finding
from rag.store import Store
from rag.summaries import Length, Summary
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


def decisions(body: str | None) -> DecisionRegister:
    """Return the decisions of all meetings, or of those of one body."""
    return _decisions(body, _revision(), settings())


def tasks(body: str | None) -> ActionRegister:
    """Return the tasks of all meetings, or of those of one body, with their status today."""
    return _tasks(body, date.today(), _revision(), settings())  # noqa: DTZ011 - the user's own day


def mark_task(document: str, key: str, *, done: bool) -> None:
    """Let a task of *document* be done, or open after all."""
    change = partial(mark, document=DocumentId(document), key=key, done=done)
    _store(settings()).note(change)


def timelines(matter: str) -> list[Timeline]:
    """Return the course of the matters that *matter* means."""
    return _across(settings()).timelines(matter)


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


def _revision() -> int:
    return _store(settings()).library.revision


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
def _summary(document: DocumentId, length: Length, current: Settings) -> Summary:
    return _assistant(current).summarise(document, length=length, is_worded=False)


@st.cache_resource(show_spinner=False, max_entries=1, hash_funcs={Settings: _key})
def _suggestions(newest: tuple[DocumentId, ...], current: Settings) -> tuple[str, ...]:
    return suggest.suggestions(_assistant(current).document(document) for document in newest)


@st.cache_resource(show_spinner=False, hash_funcs={Settings: _key})
def _registers(current: Settings) -> Registers:
    return open_registers(current)


@st.cache_resource(show_spinner=False, hash_funcs={Settings: _key})
def _across(current: Settings) -> Across:
    return build_across(current)


@st.cache_resource(
    show_spinner=strings.REGISTER_READING, max_entries=4, hash_funcs={Settings: _key}
)
def _decisions(body: str | None, revision: int, current: Settings) -> DecisionRegister:
    return _registers(current).decisions(Filters(body=body))


@st.cache_resource(
    show_spinner=strings.REGISTER_READING, max_entries=4, hash_funcs={Settings: _key}
)
def _tasks(body: str | None, today: date, revision: int, current: Settings) -> ActionRegister:
    return _registers(current).actions(Filters(body=body), today=today)
