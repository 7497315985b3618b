"""The page Lägg till: read uploaded files into the library and report what became of each."""

import streamlit as st

from ingest.pipeline import Progress
from ui import backend, frame, linked, report, state, strings


def show() -> None:
    """Show the place to drop files, and what became of the last ones."""
    st.title(strings.ADD_TITLE, anchor=False)
    st.html(frame.lead(strings.ADD_LEAD))
    with st.form("add", clear_on_submit=True, border=False):
        files = st.file_uploader(
            strings.ADD_LABEL,
            type=[suffix.lstrip(".") for suffix in backend.suffixes()],
            accept_multiple_files=True,
            max_upload_size=backend.settings().max_file_mb,
        )
        st.caption(report.limits(backend.suffixes(), backend.settings()))
        submitted = st.form_submit_button(strings.ADD_BUTTON, type="primary")
    if submitted and not files:
        st.info(strings.ADD_NOTHING)
    elif submitted:
        _read_in([(file.name, file.getvalue()) for file in files])
    if done := state.report():
        linked.draw(report.report(done), key="report")


def _read_in(files: list[backend.Upload]) -> None:
    bar = st.progress(0.0, text=strings.ADD_SAVING)

    def advance(progress: Progress) -> None:
        bar.progress(progress.done / max(progress.total, 1), text=report.progress(progress))

    state.put_report(backend.read_in(files, advance))
    bar.empty()
