"""The page Register: all decisions and tasks, chosen, marked and exported."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import streamlit as st

from rag.registers.values import ActionRegister, DecisionRegister, TaskStatus
from rag.results import Filters, Meeting
from ui import local, strings
from ui.asked import FilterFields, to_filters
from ui.backends import across, backend, visitor
from ui.choosing import registers
from ui.choosing.registers import Choice
from ui.drawing import frame, meeting, register_rows
from ui.drawing.addresses import MATTER_PARAMETER
from ui.drawing.markup import Html
from ui.exports.formats import Format
from ui.exports.register_tables import action_table, decision_table
from ui.exports.writers import MIME, written_table
from ui.guarding.audit import Deed
from ui.guarding.roles import Act
from ui.language import Language, told
from ui.widgets import attempt, linked, matter_course, panel

PER_PAGE = 50


def show() -> None:
    """Show the matter that the address names, or a register."""
    if not backend.meetings():
        st.html(frame.empty())
        return
    matter = st.query_params.get(MATTER_PARAMETER)
    panel.beside(partial(_matter, matter) if matter else _registers)


def _matter(matter: str) -> None:
    matter_course.show(matter, back=strings.REGISTER_BACK)


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
    is_of_tasks = kind == strings.ACTIONS
    query = st.text_input(strings.REGISTER_SEARCH, placeholder=strings.REGISTER_SEARCH_HINT)
    with st.expander(strings.REGISTER_FILTERS, icon=":material/filter_list:"):
        filters, who = _filters(is_of_tasks=is_of_tasks)
    with st.spinner(strings.REGISTER_READING):
        meetings = None if filters == Filters() else across.admitted(filters)
        choice = Choice(meetings=meetings, query=query, who=who)
        _tasks(choice) if is_of_tasks else _decisions(choice)


def _filters(*, is_of_tasks: bool) -> tuple[Filters, str]:
    """Show what limits a register; return which meetings, and whose tasks."""
    bodies = sorted({one.body for one in backend.meetings() if one.body}, key=local.collation)
    body = st.selectbox(
        strings.FIELDS["body"], bodies, index=None, placeholder=strings.REGISTER_ALL
    )
    label = strings.REGISTER_WHO if is_of_tasks else strings.REGISTER_PERSON
    person, first, last = st.columns([2, 1, 1])
    name = person.text_input(label, placeholder=strings.REGISTER_PERSON_HINT).strip()
    period = {
        "from": first.text_input(strings.FROM, placeholder=strings.DAY_HINT).strip() or None,
        "to": last.text_input(strings.TO, placeholder=strings.DAY_HINT).strip() or None,
    }
    attending = None if is_of_tasks else name or None
    fields = FilterFields(body=body, person=attending, **period)
    return to_filters(fields, backend.assistant().find), name if is_of_tasks else ""


def _decisions(choice: Choice) -> None:
    register = across.decisions()
    found = registers.decisions(register, choice)
    counted = _counted(len(found.rows), len(register.rows), strings.DECISION_FORMS)
    _export(strings.DECISIONS, found, counted, partial(_decision_file, found))
    _paged(found.rows, lambda shown: register_rows.decisions(shown, found.citations))


def _tasks(choice: Choice) -> None:
    register = across.tasks()
    found = registers.tasks(register, choice)
    counts = registers.by_status(found.rows)
    status = st.pills(
        strings.REGISTER_STATUS,
        list(TaskStatus),
        format_func=lambda one: strings.REGISTER_STATUS_COUNT.format(
            status=strings.TASK_STATUSES[one].capitalize(), count=local.number(counts.get(one, 0))
        ),
        key="register-status",
    )
    if status:
        found = registers.tasks(found, Choice(status=status))
    counted = _counted(len(found.rows), len(register.rows), strings.TASK_FORMS)
    _export(strings.ACTIONS, found, counted, partial(_task_file, found))
    _paged(
        found.rows,
        lambda shown: register_rows.tasks(shown, found.citations, is_markable=_is_markable),
    )


def _is_markable(meeting: Meeting) -> bool:
    return visitor.may_with(Act.CORRECT, meeting.body)


def _decision_file(found: DecisionRegister, kind: Format) -> str | bytes:
    with told(Language.SWEDISH):
        return written_table(decision_table(found), kind, title=strings.DECISIONS)


def _task_file(found: ActionRegister, kind: Format) -> str | bytes:
    with told(Language.SWEDISH):
        return written_table(action_table(found), kind, title=strings.ACTIONS)


def _paged(rows: Sequence[Any], draw: Callable[[Sequence[Any]], Html]) -> None:
    if not rows:
        st.html(meeting.notice(strings.REGISTER_NONE))
        return
    # The numbers stand below the list, so the page chosen is read before it is drawn.
    drawn, turn = st.container(), st.container()
    pages = -(-len(rows) // PER_PAGE)
    # By the length too: what is chosen anew begins with its first page.
    page = turn.pagination(pages, key=f"register-page-{len(rows)}") if pages > 1 else 1
    with drawn:
        shown = rows[(page - 1) * PER_PAGE : page * PER_PAGE]
        linked.draw(draw(shown), key="register", on_open=_open)


def _counted(shown: int, all_: int, forms: tuple[str, str]) -> str:
    told = strings.REGISTER_COUNT if shown == all_ else strings.REGISTER_COUNT_OF
    return told.format(shown=local.number(shown), all=local.count(all_, forms))


def _export(
    name: str,
    found: DecisionRegister | ActionRegister,
    counted: str,
    write: Callable[[Format], str | bytes],
) -> None:
    bar = st.container(horizontal=True, vertical_alignment="center")
    bar.caption(counted)
    for kind in (Format.CSV, Format.XLSX) if found.rows else ():
        bar.download_button(
            strings.EXPORT_FORMATS[kind],
            data=visitor.handed_out(partial(write, kind), Deed.EXPORTED, kind),
            file_name=f"{name}.{kind}",
            mime=MIME[kind],
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
            key=f"register-{kind}",
        )


def _open(target: str) -> None:
    """Follow a click: to another status of a task, to a matter, or to a place in the text."""
    if not target.startswith((register_rows.DONE, register_rows.REOPENED)):
        matter_course.follow(target)
        return
    act, _, key = target.partition("=")
    change = partial(across.mark_task, done=f"{act}=" == register_rows.DONE)
    attempt.told(change)(*key.split(":"))
