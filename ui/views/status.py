"""The page Inställningar och status: what is used, whether the library is sound, one's data."""

from importlib.metadata import version

import streamlit as st

from rag.upkeep.occupied import occupied
from ui import strings
from ui.backends import backend
from ui.drawing import report
from ui.drawing.markup import literal
from ui.widgets import attempt, linked, state, tour

DISTRIBUTION = "motesminne"


def show() -> None:
    """Show the library's counts and health, models, storage, privacy and look."""
    used = backend.settings()
    if note := state.take_note():
        st.success(literal(note))
    st.title(strings.STATUS_TITLE, anchor=False)
    _section(strings.STATUS_HELD)
    linked.draw(report.facts(backend.meetings()), key="facts")
    _section(strings.STATUS_CHECKS)
    _health()
    _section(strings.STATUS_USED)
    linked.draw(report.settings(used, version(DISTRIBUTION)), key="settings")
    st.caption(literal(strings.STATUS_MODELS_HELP))
    _section(strings.STATUS_STORAGE)
    linked.draw(report.storage(str(used.library), occupied(used.library)), key="storage")
    _section(strings.PRIVACY)
    linked.draw(report.points(report.privacy(used)), key="privacy")
    _section(strings.STATUS_LOOK)
    st.write(literal(strings.STATUS_THEME))
    st.button(strings.STATUS_TOUR, on_click=tour.restart, icon=":material/replay:")


def _section(title: str) -> None:
    st.header(title, anchor=False)


def _health() -> None:
    with st.spinner(strings.STATUS_CHECKING):
        findings = backend.check()
    st.write(report.health(findings))
    linked.draw(report.checks(findings), key="checks")
    st.button(
        strings.STATUS_REBUILD,
        help=strings.STATUS_REBUILD_HELP,
        on_click=attempt.told(_rebuild),
        type="secondary" if all(finding.ok for finding in findings) else "primary",
        icon=":material/build:",
    )


def _rebuild() -> None:
    with st.spinner(strings.STATUS_REBUILDING):
        backend.rebuild()
    state.put_note(strings.STATUS_REBUILT)
