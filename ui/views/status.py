"""The page Status: what the library holds, whether it is sound, and what becomes of one's data."""

from importlib.metadata import version

import streamlit as st

from ui import backend, linked, report, strings

DISTRIBUTION = "motesminne"


def show() -> None:
    """Show counts, checks, settings and the privacy of it all."""
    st.title(strings.STATUS_TITLE, anchor=False)
    linked.draw(report.facts(backend.meetings()), key="facts")
    st.header(strings.STATUS_CHECKS, anchor=False)
    with st.spinner(strings.STATUS_CHECKING):
        linked.draw(report.checks(backend.check()), key="checks")
    st.header(strings.STATUS_USED, anchor=False)
    linked.draw(report.settings(backend.settings(), version(DISTRIBUTION)), key="settings")
    st.header(strings.PRIVACY, anchor=False)
    linked.draw(report.points(report.privacy(backend.settings())), key="privacy")
