"""What Streamlit's own English words are in English: the same."""

from collections.abc import Mapping

STREAMLIT_WORDS: Mapping[str, str] = {}
STREAMLIT_OPENINGS: Mapping[str, str] = {}
