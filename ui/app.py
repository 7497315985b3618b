"""The app: set up the page, draw the navigation, and run the page chosen."""

import streamlit as st

from rag.errors import MinutesError
from ui import linked, state, strings
from ui.frame import ADD_PATH, page_style
from ui.markup import literal
from ui.meeting import MEETINGS_PATH
from ui.views import add, ask, meetings, register, status


def main() -> None:
    """Draw one page; what goes wrong becomes one sentence."""
    st.set_page_config(page_title=strings.APP, page_icon=strings.ICON, layout="wide")
    st.html(page_style((linked.ASSETS / "app.css").read_text(encoding="utf-8")))
    page = st.navigation(
        [
            st.Page(ask.show, title=strings.ASK, icon=":material/forum:", default=True),
            st.Page(
                meetings.show,
                title=strings.MEETINGS,
                icon=":material/event_note:",
                url_path=MEETINGS_PATH,
            ),
            st.Page(
                register.show,
                title=strings.REGISTER,
                icon=":material/checklist:",
                url_path="register",
            ),
            st.Page(add.show, title=strings.ADD, icon=":material/note_add:", url_path=ADD_PATH),
            st.Page(
                status.show,
                title=strings.STATUS,
                icon=":material/verified_user:",
                url_path="status",
            ),
        ],
        position="top",
    )
    state.enter(page.url_path)
    try:
        page.run()
    except MinutesError as error:
        st.error(literal(str(error)))
    except Exception:  # the sentence is for the user, the traceback goes to the server's log
        st.error(strings.UNEXPECTED)
        raise


if __name__ == "__main__":
    main()
