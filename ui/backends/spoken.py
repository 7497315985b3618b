"""Know which language a visitor has chosen, or else the one who runs the app."""

from contextvars import ContextVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ui.backends import backend
from ui.language import Language, chosen

CHOSEN = "language"

# Asking the session takes long, and a page looks up hundreds of texts; a thread works for one
# visit as long as it draws.
_heard: ContextVar[tuple[str, Language] | None] = ContextVar("heard", default=None)


def language() -> Language | None:
    """Return the visitor's language, the same during a whole visit; `None` where nobody visits."""
    visit = get_script_run_ctx(suppress_warning=True)
    if visit is None:
        return None
    heard = _heard.get()
    if heard is None or heard[0] != visit.session_id:
        heard = (visit.session_id, _of_session())
        _heard.set(heard)
    return heard[1]


def _of_session() -> Language:
    if CHOSEN not in st.session_state:
        st.session_state[CHOSEN] = chosen(st.context.cookies, backend.as_started().language)
    found: Language = st.session_state[CHOSEN]
    return found
