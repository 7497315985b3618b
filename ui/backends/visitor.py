"""Know a browser again, so that its conversations are shown to nobody else."""

import streamlit as st

COOKIE = "motesminne_besokare"


def visitor() -> str:
    """Return the visitor's secret name; empty where no browser is, as in a test."""
    kept = st.context.cookies.get(COOKIE)
    return kept if isinstance(kept, str) else ""
