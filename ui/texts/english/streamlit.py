"""What Streamlit's own words are in English: the same, but for what the app says better.

`#` stands for a number.
"""

from collections.abc import Mapping

from ui.texts.english.adding import ADD_DROP, ADD_PICK

STREAMLIT_WORDS: Mapping[str, str] = {
    "#MB per file": ADD_DROP,
    "#MB per file • JSONL": ADD_DROP,
    "Upload": ADD_PICK,
}
STREAMLIT_OPENINGS: Mapping[str, str] = {}
