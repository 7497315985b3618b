"""Lay the open source beside the page."""

from collections.abc import Callable

import streamlit as st

from ui.widgets import source_pane, state


def beside(page: Callable[[], None]) -> None:
    """Draw *page*, and to the right of it the source that is open or will be opened."""
    with st.container(key="stage"):
        with st.container(key="page"):
            page()
        with st.container(key="source"):
            source_pane.draw(state.source(), on_close=state.close_source)
