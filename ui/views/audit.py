"""The page Granskningslogg: who did what, a day at a time."""

from datetime import UTC, datetime

import streamlit as st

from ui import local, strings
from ui.backends import auditing
from ui.drawing import audit_rows, frame, meeting
from ui.widgets import linked

PER_PAGE = 100


def show() -> None:
    """Show the lines of a day, limited to somebody and to a kind of deed."""
    st.title(strings.AUDIT, anchor=False)
    st.html(
        frame.lead(strings.AUDIT_LEAD.format(days=local.count(auditing.days(), strings.DAY_FORMS)))
    )
    today = datetime.now(tz=UTC).date()
    choices = st.container(horizontal=True, vertical_alignment="bottom")
    day = choices.date_input(
        strings.AUDIT_DAY, value=today, max_value=today, format=strings.AUDIT_DAY_FORMAT
    )
    who = choices.text_input(strings.AUDIT_WHO, placeholder=strings.AUDIT_WHO_HINT)
    deed = choices.selectbox(
        strings.AUDIT_DEED,
        list(strings.DEEDS),
        index=None,
        format_func=strings.DEEDS.__getitem__,
        placeholder=strings.AUDIT_ALL,
    )
    found = auditing.entries(day, who=who, deed=deed or "")
    if not found:
        st.html(meeting.notice(strings.AUDIT_NONE))
        return
    st.caption(local.number(len(found)))
    rows, turn = st.container(), st.container()
    pages = -(-len(found) // PER_PAGE)
    page = turn.pagination(pages, key=f"audit-page-{len(found)}") if pages > 1 else 1
    shown = found[(page - 1) * PER_PAGE : page * PER_PAGE]
    with rows:
        linked.draw(audit_rows.entries(shown, auditing.titles(shown)), key="audit")
    st.download_button(
        strings.AUDIT_DOWNLOAD,
        data=auditing.lines(day),
        file_name=strings.AUDIT_FILE.format(day=day),
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )
