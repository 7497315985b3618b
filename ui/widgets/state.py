"""Keep what outlives a rerun: what is to be asked, the open source, edits and notes."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from rag.edits import Edit
from rag.minutes import DocumentId
from rag.results import Filters
from rag.storing.turns import Asked
from rag.summaries import Length, Summary
from ui import language
from ui.drawing.markup import Html

FILTERS = "filters"
PENDING = "pending"
SOURCE = "source"
LINK = "link"
PAGE = "page"
NOTE = "note"
EDITED = "edited"
WORDED = "worded"
DRAWN = "drawn"


def put_question(question: str) -> None:
    """Let the next drawing of the conversation ask *question*, of the meetings chosen."""
    put_asked(Asked(question=question, filters=filters()))


def put_asked(asked: Asked) -> None:
    """Let the next drawing of the conversation ask what is *asked*."""
    st.session_state[PENDING] = asked


def take_asked() -> Asked | None:
    """Return what was put, once; nothing when nothing was."""
    taken: Asked | None = st.session_state.pop(PENDING, None)
    return taken


def filters() -> Filters:
    """Return what limits the meetings that the next question asks."""
    chosen: Filters = st.session_state.get(FILTERS, Filters())
    return chosen


def put_filters(chosen: Filters) -> None:
    """Let *chosen* limit the meetings that the next questions ask."""
    st.session_state[FILTERS] = chosen


def source() -> str:
    """Return what leads to the passage that stands open beside the page; empty when none does."""
    return str(st.session_state.get(SOURCE, ""))


def open_source(written: str) -> None:
    """Open the passage that *written* leads to; `ui.place` reads it when it is fetched."""
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


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was drawn, and of which values."""

    of: tuple[object, ...]
    html: Html


def drawn_once(place: str, draw: Callable[..., Html], *of: object) -> Html:
    """Return what *draw* makes *of* some values; the same as last at *place* are not drawn again.

    At each click the whole page is made anew, the turns of a long conversation too.
    """
    kept: dict[str, Drawn] = st.session_state.setdefault(DRAWN, {})
    made_of = (language.current(), *of)
    if place not in kept or kept[place].of != made_of:
        kept[place] = Drawn(made_of, draw(*of))
    return kept[place].html
