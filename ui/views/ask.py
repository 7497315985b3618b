"""The page Fråga: a conversation whose answers lead to the words of the minutes."""

from collections.abc import Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from rag.errors import MinutesError
from rag.minutes import DocumentId
from rag.results import Answer, Meeting
from ui import backend, cited, frame, linked, panel, render, state, strings
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
    if state.ASK in link:
        state.put_question(link[state.ASK])
    if "doc" in link:
        state.open_source(cited.place(link["doc"], link.get("start"), link.get("end")))


def _conversation(known: Mapping[DocumentId, Meeting]) -> None:
    pending = state.take_question()
    asked = pending.question
    if not state.turns() and not asked:
        _welcome(known)
    for number, turn in enumerate(state.turns()):
        st.html(render.question(turn.question))
        _outcome(turn.outcome, known, number)
    if asked:
        st.html(render.question(asked))
        draft = st.empty()
        with st.spinner(strings.ASK_SEARCHING):
            turn = state.Turn(question=asked, outcome=_ask(pending, draft, known))
        draft.empty()
        state.turns().append(turn)
        _outcome(turn.outcome, known, len(state.turns()) - 1)
    state.show_address()
    if state.turns():
        st.button(
            strings.ASK_NEW, on_click=state.forget_turns, type="tertiary", icon=":material/add:"
        )


def _ask(
    asked: state.Pending, draft: DeltaGenerator, known: Mapping[DocumentId, Meeting]
) -> Answer | state.Problem:
    """Return what a question got; what a language model has written so far stands in *draft*."""
    answers = (turn.outcome for turn in state.turns() if isinstance(turn.outcome, Answer))
    earlier = [] if asked.as_written else list(answers)
    try:
        for number, answer in enumerate(
            backend.assistant().ask_streaming(asked.question, earlier=earlier)
        ):
            outcome = answer
            if answer.model != render.EXTRACTIVE:
                with draft.container():
                    linked.draw(render.answer(answer, known), key=f"draft-{number}")
    except MinutesError as error:
        return state.Problem(sentence=str(error))
    return outcome


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
    if outcome.understood.carried and number == len(state.turns()) - 1:
        st.button(
            strings.ASK_AS_WRITTEN,
            key=f"as-written-{number}",
            help=strings.ASK_AS_WRITTEN_HELP,
            on_click=state.ask_as_written,
            type="tertiary",
            icon=":material/undo:",
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
