"""Show what many meetings told of a subject that the user asks for, as the address keeps it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from rag.results import Filters
from rag.topics.values import TopicSummary
from ui import local, strings
from ui.asked import FilterFields, to_filters
from ui.backends import across, backend
from ui.choosing import matters
from ui.contracts.across import topic_json
from ui.drawing import frame, topic_rows
from ui.drawing.markup import literal
from ui.exports.across_papers import topic_paper
from ui.exports.formats import Format
from ui.widgets import attempt, export_menu, linked, state

# What the address calls the subject, its first and last day, and that it is told by speaker.
SUBJECT = "amne"
FIRST = "fran"
LAST = "till"
BY_ACTOR = "vem"
LONGEST = 200
SUGGESTED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A subject, and which meetings are to tell of it."""

    subject: str
    first: str
    last: str
    by_actor: bool

    def filters(self) -> Filters:
        """Return which meetings are meant.

        Raises:
            FilterError: a date cannot be read, or the first day is after the last.
        """
        period = {"from": self.first or None, "to": self.last or None}
        return to_filters(FilterFields(**period), backend.assistant().find)


def show() -> None:
    """Show the form, and what was asked for with it."""
    asked = Asked(
        subject=st.query_params.get(SUBJECT, ""),
        first=st.query_params.get(FIRST, ""),
        last=st.query_params.get(LAST, ""),
        by_actor=BY_ACTOR in st.query_params,
    )
    if wanted := _form(asked):
        asked = wanted
    if not asked.subject:
        _suggestions()
        return
    with st.spinner(strings.TOPIC_READING):
        told = across.topic(asked.subject, asked.filters(), by_actor=asked.by_actor)
    st.header(literal(local.capital(told.topic)), anchor=False)
    _buttons(told)
    linked.draw(topic_rows.summary(told), key="topic", on_open=state.open_source)
    if told.near:
        st.caption(strings.TOPIC_NEAR)
        _offer(told.near)


def _form(asked: Asked) -> Asked | None:
    """Show the form with what was *asked*; return what is asked now, when it is sent."""
    with st.form("topic-form", border=False):
        subject, first, last = st.columns([4, 1, 1])
        row = st.container(horizontal=True, vertical_alignment="center")
        wanted = Asked(
            subject=subject.text_input(
                strings.TOPIC_SUBJECT,
                value=asked.subject,
                placeholder=strings.TOPIC_SUBJECT_HINT,
                max_chars=LONGEST,
            ).strip(),
            first=first.text_input(
                strings.FROM, value=asked.first, placeholder=strings.DAY_HINT
            ).strip(),
            last=last.text_input(
                strings.TO, value=asked.last, placeholder=strings.DAY_HINT
            ).strip(),
            by_actor=row.checkbox(strings.TOPIC_BY_ACTOR, value=asked.by_actor),
        )
        is_sent = row.form_submit_button(strings.TOPIC_BUTTON, type="primary")
    if not is_sent:
        return None
    if not wanted.subject:
        st.info(strings.TOPIC_MISSING)
    _keep(wanted)
    return wanted


def _keep(asked: Asked) -> None:
    """Let the address lead to what is *asked*."""
    kept = {
        SUBJECT: asked.subject,
        FIRST: asked.first,
        LAST: asked.last,
        BY_ACTOR: "1" if asked.by_actor else "",
    }
    st.query_params.from_dict({name: value for name, value in kept.items() if value})


def _suggestions() -> None:
    most = matters.ordered(across.matters(), matters.MOST)
    if titles := [one.title for one in most[:SUGGESTED]]:
        st.html(frame.label(strings.TOPIC_SUGGESTIONS))
        _offer(titles)


def _offer(subjects: Sequence[str]) -> None:
    row = st.container(horizontal=True)
    for subject in dict.fromkeys(subjects):
        row.button(literal(subject), on_click=_open, args=(subject,))


def _open(subject: str) -> None:
    st.query_params.from_dict({SUBJECT: subject})
    state.close_source()


def _buttons(told: TopicSummary) -> None:
    bar = st.container(horizontal=True, vertical_alignment="center")
    if told.meetings:
        with bar.popover(strings.EXPORT, icon=":material/download:"):
            name = strings.TOPIC_NAME.format(topic=told.topic)
            export_menu.offer(name, partial(_content, told))
    bar.button(
        strings.TOPIC_FOLLOW,
        on_click=attempt.told(_follow),
        args=(told.topic,),
        type="tertiary",
        icon=":material/notifications:",
    )


def _content(told: TopicSummary, kind: Format) -> str | bytes:
    return export_menu.made(
        lambda now: topic_paper(told, created=now), lambda: topic_json(told), kind
    )


def _follow(subject: str) -> None:
    told = across.follow(subject)
    st.toast(literal(topic_rows.followed(told)), icon=":material/notifications:")
