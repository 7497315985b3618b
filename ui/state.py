"""Keep what outlives a rerun: this visitor's conversation, open source and notes."""

import re
from dataclasses import dataclass
from typing import Self

import streamlit as st

from ingest.pipeline import Report
from rag.edits import Edit
from rag.errors import FilterError
from rag.minutes import DocumentId
from rag.results import Answer
from rag.span import Span
from rag.summaries import Length, Summary
from ui import strings
from ui.conversations import Conversations

PLACE = re.compile(
    r"""(?P<id>[0-9a-f]{4,64})
    (?::(?P<start>\d{1,9}):(?P<end>\d{1,9})
        (?::(?P<words>\d{1,9}-\d{1,9}(?:,\d{1,9}-\d{1,9}){0,99}))?   # 3-9,12-20
    )?""",
    re.VERBOSE,
)

TURNS = "turns"
CONVERSATION = "samtal"
ASK = "q"
PENDING = "pending"
SOURCE = "source"
LINK = "link"
PAGE = "page"
REPORT = "report"
NOTE = "note"
EDITED = "edited"
WORDED = "worded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a click or a link leads: a document, and a passage of it to mark."""

    document_id: DocumentId
    span: Span
    words: tuple[Span, ...] = ()
    """Those of the passage that carry the statement it was opened from."""

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read what `ui.cited.place` wrote, or what a link says.

        Raises:
            FilterError: it is neither.
        """
        found = PLACE.fullmatch(written)
        if found is None:
            raise FilterError(strings.BROKEN_LINK)
        return cls(
            document_id=DocumentId(found["id"]),
            span=_span(found["start"] or "0", found["end"] or "0"),
            words=tuple(_span(*run.split("-")) for run in (found["words"] or "").split(",") if run),
        )


def _span(start: str, end: str) -> Span:
    return Span(int(start), max(int(start), int(end)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why a question got no answer: one sentence for the user."""

    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A question of the conversation and what it got."""

    question: str
    outcome: Answer | Problem


@dataclass(frozen=True, slots=True)
class Pending:
    """A question that is to be asked."""

    question: str = ""
    as_written: bool = False
    """Whether nothing of the conversation is read into it."""


@st.cache_resource(show_spinner=False)
def _conversations() -> Conversations[Turn]:
    return Conversations()


def turns() -> list[Turn]:
    """Return this visitor's conversation, to be read and appended to.

    A reloaded page finds it by the id in its address.
    """
    if TURNS not in st.session_state:
        name = st.query_params.get(CONVERSATION, "")
        if _conversations().turns(name) is None:
            name = _conversations().start()
        st.session_state[CONVERSATION] = name
        st.session_state[TURNS] = _conversations().turns(name)
    kept: list[Turn] = st.session_state[TURNS]
    return kept


def show_address() -> None:
    """Let the page's address lead back to this conversation, and ask nothing anew."""
    st.query_params.pop(ASK, None)
    if turns():
        st.query_params[CONVERSATION] = st.session_state[CONVERSATION]
    else:
        st.query_params.pop(CONVERSATION, None)


def forget_turns() -> None:
    """Start a new conversation."""
    st.session_state.pop(TURNS, None)
    st.query_params.pop(CONVERSATION, None)
    close_source()


def put_question(question: str) -> None:
    """Let the next drawing of the conversation ask *question*."""
    st.session_state[PENDING] = Pending(question)


def ask_as_written() -> None:
    """Let the next drawing ask the last question anew, with nothing read into it."""
    if turns():
        st.session_state[PENDING] = Pending(turns().pop().question, as_written=True)


def take_question() -> Pending:
    """Return what was put, once; an empty question when nothing was."""
    taken: Pending = st.session_state.pop(PENDING, Pending())
    return taken


def source() -> str:
    """Return what leads to the passage that stands open beside the page; empty when none does."""
    return str(st.session_state.get(SOURCE, ""))


def open_source(written: str) -> None:
    """Open the passage that *written* leads to; `Place.parse` reads it when it is drawn."""
    st.session_state[SOURCE] = written


def close_source() -> None:
    """Close the open passage."""
    st.session_state.pop(SOURCE, None)


def enter(page: str) -> None:
    """Note which page is shown; a passage opened on another one is closed."""
    if st.session_state.get(PAGE, page) != page:
        close_source()
    st.session_state[PAGE] = page


def is_new_link(link: str) -> bool:
    """Tell, once for each link, that it has not been followed in this visit."""
    new = bool(link) and st.session_state.get(LINK) != link
    st.session_state[LINK] = link
    return new


def put_report(report: Report) -> None:
    """Keep what became of the files last added."""
    st.session_state[REPORT] = report


def report() -> Report | None:
    """Return what became of the files last added, if any were."""
    kept: Report | None = st.session_state.get(REPORT)
    return kept


@dataclass(frozen=True, slots=True)
class Before:
    """What a line of a summary was before the user did something to it."""

    line: str
    edit: Edit | None


def edited(document: DocumentId) -> list[Before]:
    """Return what was done to the summary of *document* in this visit, the last at the end."""
    done: dict[DocumentId, list[Before]] = st.session_state.setdefault(EDITED, {})
    return done.setdefault(document, [])


def worded() -> dict[tuple[DocumentId, Length], Summary]:
    """Return the summaries that a language model worded in this visit, whole or not."""
    kept: dict[tuple[DocumentId, Length], Summary] = st.session_state.setdefault(WORDED, {})
    return kept


def put_note(sentence: str) -> None:
    """Let the next page drawn show *sentence*."""
    st.session_state[NOTE] = sentence


def take_note() -> str:
    """Return what was put by `put_note`, once; empty when nothing was."""
    return str(st.session_state.pop(NOTE, ""))
