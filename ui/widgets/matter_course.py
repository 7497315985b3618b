"""Show the course of a matter: its picture, its steps, and what to do when none is found."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from rag.matters.values import Timeline
from ui import strings
from ui.backends import across
from ui.contracts.across import timeline_json
from ui.drawing import matter_rows, meeting
from ui.drawing.addresses import MATTER_PARAMETER
from ui.exports.across_papers import timeline_paper
from ui.exports.formats import Format
from ui.widgets import export_menu, linked, state


def show(matter: str, *, back: str) -> None:
    """Show the course of what *matter* means, a number or a subject, with a way back."""
    bar = st.container(key="matter-bar", horizontal=True, vertical_alignment="center")
    bar.button(back, on_click=close, type="tertiary", icon=":material/arrow_back:")
    with st.spinner(strings.REGISTER_READING):
        found = across.timelines(matter)
    if not found:
        st.html(meeting.notice(strings.TIMELINE_NONE.format(matter=matter)))
        offer_nearest(matter)
        return
    with bar.popover(strings.EXPORT, icon=":material/download:"):
        export_menu.offer(
            strings.TIMELINE_NAME.format(matter=matter), partial(_content, matter, found)
        )
    linked.draw(matter_rows.timelines(found), key="timeline", on_open=follow)


def follow(target: str) -> None:
    """Follow a click: to a matter, or to a place in the text."""
    if target.startswith(matter_rows.MATTER):
        open_matter(target.removeprefix(matter_rows.MATTER))
    else:
        state.open_source(target)


def close() -> None:
    """Let the address lead to the page itself."""
    st.query_params.clear()
    state.close_source()


def open_matter(matter: str) -> None:
    """Let the address lead to *matter*."""
    st.query_params[MATTER_PARAMETER] = matter
    state.close_source()


def offer_nearest(matter: str) -> None:
    """Offer the matters of the library that are most like *matter*."""
    if near := across.nearest(matter):
        st.caption(strings.TIMELINE_NEAR)
        linked.draw(matter_rows.matters(near), key="near-matters", on_open=follow)


def _content(matter: str, found: Sequence[Timeline], kind: Format) -> str | bytes:
    return export_menu.made(
        lambda now: timeline_paper(matter, found, created=now),
        lambda: [timeline_json(one) for one in found],
        kind,
    )
