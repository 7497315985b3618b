"""The page Inställningar och status: what is used, whether the library is sound, one's data."""

from importlib.metadata import version

import streamlit as st

from rag.upkeep.occupied import occupied
from ui import language, strings
from ui.backends import backend, changing, visitor
from ui.choices import LANGUAGE, LOOK, Look
from ui.drawing import frame, report
from ui.drawing.markup import literal
from ui.guarding.door import door
from ui.guarding.roles import Act
from ui.language import NAMES
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
    is_whole = visitor.may(Act.SETTINGS)
    if is_whole:
        _section(strings.STATUS_CHECKS)
        _health()
    _section(strings.STATUS_USED)
    linked.draw(report.settings(used, version(DISTRIBUTION)), key="settings")
    st.caption(literal(strings.STATUS_MODELS_HELP))
    if is_whole:
        _section(strings.STATUS_STORAGE)
        linked.draw(report.storage(str(used.library), occupied(used.library)), key="storage")
    _section(strings.PRIVACY)
    log = door().log
    told = report.privacy(used, is_known=bool(visitor.person().id), log_days=log.days if log else 0)
    linked.draw(report.points(told), key="privacy")
    _section(strings.STATUS_LANGUAGE)
    _choices()
    st.button(strings.STATUS_TOUR, on_click=tour.restart, icon=":material/replay:")


def _section(title: str) -> None:
    st.header(title, anchor=False)


def _choices() -> None:
    """Show which language and look are chosen in this browser, and what else can be."""
    st.html(frame.choice(LANGUAGE.path, NAMES, language.current(), label=strings.STATUS_LANGUAGE))
    st.caption(literal(strings.STATUS_LANGUAGE_HELP))
    _section(strings.STATUS_LOOK)
    look = LOOK.of(st.context.cookies) or Look.SYSTEM
    st.html(frame.choice(LOOK.path, strings.LOOKS, look, label=strings.STATUS_LOOK))
    st.caption(literal(strings.STATUS_THEME))


def _health() -> None:
    with st.spinner(strings.STATUS_CHECKING):
        findings = changing.check()
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
        changing.rebuild()
    state.put_note(strings.STATUS_REBUILT)
