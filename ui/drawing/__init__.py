"""Draw values as HTML: pure functions, which know nothing of Streamlit."""
