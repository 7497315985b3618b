"""Let the user choose which meetings a question asks, beside the chips of what is chosen."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from rag.errors import MinutesError
from rag.minutes import DocumentId
from rag.results import Filters, Meeting
from ui import local, strings
from ui.asked import FilterFields, to_filters
from ui.drawing import chips
from ui.drawing.markup import literal
from ui.parsed import meeting_date
from ui.said import said
from ui.widgets import linked, state

OPEN = "limiting"
PROBLEM = "limit-problem"
FORM_HEIGHT = 400
FIELDS = ("body", "from", "to", "person", "kind", "meeting")

Check = Callable[[Filters], None]


def show(known: Mapping[DocumentId, Meeting], check: Check) -> None:
    """Show what the next question is limited to, and what adds to it."""
    with st.container(key="limits", horizontal=True, vertical_alignment="center", gap="small"):
        adding = st.popover(
            strings.LIMIT_ADD,
            icon=":material/filter_list:",
            help=strings.LIMIT_ADD_HELP,
            type="tertiary",
            key=OPEN,
            on_change="rerun",
        )
        # As high from the first, so that it unfolds upwards, where there is room.
        form = adding.container(height=FORM_HEIGHT, border=False)
        if adding.open:
            with form:
                _form(known, check)
        drawn = chips.chosen(state.filters(), known)
        if drawn:
            linked.draw(drawn, key="chosen-limits", on_act=_drop)


def _drop(_: str, __: str, name: str) -> None:
    state.put_filters(chips.without(state.filters(), name))


def _form(known: Mapping[DocumentId, Meeting], check: Check) -> None:
    with st.form("limit-form", border=False):
        _fields(list(known.values()))
        if problem := st.session_state.pop(PROBLEM, ""):
            st.error(literal(said(problem)))
        st.form_submit_button(
            strings.LIMIT_SET, type="primary", width="stretch", on_click=_choose, args=(check,)
        )


def _fields(known: Sequence[Meeting]) -> None:
    bodies = sorted({one.body for one in known if one.body}, key=local.collation)
    chosen = state.filters()
    st.selectbox(
        strings.LIMIT_BODY,
        bodies,
        index=bodies.index(chosen.body) if chosen.body in bodies else None,
        placeholder=strings.LIMIT_ANY,
        key="limit-body",
    )
    first, last = st.columns(2)
    for column, label, name in (
        (first, strings.LIMIT_FROM, "from"),
        (last, strings.LIMIT_TO, "to"),
    ):
        column.text_input(label, placeholder=strings.LIMIT_DATE_HINT, key=f"limit-{name}")
    st.text_input(strings.LIMIT_PERSON, placeholder=strings.LIMIT_PERSON_HINT, key="limit-person")
    st.selectbox(
        strings.LIMIT_MEETING,
        [one.document_id for one in known],
        index=None,
        placeholder=strings.LIMIT_ANY,
        format_func={one.document_id: _name(one) for one in known}.__getitem__,
        key="limit-meeting",
    )


def _name(meeting: Meeting) -> str:
    return f"{meeting_date(meeting.date)} · {meeting.title}"


def _choose(check: Check) -> None:
    """Take what the form says and fold it, or let it tell why that cannot be taken."""
    written = {name: st.session_state.get(f"limit-{name}") or None for name in FIELDS}
    try:
        chosen = to_filters(FilterFields.model_validate(written), DocumentId)
        check(chosen)
    except MinutesError as error:
        st.session_state[PROBLEM] = str(error)
    else:
        state.put_filters(chosen)
        st.session_state[OPEN] = False
