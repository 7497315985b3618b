"""Make a change that the user wants, or tell in a sentence why it cannot be made."""

from collections.abc import Callable

import streamlit as st

from rag.errors import MinutesError
from ui.drawing.markup import literal
from ui.said import said


def told(change: Callable[..., None]) -> Callable[..., None]:
    """Return *change* as a callback that tells why it could not be made."""

    def tried(*args: object) -> None:
        try:
            change(*args)
        except MinutesError as error:
            st.toast(literal(said(str(error))), icon=":material/error:")

    return tried
