"""The page Fråga: a conversation whose answers lead to the words of the minutes."""

from collections.abc import Mapping

import streamlit as st

from rag.errors import MinutesError
from rag.minutes import DocumentId
from rag.results import Answer, Meeting
from ui import backend, frame, linked, panel, render, state, strings
from ui.markup import literal

QUESTION = "question"


def show() -> None:
    """Show the conversation, the open source beside it, and the question box."""
    meetings = backend.meetings()
    if not meetings:
        st.html(frame.empty())
        return
    _follow_link()
    known = {meeting.document_id: meeting for meeting in meetings}
    panel.beside(lambda: _page(known), backend.assistant().document)


def _page(known: Mapping[DocumentId, Meeting]) -> None:
    _conversation(known)
    # In a container, or Streamlit would scroll past the answer to the foot of the page.
    with st.container(key="ask-box"):
        st.chat_input(strings.ASK_PLACEHOLDER, key=QUESTION, on_submit=_submit)


def _submit() -> None:
    state.put_question(st.session_state[QUESTION])


def _follow_link() -> None:
    link = dict(st.query_params)
    if not state.is_new_link(repr(link)):
        return
    if "q" in link:
        state.put_question(link["q"])
    if "doc" in link:
        state.open_source(render.place(link["doc"], link.get("start"), link.get("end")))


def _conversation(known: Mapping[DocumentId, Meeting]) -> None:
    asked = state.take_question()
    if not state.turns() and not asked:
        _welcome(known)
    for number, turn in enumerate(state.turns()):
        st.html(render.question(turn.question))
        _outcome(turn.outcome, known, number)
    if asked:
        st.html(render.question(asked))
        with st.spinner(strings.ASK_SEARCHING):
            turn = state.Turn(question=asked, outcome=_ask(asked))
        state.turns().append(turn)
        _outcome(turn.outcome, known, len(state.turns()) - 1)
    if state.turns():
        st.button(
            strings.ASK_NEW, on_click=state.forget_turns, type="tertiary", icon=":material/add:"
        )


def _ask(question: str) -> Answer | state.Problem:
    try:
        return backend.assistant().ask(question)
    except MinutesError as error:
        return state.Problem(sentence=str(error))


def _outcome(
    outcome: Answer | state.Problem, known: Mapping[DocumentId, Meeting], number: int
) -> None:
    if isinstance(outcome, state.Problem):
        st.error(literal(outcome.sentence))
        return
    linked.draw(
        render.answer(outcome, known),
        key=f"turn-{number}",
        on_open=state.open_source,
        reveal=number == len(state.turns()) - 1,
    )
    if st.button(
        strings.ASK_SAVE,
        key=f"save-{number}",
        help=strings.ASK_SAVE_HELP,
        type="tertiary",
        icon=":material/bookmark_add:",
    ):
        _save(outcome)


def _save(answer: Answer) -> None:
    """Save the question as a test, and say where; the answer stays as it is."""
    try:
        path = backend.save_as_test(answer)
    except MinutesError as error:
        st.error(literal(str(error)))
    else:
        st.toast(literal(strings.ASK_SAVED.format(path=path)), icon=":material/bookmark_added:")


def _welcome(known: Mapping[DocumentId, Meeting]) -> None:
    st.html(frame.welcome())
    suggested = backend.suggestions(list(known.values()))
    if suggested:
        st.html(frame.label(strings.ASK_SUGGESTIONS))
    for question in suggested:
        st.button(literal(question), on_click=state.put_question, args=(question,))
