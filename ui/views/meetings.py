"""The page Möten: the list of meetings, and one meeting with all that was read out of it."""

from collections.abc import Callable, Sequence

import streamlit as st

from rag.minutes import Document, DocumentId
from ui import (
    backend,
    browse,
    contents,
    frame,
    linked,
    meeting,
    panel,
    reading,
    state,
    strings,
    summary_tab,
    swedish,
)
from ui.markup import Html, literal
from ui.meeting import MEETING_PARAMETER

PER_PAGE = 50


def show() -> None:
    """Show the meeting that the address names, or the list."""
    if note := state.take_note():
        st.success(literal(note))
    if chosen := st.query_params.get(MEETING_PARAMETER):
        _meeting(state.Place.parse(chosen).document_id)
    else:
        _list()


def _open(document: str) -> None:
    st.query_params[MEETING_PARAMETER] = document


def _close() -> None:
    st.query_params.clear()
    state.close_source()


def _list() -> None:
    known = backend.meetings()
    if not known:
        st.html(frame.empty())
        return
    st.title(strings.MEETINGS_TITLE, anchor=False)
    search, sort = st.columns([3, 2])
    query = search.text_input(strings.MEETINGS_SEARCH, placeholder=strings.MEETINGS_SEARCH_HINT)
    order = sort.selectbox(strings.MEETINGS_SORT, list(browse.ORDERS))
    found = browse.ordered(browse.matching(known, query), order)
    st.caption(
        strings.MEETINGS_SHOWN.format(
            shown=swedish.number(len(found)),
            total=swedish.count(len(known), strings.MEETING_FORMS),
        )
    )
    if not found:
        st.html(meeting.notice(strings.MEETINGS_NONE.format(query=query)))
        return
    # The numbers stand below the list, so the page chosen is read before it is drawn.
    rows, turn = st.container(), st.container()
    pages = -(-len(found) // PER_PAGE)
    page = turn.pagination(pages, key="list-page") if pages > 1 else 1
    shown = found[(page - 1) * PER_PAGE : page * PER_PAGE]
    with rows:
        linked.draw(
            meeting.rows(shown, by_year=order in browse.BY_YEAR), key="meetings", on_open=_open
        )


def _meeting(chosen: DocumentId) -> None:
    st.button(strings.BACK, on_click=_close, type="tertiary", icon=":material/arrow_back:")
    document = backend.assistant().document(chosen)
    panel.beside(lambda: _contents(document), backend.assistant().document)


def _contents(document: Document) -> None:
    linked.draw(meeting.heading(document), key="meeting-head")
    first, *others = st.tabs(list(strings.TABS), key="meeting-tab", on_change=state.close_source)
    if first.open:
        with first:
            summary_tab.show(document)
    drawn: Sequence[Callable[[], Html]] = (
        lambda: contents.decisions(document),
        lambda: contents.said(document),
        lambda: contents.people(document),
        lambda: contents.agenda(document),
        lambda: contents.fields(document, backend.files(document.id)),
        lambda: reading.document(document),
    )
    for number, (tab, draw) in enumerate(zip(others, drawn, strict=True), start=1):
        if tab.open:
            with tab:
                linked.draw(draw(), key=f"meeting-{number}", on_open=state.open_source)
    if st.button(strings.REMOVE, type="tertiary", icon=":material/delete:"):
        _confirm_removal(document)


@st.dialog(strings.REMOVE_TITLE)
def _confirm_removal(document: Document) -> None:
    st.write(literal(strings.REMOVE_BODY.format(title=document.minutes.title)))
    yes, no = st.columns(2)
    if no.button(strings.REMOVE_NO, width="stretch"):
        st.rerun()
    if yes.button(strings.REMOVE_YES, icon=":material/delete:", width="stretch"):
        backend.remove(document.id)
        state.put_note(strings.REMOVED.format(title=document.minutes.title))
        _close()
        st.rerun()
