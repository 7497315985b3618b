"""Let the user download a meeting's file, correct its fields, and remove it."""

from pathlib import Path

import streamlit as st

from ingest.source import MEMBER
from rag.errors import MinutesError
from rag.minutes import Document, Kind, Status
from rag.summaries import Length
from ui import strings
from ui.backends import backend, uploads
from ui.choosing import correcting, removal
from ui.drawing import report
from ui.drawing.markup import literal
from ui.drawing.meeting import MEETING_PARAMETER
from ui.widgets import linked, state

VALUES = {"kind": tuple(Kind), "status": ("", *Status)}


def show(document: Document) -> None:
    """Show the buttons."""
    with st.container(key="meeting-acts", horizontal=True, vertical_alignment="center"):
        _download(document)
        if st.button(strings.CORRECT, type="tertiary", icon=":material/edit:"):
            _correct(document)
        if st.button(strings.REMOVE, type="tertiary", icon=":material/delete:"):
            _confirm_removal(document)


def _download(document: Document) -> None:
    path, member, _ = document.location.partition(MEMBER)
    file = Path(path)
    if not file.is_file():
        st.caption(literal(strings.ORIGINAL_GONE.format(path=path)))
        return
    st.download_button(
        strings.ORIGINAL_CONTAINER if member else strings.ORIGINAL,
        data=file.read_bytes,
        file_name=file.name,
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )


@st.dialog(strings.CORRECT_TITLE, width="medium")
def _correct(document: Document) -> None:
    st.caption(strings.CORRECT_LEAD)
    before = correcting.written(document.minutes)
    with st.form("correct", border=False):
        with st.container(key="correct-fields", horizontal=True):
            filled = {field: _field(field, value) for field, value in before.items()}
        back = _taken_back(document)
        saved = st.form_submit_button(strings.CORRECT_SAVE, type="primary")
    if not saved:
        return
    try:
        changes = correcting.changes(document.minutes, filled) | dict.fromkeys(back)
        with st.spinner(strings.CORRECTING):
            backend.store().correct(document.id, changes)
    except MinutesError as error:
        st.error(literal(str(error)))
        return
    for length in Length:
        backend.forget_summary(document.id, length)
    state.put_note(strings.CORRECTED_NOTE if changes else strings.CORRECTED_NOTHING)
    st.rerun()


def _field(field: str, value: str) -> str:
    name = strings.FIELDS[field]
    if field in VALUES:
        values = [str(one) for one in VALUES[field]]
        return str(
            st.selectbox(
                name,
                values,
                index=values.index(value),
                format_func=lambda one: one or strings.NOT_FOUND_FIELD,
            )
        )
    return st.text_input(name, value=value, placeholder=strings.CORRECT_HINTS.get(field))


def _taken_back(document: Document) -> list[str]:
    """Show the fields that were corrected; return those that are to be as they were read."""
    corrected = correcting.corrected(document.minutes)
    if not corrected:
        return []
    return st.pills(
        strings.CORRECT_BACK,
        corrected,
        selection_mode="multi",
        format_func=strings.FIELDS.__getitem__,
    )


@st.dialog(strings.REMOVE_TITLE)
def _confirm_removal(document: Document) -> None:
    st.markdown(f"**{literal(document.minutes.title)}**")
    told = removal.removal(
        document,
        edits=len(backend.edits(document.id)),
        corrections=len(correcting.corrected(document.minutes)),
        uploads=uploads.folder(backend.settings()),
    )
    linked.draw(report.points(told), key="removal")
    yes, no = st.columns(2)
    if no.button(strings.REMOVE_NO, width="stretch"):
        st.rerun()
    if yes.button(strings.REMOVE_YES, icon=":material/delete:", width="stretch"):
        with st.spinner(strings.REMOVING):
            backend.remove(document.id)
        state.put_note(strings.REMOVED.format(title=document.minutes.title))
        st.query_params.pop(MEETING_PARAMETER, None)
        state.close_source()
        st.rerun()
