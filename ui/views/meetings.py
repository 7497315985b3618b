"""The page Möten: the list of meetings, and one meeting with all that was read out of it."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from rag.errors import UnknownMeetingError
from rag.minutes import Document, DocumentId
from rag.results import Meeting
from ui import local, strings
from ui.backends import adding, backend
from ui.choosing import browse, calendar
from ui.drawing import calendar_picture, contents, frame, meeting
from ui.drawing.addresses import MEETING_PARAMETER
from ui.drawing.markup import Html, literal
from ui.place import Place
from ui.widgets import linked, meeting_acts, panel, state, summary_tab

PER_PAGE = 50
LIST_PAGE, QUERY, ORDER = "list-page", "list-query", "list-order"
OPENED = "list-opened"
FACET = "facet-"
YEAR, MONTH = "year", "month"


def show() -> None:
    """Show the meeting that the address names, or the list."""
    if note := state.take_note():
        st.toast(literal(note), icon=":material/check:")
    if chosen := st.query_params.get(MEETING_PARAMETER):
        _meeting(Place.parse(chosen).document_id)
    else:
        _list()


def _open(document: str) -> None:
    st.session_state[OPENED] = document
    st.query_params[MEETING_PARAMETER] = document


def _close() -> None:
    st.query_params.clear()
    state.close_source()


def _list() -> None:
    known = browse.unified(backend.meetings())
    if not known:
        st.html(frame.empty())
        return
    st.title(strings.MEETINGS_TITLE, anchor=False)
    if count := adding.news_at_start():
        st.html(frame.folder_news(count))
    choice, order = _choice(known)
    found = browse.ordered(browse.chosen(known, choice), order)
    _calendar(found)
    bar = st.container(horizontal=True, vertical_alignment="center")
    bar.caption(
        strings.MEETINGS_SHOWN.format(
            shown=local.number(len(found)),
            total=local.count(len(known), strings.MEETING_FORMS),
        )
    )
    if choice != browse.Choice():
        bar.button(strings.FACETS_CLEAR, on_click=_clear, type="tertiary")
    if not found:
        st.html(meeting.notice(strings.MEETINGS_NONE))
        return
    # The numbers stand below the list, so the page chosen is read before it is drawn.
    rows, turn = st.container(), st.container()
    pages = -(-len(found) // PER_PAGE)
    page = turn.pagination(pages, key=LIST_PAGE, persist_state="session") if pages > 1 else 1
    shown = found[(page - 1) * PER_PAGE : page * PER_PAGE]
    with rows:
        linked.draw(
            meeting.rows(shown, by_year=order in browse.BY_YEAR),
            key="meetings",
            on_open=_open,
            begin=st.session_state.pop(OPENED, None),  # where one goes on who comes back
        )


def _choice(known: Sequence[Meeting]) -> tuple[browse.Choice, str]:
    """Show what the list can be limited to; return what is chosen, and the order."""
    bar = st.container(key="list-bar", horizontal=True)
    query = bar.text_input(
        strings.MEETINGS_SEARCH,
        placeholder=strings.MEETINGS_SEARCH_HINT,
        key=QUERY,
        on_change=_first_page,
        persist_state="session",
    )
    order = bar.selectbox(
        strings.MEETINGS_SORT,
        list(browse.ORDERS),
        format_func=strings.SORTS.__getitem__,
        key=ORDER,
        on_change=_first_page,
        persist_state="session",
    )
    names = [name for name in browse.FACETS if name != MONTH or st.session_state.get(FACET + YEAR)]
    kept = {name: st.session_state.get(FACET + name) for name in names}
    facets = {name: value for name, value in kept.items() if value is not None}
    choice = browse.Choice(query=query, facets=facets)
    with st.container(key="list-facets", horizontal=True):
        for name in names:
            _facet(name, browse.values(known, choice, name))
    return choice, order


def _facet(name: str, counts: Mapping[str, int]) -> None:
    """Show what the meetings can be limited to of one facet; the value chosen is always there."""
    value = st.session_state.get(FACET + name)
    options = [*counts, *([value] if value is not None and value not in counts else [])]
    st.selectbox(
        strings.FACETS[name],
        options,
        index=None,
        format_func=lambda one: strings.FACET_VALUE.format(
            name=calendar.facet_text(name, one), count=local.number(counts.get(one, 0))
        ),
        placeholder=strings.FACET_ALL,
        key=FACET + name,
        on_change=_chose,
        args=(name,),
        persist_state="session",
    )


def _chose(name: str) -> None:
    """Start from the first page, and with no month of another year."""
    if name == YEAR:
        st.session_state[FACET + MONTH] = None
    _first_page()


def _first_page() -> None:
    st.session_state.pop(LIST_PAGE, None)


def _clear() -> None:
    st.session_state[QUERY] = ""
    for name in browse.FACETS:
        st.session_state[FACET + name] = None
    _first_page()


def _calendar(found: Sequence[Meeting]) -> None:
    value = calendar.calendar(found)
    if value:
        linked.draw(calendar_picture.picture(value), key="calendar", on_open=_choose)


def _choose(target: str) -> None:
    for name, value in calendar.choices(target).items():
        st.session_state[FACET + name] = value
    _first_page()


def _meeting(chosen: DocumentId) -> None:
    st.button(strings.BACK, on_click=_close, type="tertiary", icon=":material/arrow_back:")
    try:
        document = backend.open_meeting(chosen)
    except UnknownMeetingError:
        st.html(meeting.notice(strings.MEETING_GONE))
        return
    panel.beside(lambda: _contents(document))


def _contents(document: Document) -> None:
    linked.draw(meeting.heading(document), key="meeting-head", begin="")
    meeting_acts.show(document)
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
        lambda: contents.whole(document),
    )
    for number, (tab, draw) in enumerate(zip(others, drawn, strict=True), start=1):
        if tab.open:
            with tab:
                linked.draw(draw(), key=f"meeting-{number}", on_open=state.open_source)
