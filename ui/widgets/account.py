"""Show who has signed in, and let them sign out."""

import streamlit as st

from ui import strings
from ui.drawing import doorway
from ui.guarding.person import Person


def show(person: Person) -> None:
    """Show *person*, where people sign in."""
    if person.id:
        st.html(doorway.account(person.name, strings.ROLES[person.role]))
