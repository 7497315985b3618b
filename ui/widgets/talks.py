"""Show over the conversation what can be done with it: begin another, open an old one, export."""

from datetime import datetime
from functools import partial
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui import strings
from ui.backends import asking
from ui.backends.conversations import Talk
from ui.backends.visitor import visitor
from ui.contracts.answers import answer_json
from ui.drawing import talk_list
from ui.drawing.chips import Known, labels
from ui.exports.paper import Paper
from ui.exports.talk_paper import talk_paper
from ui.widgets import export_menu, linked, state
from ui.widgets.attempt import told

TALK = "talk"
SEEN = "talk-revision"
ADDRESS = "samtal"
OPEN = "talks"
TAKEN_UP = "talk-taken-up"
LIST_HEIGHT = 380


def current() -> Talk:
    """Return this visitor's conversation; a reloaded page finds it by its address.

    It is read anew when a meeting has come, changed or gone: answers may have gone with it.
    """
    revision = asking.revision()
    if st.session_state.get(SEEN) != revision or TALK not in st.session_state:
        former: Talk | None = st.session_state.get(TALK)
        name = former.id if former else st.query_params.get(ADDRESS, "")
        _hold(name)
        st.session_state[SEEN] = revision
    held: Talk = st.session_state[TALK]
    return held


def is_taken_up() -> bool:
    """Tell, once, whether an earlier conversation was opened, which goes on where it ended."""
    return bool(st.session_state.pop(TAKEN_UP, False))


def show_address() -> None:
    """Let the page's address lead back to this conversation, and ask nothing anew."""
    talk = current()
    wanted = {ADDRESS: talk.id} if talk.turns else {}
    if dict(st.query_params) != wanted:
        st.query_params.from_dict(wanted)


def begin() -> None:
    """Start a new conversation."""
    _hold("")
    state.close_source()


def bar(known: Known) -> None:
    """Show what can be done with the conversation."""
    talk = current()
    with st.container(key="talk-bar", horizontal=True, horizontal_alignment="right", gap="xsmall"):
        if talk.turns:
            st.button(
                strings.ASK_NEW, on_click=begin, type="tertiary", icon=":material/add:", key="new"
            )
            # No rerun: it would make each file's button anew, and a quick click would miss it.
            with _folded(strings.EXPORT, "download", "talk-export", on_change="ignore"):
                _export(talk, known)
        with _folded(strings.TALKS, "history", OPEN, on_change="rerun"):
            _list(talk)


def _folded(
    label: str, icon: str, key: str, *, on_change: Literal["ignore", "rerun"]
) -> DeltaGenerator:
    """Show a button that unfolds what is drawn in it.

    That is drawn before it is unfolded: otherwise it unfolds downwards, where there is no room.
    """
    return st.popover(
        label, icon=f":material/{icon}:", type="tertiary", key=key, on_change=on_change
    )


def _list(talk: Talk) -> None:
    kept = asking.conversations().listed(visitor())
    # As high from the first, so that it unfolds where there is room.
    with st.container(height=LIST_HEIGHT if kept else "content", border=False):
        if not kept or st.session_state[OPEN]:  # it may be long, and is seldom looked at
            drawn = talk_list.talks(kept, talk.id)
            linked.draw(drawn, key="talk-list", on_open=_open, on_act=told(_act))


def _export(talk: Talk, known: Known) -> None:
    st.caption(strings.TALK_EXPORT_LEAD)
    name = talk.turns[0].question

    def paper(now: datetime) -> Paper:
        limits = [tuple(labels(turn.asked.filters, known).values()) for turn in talk.turns]
        return talk_paper(name, talk.turns, limits, created=now)

    make = partial(
        export_menu.made,
        paper,
        lambda: [answer_json(answer) for answer in talk.answers],
    )
    export_menu.offer(name, make, key="export-talk")


def _open(name: str) -> None:
    _hold(name)
    state.close_source()
    st.session_state[OPEN] = False


def _act(act: str, name: str, text: str) -> None:
    kept = asking.conversations()
    if act == talk_list.RENAME:
        kept.rename(name, visitor(), text)
    elif act == talk_list.REMOVE:
        kept.remove(text, visitor())
        if current().id == text:
            begin()


def _hold(name: str) -> None:
    talk = Talk(asking.conversations(), visitor(), asking.own(name))
    former = st.session_state.get(TALK)
    st.session_state[TAKEN_UP] = bool(talk.turns) and (former is None or former.id != talk.id)
    st.session_state[TALK] = talk
