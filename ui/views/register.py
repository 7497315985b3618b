"""The page Register: all decisions and tasks, and the course of a matter."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from rag.errors import MinutesError
from rag.registers.values import (
    ActionRegister,
    DecisionRegister,
    TaskStatus,
)
from rag.words import fold
from ui import backend, frame, linked, meeting, panel, register_rows, state, strings, swedish
from ui.exports.formats import Format
from ui.exports.register_tables import action_table, decision_table
from ui.exports.writers import MIME, written_table
from ui.markup import Html, literal

MATTER_PARAMETER = "arende"
PER_PAGE = 50


def show() -> None:
    """Show the matter that the address names, or a register."""
    known = backend.meetings()
    if not known:
        st.html(frame.empty())
        return
    matter = st.query_params.get(MATTER_PARAMETER)
    page = partial(_matter, matter) if matter else _registers
    panel.beside(page, backend.assistant().document)


def _registers() -> None:
    st.title(strings.REGISTER_TITLE, anchor=False)
    kind = st.segmented_control(
        strings.REGISTER_KIND,
        list(strings.REGISTER_KINDS),
        default=strings.REGISTER_KINDS[0],
        required=True,
        key="register-kind",
        label_visibility="collapsed",
    )
    bodies = sorted({one.body for one in backend.meetings() if one.body}, key=swedish.collation)
    which, search = st.columns([2, 3])
    body = which.selectbox(
        strings.FIELDS["body"], bodies, index=None, placeholder=strings.REGISTER_ALL
    )
    query = search.text_input(strings.REGISTER_SEARCH, placeholder=strings.REGISTER_SEARCH_HINT)
    if kind == strings.DECISIONS:
        _decisions(body, query)
    else:
        _tasks(body, query)


def _decisions(body: str | None, query: str) -> None:
    register = backend.decisions(body)
    rows = [
        row
        for row in _newest_first(register.rows)
        if _has(query, row.statement.text, row.item, row.registration_number)
    ]
    found = replace(register, rows=tuple(rows))
    _export(strings.DECISIONS, found, lambda kind: _table(found, kind))
    _paged(rows, lambda shown: register_rows.decisions(shown, register.citations))


def _tasks(body: str | None, query: str) -> None:
    status = st.pills(strings.REGISTER_STATUS, list(TaskStatus), key="register-status")
    register = backend.tasks(body)
    rows = [
        row
        for row in _newest_first(register.rows)
        if status in {None, row.status} and _has(query, row.statement.text, row.item, row.who)
    ]
    found = replace(register, rows=tuple(rows))
    _export(strings.ACTIONS, found, lambda kind: _table(found, kind))
    _paged(rows, lambda shown: register_rows.tasks(shown, register.citations))


def _table(found: DecisionRegister | ActionRegister, kind: Format) -> str | bytes:
    if isinstance(found, DecisionRegister):
        return written_table(decision_table(found), kind, title=strings.DECISIONS)
    return written_table(action_table(found), kind, title=strings.ACTIONS)


def _newest_first(rows: Iterable[Any]) -> list[Any]:
    """Return *rows* by their meetings' days; those of a meeting stay in order."""
    return sorted(
        rows, key=lambda row: row.meeting.date.iso if row.meeting.date else "", reverse=True
    )


def _has(query: str, *texts: str | None) -> bool:
    searched = fold(" ".join(filter(None, texts)))
    return all(word in searched for word in fold(query).split())


def _paged(rows: Sequence[Any], draw: Callable[[Sequence[Any]], Html]) -> None:
    if not rows:
        st.html(meeting.notice(strings.REGISTER_NONE))
        return
    # The numbers stand below the list, so the page chosen is read before it is drawn.
    drawn, turn = st.container(), st.container()
    pages = -(-len(rows) // PER_PAGE)
    page = turn.pagination(pages, key="register-page") if pages > 1 else 1
    with drawn:
        shown = rows[(page - 1) * PER_PAGE : page * PER_PAGE]
        linked.draw(draw(shown), key="register", on_open=_open)


def _export(
    name: str,
    found: DecisionRegister | ActionRegister,
    write: Callable[[Format], str | bytes],
) -> None:
    bar = st.container(horizontal=True, vertical_alignment="center")
    count = swedish.number(len(found.rows))
    bar.caption(strings.REGISTER_COUNT.format(name=name.lower(), count=count))
    for kind in (Format.CSV, Format.XLSX):
        bar.download_button(
            strings.EXPORT_FORMATS[kind],
            data=partial(write, kind),
            file_name=f"{name}.{kind}",
            mime=MIME[kind],
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
            key=f"register-{kind}",
        )


def _open(target: str) -> None:
    """Follow a click: to a matter, to another status of a task, or to a place in the text."""
    if target.startswith(register_rows.MATTER):
        st.query_params[MATTER_PARAMETER] = target.removeprefix(register_rows.MATTER)
        state.close_source()
    elif target.startswith((register_rows.DONE, register_rows.REOPENED)):
        act, _, key = target.partition("=")
        try:
            backend.mark_task(*key.split(":"), done=f"{act}=" == register_rows.DONE)
        except MinutesError as error:
            st.toast(literal(str(error)), icon=":material/error:")
    else:
        state.open_source(target)


def _close() -> None:
    st.query_params.clear()
    state.close_source()


def _matter(matter: str) -> None:
    st.button(strings.REGISTER_BACK, on_click=_close, type="tertiary", icon=":material/arrow_back:")
    found = backend.timelines(matter)
    if not found:
        st.html(meeting.notice(strings.TIMELINE_NONE.format(matter=matter)))
        return
    st.caption(literal(strings.TIMELINE_LEAD))
    linked.draw(register_rows.joined(found), key="timeline", on_open=_open)
