"""The page Lägg till: drop files, see what was understood of them, and confirm it."""

from pathlib import Path, PurePath

import streamlit as st

from ingest.watch import Stamps
from rag.errors import MinutesError
from ui import local, strings
from ui.backends import adding, backend, visitor
from ui.backends.desk import ADDABLE, BUSY, Desk, Phase
from ui.drawing import frame, previews, report
from ui.drawing.markup import literal
from ui.guarding.roles import Act
from ui.said import said
from ui.widgets import linked, state

LOOK_AGAIN_S = 0.7
FOLDER = "watch-folder"
WAS_BUSY = "desk-was-busy"


def show() -> None:
    """Show where to drop files, what became of those dropped, and the folder watched."""
    st.title(strings.ADD_TITLE, anchor=False)
    st.html(frame.lead(strings.ADD_LEAD))
    if note := state.take_note():
        st.toast(literal(note), icon=":material/check:")
    desk = adding.desk()
    st.session_state[adding.NEWS] = 0  # from now on this page tells
    _receive(desk)
    st.fragment(_desk, run_every=LOOK_AGAIN_S if desk.phase in BUSY else None)(desk)
    _watched(desk)


def _receive(desk: Desk) -> None:
    with st.container(key="add-files"):
        files = st.file_uploader(
            strings.ADD_LABEL,
            accept_multiple_files=True,
            max_upload_size=backend.as_started().max_file_mb,
            key=f"files-{desk.round}",
            disabled=desk.phase is Phase.STORING,
        )
    st.caption(report.limits(backend.suffixes(), backend.settings()))
    new = [file for file in files if not desk.has(file.file_id)]
    if new and desk.phase is Phase.DONE:
        desk.clear()
    for file in new:
        try:
            desk.receive(file.file_id, file.name, file.getvalue())
        except MinutesError as error:
            st.error(literal(said(str(error))))
    desk.read()


def _desk(desk: Desk) -> None:
    before = desk.phase
    if desk.problem:
        st.error(literal(said(desk.problem)))
    if before is Phase.DONE:
        _done(desk)
    elif before is not Phase.EMPTY:
        _progress(desk)
        _choices(desk)
    if before not in BUSY and st.session_state.get(WAS_BUSY):
        st.session_state[WAS_BUSY] = False
        st.rerun()
    st.session_state[WAS_BUSY] = before in BUSY


def _progress(desk: Desk) -> None:
    if desk.phase is Phase.READING:
        told = strings.ADD_READING.format(
            done=local.number(len(desk.lines)), files=local.count(desk.total, strings.FILE_FORMS)
        )
        st.progress(len(desk.lines) / max(desk.total, 1), text=told)
    elif desk.phase is Phase.STORING:
        st.progress(desk.stored.done / max(desk.stored.total, 1), text=_storing(desk))
    if desk.phase in BUSY:
        st.caption(strings.ADD_LEAVE)


def _storing(desk: Desk) -> str:
    stored = desk.stored
    if stored.done == stored.total:
        return strings.ADD_SAVING
    return strings.ADD_STORING.format(
        done=stored.done, total=stored.total, source=literal(PurePath(stored.source).name)
    )


def _choices(desk: Desk) -> None:
    """Show each file, and what can be done with them all."""
    idle = desk.phase is Phase.READY
    can_choose = any(line.standing in ADDABLE for line in desk.lines)
    if idle:
        total = local.count(len(desk.lines), strings.FILE_FORMS)
        st.markdown(strings.ADD_FOUND.format(chosen=len(desk.chosen), total=total))
    with st.container(key="add-bar", horizontal=True, vertical_alignment="center"):
        _buttons(desk, idle=idle, can_choose=can_choose)
    lines = [
        (number, line, number not in desk.left_out if line.standing in ADDABLE else None)
        for number, line in enumerate(desk.lines)
    ]
    linked.draw(previews.lines(lines), key="previews", on_open=lambda target: _toggle(desk, target))


def _buttons(desk: Desk, *, idle: bool, can_choose: bool) -> None:
    if desk.phase is Phase.READING and st.button(strings.ADD_STOP, icon=":material/stop:"):
        desk.stop()
    if not idle:
        return
    if can_choose:
        if st.button(strings.ADD_BUTTON, type="primary", disabled=not desk.chosen):
            desk.store()
            st.rerun()
        everything = bool(desk.chosen)
        label = strings.ADD_NONE if everything else strings.ADD_ALL
        if len(desk.lines) > 1 and st.button(label, type="tertiary"):
            desk.leave_out(everything=everything)
            st.rerun(scope="fragment")
    label = strings.ADD_CANCEL if can_choose else strings.ADD_CLEAR
    if st.button(label, help=strings.ADD_CANCEL_HELP if can_choose else None, type="tertiary"):
        desk.clear()
        st.rerun()


def _toggle(desk: Desk, target: str) -> None:
    if desk.phase is Phase.READY:
        desk.toggle(int(target.removeprefix(previews.TOGGLE)))


def _done(desk: Desk) -> None:
    if st.button(strings.ADD_MORE, icon=":material/add:"):
        desk.clear()
        st.rerun()
    if desk.report:
        added = previews.added(document for line in desk.chosen for document in line.documents)
        linked.draw(report.report(desk.report, added), key="report")


def _watched(desk: Desk) -> None:
    if not visitor.may(Act.SETTINGS):
        return
    folder = adding.watched().folder
    if not adding.is_own_machine() and not folder:
        return
    with st.expander(strings.WATCH_TITLE, expanded=bool(folder), icon=":material/folder_eye:"):
        st.caption(strings.WATCH_LEAD)
        if adding.is_own_machine():
            _choose_folder(folder)
        if folder:
            _news(desk, folder)
        st.caption(literal(strings.WATCH_COMMAND))


def _choose_folder(folder: str) -> None:
    with st.form("watch", border=False):
        written = st.text_input(
            strings.WATCH_FOLDER,
            value=folder,
            placeholder=strings.WATCH_FOLDER_HINT,
            key=f"{FOLDER}-{folder}",
        )
        if st.form_submit_button(strings.WATCH_SAVE):
            _save(written.strip())


def _save(written: str) -> None:
    try:
        adding.watch_folder(written)
    except MinutesError as error:
        st.error(literal(said(str(error))))
        return
    told = strings.WATCH_SAVED.format(folder=written) if written else strings.WATCH_STOPPED
    state.put_note(told)
    st.rerun()


def _news(desk: Desk, folder: str) -> None:
    try:
        files, present = adding.news()
    except MinutesError as error:
        st.error(literal(said(str(error))))
        return
    waiting = {line.incoming.path for line in desk.lines} if desk.phase is not Phase.DONE else set()
    new = [file for file in files if file not in waiting]
    if not new:
        st.caption(literal(strings.WATCH_NO_NEWS.format(folder=folder)))
        return
    count = local.count(len(new), strings.FILE_FORMS)
    st.info(literal(strings.WATCH_NEWS.format(count=count, folder=folder)))
    if st.button(strings.WATCH_READ, type="primary", icon=":material/sync:"):
        _read_folder(desk, new, present)


def _read_folder(desk: Desk, new: list[Path], present: Stamps) -> None:
    if desk.phase is Phase.DONE:
        desk.clear()
    desk.receive_folder(new, present)
    desk.read()
    st.rerun()
