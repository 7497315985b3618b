"""The page Ärenden: follow the course of a matter, or summarise what was said of a subject."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from rag.matters.values import MatterLine
from rag.swedish.registration import read_registration
from ui import local, strings
from ui.backends import across, backend
from ui.choosing import matters
from ui.drawing import frame, matter_rows, meeting
from ui.drawing.addresses import MATTER_PARAMETER
from ui.drawing.markup import literal
from ui.widgets import linked, matter_course, panel, topic_tab

PER_PAGE = 30


def show() -> None:
    """Show the matter that the address names, or the matters and subjects to choose from."""
    if not backend.meetings():
        st.html(frame.empty())
        return
    matter = st.query_params.get(MATTER_PARAMETER)
    panel.beside(partial(_matter, matter) if matter else _choices)


def _matter(matter: str) -> None:
    matter_course.show(matter, back=strings.MATTERS_BACK)


def _choices() -> None:
    st.title(strings.MATTERS_TITLE, anchor=False)
    st.html(frame.lead(strings.MATTERS_LEAD))
    is_of_topic = topic_tab.SUBJECT in st.query_params
    kind = st.segmented_control(
        strings.MATTERS_KIND,
        list(strings.MATTERS_KINDS),
        default=strings.MATTERS_KINDS[is_of_topic],
        required=True,
        key="matters-kind",
        on_change=matter_course.close,
        label_visibility="collapsed",
    )
    if kind == strings.MATTERS_TOPIC:
        topic_tab.show()
    else:
        _list()


def _list() -> None:
    with st.spinner(strings.REGISTER_READING):
        known = across.matters()
    search, sort = st.columns([3, 2])
    query = search.text_input(strings.MATTERS_SEARCH, placeholder=strings.MATTERS_SEARCH_HINT)
    order = sort.selectbox(
        strings.MATTERS_SORT,
        list(matters.ORDERS),
        format_func=lambda name: strings.MATTERS_ORDERS[name],
    )
    found = matters.ordered(matters.matching(known, query), order)
    if found:
        _rows(found)
    elif query:
        _none(query)
    else:
        st.html(meeting.notice(strings.MATTERS_EMPTY))
    if query and read_registration(query) is None:
        st.button(
            literal(strings.MATTERS_ANYWAY.format(query=query)),
            on_click=matter_course.open_matter,
            args=(query,),
            icon=":material/search:",
            type="tertiary",
        )


def _rows(found: Sequence[MatterLine]) -> None:
    st.caption(local.count(len(found), strings.MATTERS_COUNT))
    drawn, turn = st.container(), st.container()
    pages = -(-len(found) // PER_PAGE)
    page = turn.pagination(pages, key=f"matters-page-{len(found)}") if pages > 1 else 1
    shown = found[(page - 1) * PER_PAGE : page * PER_PAGE]
    with drawn:
        linked.draw(matter_rows.matters(shown), key="matters", on_open=matter_course.follow)


def _none(query: str) -> None:
    st.html(meeting.notice(strings.MATTERS_NONE.format(query=query)))
    matter_course.offer_nearest(query)
