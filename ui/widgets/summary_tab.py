"""Show a meeting's summary beside its text, to be checked, edited and handed on."""

from dataclasses import replace
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from rag.edits import Act, edit, edited, in_force
from rag.minutes import Document, DocumentId
from rag.summaries import Length, Summary
from ui import strings
from ui.backends import backend, changing, visitor
from ui.drawing import reading, summary
from ui.guarding.roles import Act as Permitted
from ui.widgets import attempt, beside, export_menu, linked, state

STYLE = "summary-style"


def show(document: Document) -> None:
    """Show the summary of *document* with what the user did to its lines, and the text beside."""
    bar = st.container(key="summary-bar", horizontal=True, vertical_alignment="center")
    length = bar.segmented_control(
        strings.SUMMARY_LENGTH,
        list(Length),
        default=Length.NORMAL,
        required=True,
        format_func=strings.LENGTHS.__getitem__,
        key="summary-length",
        label_visibility="collapsed",
    )
    if backend.settings().llm and _is_to_be_worded(bar):
        _word(document.id, length)
    made = state.worded().get((document.id, length)) or backend.summarise(document.id, length)
    edits = backend.edits(document.id)
    found = in_force(made, edits)
    final = edited(made, edits)
    may_edit = visitor.may_with(Permitted.CORRECT, document.minutes.body)
    _buttons(bar, document.id, length, final, may_edit=may_edit)
    st.caption(strings.SUMMARY_HINT)
    standing = edited(made, [one for one in found.values() if one.act is not Act.STRUCK])
    beside.draw(
        summary.summary(replace(standing, notes=final.notes), found if may_edit else None),
        reading.with_places(document, summary.places(standing)),
        key="summary",
        on_act=partial(_act, document.id, made),
    )


def _buttons(
    bar: DeltaGenerator, document: DocumentId, length: Length, final: Summary, *, may_edit: bool
) -> None:
    with bar.popover(strings.EXPORT, icon=":material/download:"):
        export_menu.show(final)
    bar.button(
        strings.SUMMARY_ANEW,
        on_click=_make_anew,
        args=(document, length),
        help=strings.SUMMARY_ANEW_HELP,
        type="tertiary",
        icon=":material/refresh:",
    )
    if not may_edit:
        return
    bar.button(
        strings.SUMMARY_UNDO,
        on_click=attempt.told(_undo),
        args=(document,),
        help=strings.SUMMARY_UNDO_HELP,
        disabled=not state.edited(document),
        type="tertiary",
        icon=":material/undo:",
    )


def _make_anew(document: DocumentId, length: Length) -> None:
    state.worded().pop((document, length), None)
    backend.forget_summary(document, length)


def _act(document: DocumentId, made: Summary, line: str, act: str, text: str) -> None:
    attempt.told(_keep)(document, made, line, act, text)


def _keep(document: DocumentId, made: Summary, line: str, act: str, text: str) -> None:
    before = in_force(made, backend.edits(document)).get(line)
    if act == summary.UNDO and before:
        line = before.line  # the sentence may have stood in another part when it was edited
        changing.take_back_edit(document, line)
    elif act != summary.UNDO:
        changing.keep_edit(document, edit(made, line, Act(act), text))
    own = before if before and before.line == line else None
    state.edited(document).append(state.Before(line, own))


def _undo(document: DocumentId) -> None:
    if not (done := state.edited(document)):
        return
    last = done[-1]
    if last.edit is None:
        changing.take_back_edit(document, last.line)
    else:
        changing.keep_edit(document, last.edit)
    done.pop()


def _is_to_be_worded(bar: DeltaGenerator) -> bool:
    """Show what lets the language model word the summary; tell whether that was clicked."""
    with bar.popover(strings.WORDING, icon=":material/edit_note:"):
        st.text_input(strings.WORDING_STYLE, placeholder=strings.WORDING_STYLE_HINT, key=STYLE)
        return st.button(strings.WORDING_START, type="primary", width="stretch")


def _word(document: DocumentId, length: Length) -> None:
    """Show the summary as the language model words it; a click on anything stops that."""
    st.button(strings.WORDING_STOP, icon=":material/stop:")
    drawn = st.empty()
    with st.spinner(strings.WORDING_UNDER_WAY):
        style = st.session_state.get(STYLE) or None
        for number, part in enumerate(backend.wording(document, length, style)):
            state.worded()[document, length] = part
            with drawn.container():
                linked.draw(summary.summary(part), key=f"worded-{number}")
    st.rerun()
