"""The page Bevaka: the subjects one follows, and what is new of each."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from rag.errors import MinutesError
from rag.topics.values import TopicSummary
from ui import local, strings
from ui.backends import across, backend
from ui.contracts.across import topic_json
from ui.drawing import frame, meeting, topic_rows
from ui.drawing.markup import literal
from ui.exports.across_papers import news_paper
from ui.exports.formats import Format
from ui.said import said
from ui.widgets import attempt, export_menu, linked, panel, state

LONGEST = 200


def show() -> None:
    """Show what is new of the subjects followed, and where to follow another."""
    if not backend.meetings():
        st.html(frame.empty())
        return
    panel.beside(_page)


def _page() -> None:
    st.title(strings.FOLLOW_TITLE, anchor=False)
    st.html(frame.lead(strings.FOLLOW_LEAD))
    _form()
    if not across.followed():
        example = strings.TOPIC_SUBJECT_HINT
        st.html(meeting.notice(strings.FOLLOW_EMPTY.format(example=example)))
        return
    with st.spinner(strings.TOPIC_READING):
        found = across.news()
    _buttons([told for told in found if told.meetings])
    for told in sorted(found, key=lambda told: (not told.meetings, local.collation(told.topic))):
        _topic(told)


def _form() -> None:
    form = st.form("follow-form", border=False, clear_on_submit=True)
    row = form.container(horizontal=True, vertical_alignment="bottom")
    topic = row.text_input(
        strings.FOLLOW_SUBJECT, placeholder=strings.TOPIC_SUBJECT_HINT, max_chars=LONGEST
    )
    is_sent = row.form_submit_button(strings.FOLLOW_ADD, type="primary")
    if is_sent and not topic.strip():
        st.info(strings.TOPIC_MISSING)
    elif is_sent:
        try:
            told = across.follow(topic)
        except MinutesError as error:
            st.error(literal(said(str(error))))
        else:
            st.success(literal(topic_rows.followed(told)))


def _buttons(fresh: Sequence[TopicSummary]) -> None:
    """Show what can be done with all that is new."""
    if not fresh:
        return
    bar = st.container(horizontal=True, vertical_alignment="center")
    with bar.popover(strings.EXPORT, icon=":material/download:"):
        export_menu.offer(strings.FOLLOW_NAME, partial(_content, fresh))
    if len(fresh) > 1:
        bar.button(
            strings.FOLLOW_SEEN_ALL,
            on_click=attempt.told(across.see),
            args=[told.topic for told in fresh],
            type="tertiary",
            icon=":material/done_all:",
        )


def _content(fresh: Sequence[TopicSummary], kind: Format) -> str | bytes:
    return export_menu.made(
        lambda now: news_paper(fresh, created=now),
        lambda: [topic_json(told) for told in fresh],
        kind,
    )


def _topic(told: TopicSummary) -> None:
    """Show what is new of one subject, or at a wish all there is of it."""
    topic = told.topic
    st.header(literal(local.capital(topic)), anchor=False, divider="gray")
    bar = st.container(horizontal=True, vertical_alignment="center")
    bar.caption(topic_rows.fresh(told))
    if told.meetings:
        bar.button(
            strings.FOLLOW_SEEN,
            on_click=attempt.told(across.see),
            args=(topic,),
            key=f"see-{topic}",
            type="tertiary",
            icon=":material/done:",
        )
    is_whole = bar.toggle(strings.FOLLOW_WHOLE, key=f"whole-{topic}")
    bar.button(
        strings.FOLLOW_REMOVE,
        on_click=attempt.told(across.unfollow),
        args=(topic,),
        key=f"remove-{topic}",
        help=strings.FOLLOW_REMOVE_LABEL.format(topic=literal(topic)),
        type="tertiary",
        icon=":material/notifications_off:",
    )
    if is_whole or told.meetings:
        whole = across.topic(topic) if is_whole else told
        draw = topic_rows.summary if is_whole else topic_rows.told
        linked.draw(draw(whole), key=f"topic-{topic}", on_open=state.open_source)
