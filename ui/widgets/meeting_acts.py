"""Let the user download a meeting's file, correct its fields, and remove it."""

from functools import partial
from pathlib import Path

import streamlit as st

from ingest.source import MEMBER
from rag.errors import MinutesError
from rag.minutes import Document, Kind, Status
from rag.summaries import Length
from ui import strings
from ui.backends import backend, changing, uploads, visitor
from ui.choosing import correcting, removal
from ui.drawing import report
from ui.drawing.addresses import MEETING_PARAMETER
from ui.drawing.markup import literal
from ui.guarding.audit import Deed
from ui.guarding.roles import Act
from ui.said import said
from ui.widgets import linked, state

VALUES = {"kind": tuple(map(str, Kind)), "status": ("", *map(str, Status))}


def show(document: Document) -> None:
    """Show the buttons."""
    with st.container(key="meeting-acts", horizontal=True, vertical_alignment="center"):
        _download(document)
        body = document.minutes.body
        if visitor.may_with(Act.CORRECT, body) and st.button(
            strings.CORRECT, type="tertiary", icon=":material/edit:"
        ):
            st.dialog(strings.CORRECT_TITLE, width="medium")(_correct)(document)
        if visitor.may_with(Act.REMOVE, body) and st.button(
            strings.REMOVE, type="tertiary", icon=":material/delete:"
        ):
            st.dialog(strings.REMOVE_TITLE)(_confirm_removal)(document)


def _download(document: Document) -> None:
    path, member, _ = document.location.partition(MEMBER)
    file = Path(path)
    if not file.is_file():
        st.caption(literal(strings.ORIGINAL_GONE.format(path=path)))
        return
    st.download_button(
        strings.ORIGINAL_CONTAINER if member else strings.ORIGINAL,
        data=visitor.handed_out(file.read_bytes, Deed.DOWNLOADED, document.id),
        file_name=file.name,
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )


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
            changing.correct(document.id, changes)
    except MinutesError as error:
        st.error(literal(said(str(error))))
        return
    for length in Length:
        backend.forget_summary(document.id, length)
    state.put_note(strings.CORRECTED_NOTE if changes else strings.CORRECTED_NOTHING)
    st.rerun()


def _field(field: str, value: str) -> str:
    name = strings.FIELDS[field]
    if field in VALUES:
        values = VALUES[field]
        return str(
            st.selectbox(
                name, values, index=values.index(value), format_func=partial(_value_text, field)
            )
        )
    return st.text_input(name, value=value, placeholder=strings.CORRECT_HINTS.get(field))


def _value_text(field: str, value: str) -> str:
    if field == "kind":
        return strings.KINDS[Kind(value)].lower()
    return strings.ADJUSTED[Status(value)] if value else strings.NOT_FOUND_FIELD


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


def _confirm_removal(document: Document) -> None:
    st.markdown(f"**{literal(document.minutes.title)}**")
    told = removal.removal(
        document,
        edits=len(backend.edits(document.id)),
        corrections=len(correcting.corrected(document.minutes)),
        uploads=uploads.folder(backend.as_started()),
    )
    linked.draw(report.points(told), key="removal")
    every_trace = visitor.may_with(Act.PURGE, document.minutes.body) and st.checkbox(
        strings.REMOVE_TRACES, help=strings.REMOVE_TRACES_HELP
    )
    yes, no = st.columns(2)
    if no.button(strings.REMOVE_NO, width="stretch"):
        st.rerun()
    if yes.button(strings.REMOVE_YES, icon=":material/delete:", width="stretch"):
        with st.spinner(strings.REMOVING):
            changing.remove(document.id, every_trace=every_trace)
        state.put_note(strings.REMOVED.format(title=document.minutes.title))
        st.query_params.pop(MEETING_PARAMETER, None)
        state.close_source()
        st.rerun()
