"""Show the open passage beside the page, marked in its document."""

from collections.abc import Callable

import streamlit as st

from rag.errors import MinutesError
from rag.minutes import Document, DocumentId
from ui import linked, meeting, reading, state, strings
from ui.markup import literal


def beside(page: Callable[[], None], document: Callable[[DocumentId], Document]) -> None:
    """Draw *page* and, when a passage is open, its document to the right of it."""
    with st.container(key="stage"):
        with st.container(key="page"):
            page()
        if state.source():
            with st.container(key="source"):
                _source(document)


def _source(document: Callable[[DocumentId], Document]) -> None:
    with st.container(key="source-bar", horizontal=True, vertical_alignment="center"):
        st.html(meeting.source_title())
        st.button(
            strings.SOURCE_CLOSE,
            key="close-source",
            on_click=state.close_source,
            type="tertiary",
            icon=":material/close:",
            width="content",
        )
    try:
        place = state.Place.parse(state.source())
        found = document(place.document_id)
    except MinutesError as error:
        st.error(literal(str(error)))
        return
    linked.draw(meeting.brief(found), key="source-head")
    linked.draw(
        reading.document(found, place.span, words=place.words), key="source-text", pane=True
    )
