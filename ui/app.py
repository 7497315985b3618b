"""The app: set up the page, draw the navigation, and run the page chosen."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from rag.errors import AccessError, MinutesError
from ui import language, strings
from ui.backends import spoken, visitor
from ui.drawing.addresses import MATTERS_PATH, MEETINGS_PATH
from ui.drawing.frame import ADD_PATH, page_style
from ui.drawing.markup import literal
from ui.guarding.door import door
from ui.guarding.roles import Act
from ui.said import said
from ui.views import add, ask, audit, evaluation, follow, matters, meetings, register, status
from ui.widgets import account, linked, state, tour


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page, as the navigation has it."""

    show: Callable[[], None]
    title: str
    icon: str
    path: str = ""
    """What stands after the address; empty for the page that opens first."""
    act: Act = Act.READ
    """What one must be let do to see it."""


def entries() -> tuple[Entry, ...]:
    """Return the pages, in the order of the navigation."""
    return (
        Entry(show=ask.show, title=strings.ASK, icon="forum"),
        Entry(show=meetings.show, title=strings.MEETINGS, icon="event_note", path=MEETINGS_PATH),
        Entry(show=register.show, title=strings.REGISTER, icon="checklist", path="register"),
        Entry(show=matters.show, title=strings.MATTERS, icon="timeline", path=MATTERS_PATH),
        Entry(show=follow.show, title=strings.FOLLOW, icon="notifications", path="bevaka"),
        Entry(show=add.show, title=strings.ADD, icon="note_add", path=ADD_PATH, act=Act.ADD),
        Entry(
            show=evaluation.show,
            title=strings.EVALUATION,
            icon="monitoring",
            path="utvardering",
            act=Act.EVALUATE,
        ),
        Entry(show=status.show, title=strings.STATUS, icon="settings", path="status"),
        *(
            [Entry(show=audit.show, title=strings.AUDIT, icon="policy", path="logg", act=Act.AUDIT)]
            if door().log
            else []
        ),
    )


def main() -> None:
    """Draw one page; what goes wrong becomes one sentence."""
    st.set_page_config(page_title=strings.APP, page_icon=strings.ICON, layout="wide")
    st.html(page_style((linked.ASSETS / "app.css").read_text(encoding="utf-8")))
    try:
        person = visitor.enter()
    except AccessError as error:
        st.warning(literal(said(str(error))))
        return
    shown = [_page(entry) for entry in entries() if person.may(entry.act)]
    page = st.navigation(shown, position="top")
    state.enter(page.url_path)
    account.show(person)
    tour.show()
    try:
        page.run()
    except MinutesError as error:
        st.error(literal(said(str(error))))
    except Exception:  # the sentence is for the user, the traceback goes to the server's log
        st.error(strings.UNEXPECTED)
        raise


def _page(entry: Entry) -> StreamlitPage:
    return st.Page(
        entry.show,
        title=entry.title,
        icon=f":material/{entry.icon}:",
        url_path=entry.path or None,
        default=not entry.path,
    )


if __name__ == "__main__":
    language.found_by(spoken.language)
    with language.told(language.current()):  # looked up once, not for each of a page's texts
        main()
