"""The page Fråga: a conversation whose answers lead to the words of the minutes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from rag.errors import MinutesError
from rag.minutes import DocumentId
from rag.results import Answer, Filters, Meeting
from rag.storing.turns import Asked, Interrupted, Outcome, Problem, Turn, Verdict
from ui import strings
from ui.backends import asking, backend, changing, visitor
from ui.backends.awaiting import awaited
from ui.backends.conversations import Talk
from ui.choosing import question_link
from ui.drawing import chips, cited, frame, render, turn
from ui.drawing.markup import literal
from ui.guarding.roles import Act
from ui.said import said
from ui.widgets import limiting, linked, panel, state, talks

QUESTION, HEARD = "question", "question-heard"

Known = Mapping[DocumentId, Meeting]


def show() -> None:
    """Show the conversation, the open source beside it, and the question box."""
    known = backend.known()
    if not known:
        st.html(frame.empty())
        return
    _follow_link()
    panel.beside(partial(_page, known))


def _page(known: Known) -> None:
    _conversation(known)
    # In a container, or Streamlit would scroll past the answer to the foot of the page.
    with st.container(key="ask-box", gap="xsmall"):
        with st.container(key="ask-bar", horizontal=True, vertical_alignment="center"):
            limiting.show(known, asking.check)
            talks.bar(known)
        question = st.chat_input(strings.ASK_PLACEHOLDER, key=QUESTION, on_submit=_submit)
    if question and not st.session_state.pop(HEARD, False):
        # The page was open while the server was started anew, which knew no `_submit` yet.
        state.put_question(question)
        st.rerun()


def _submit() -> None:
    state.put_question(st.session_state[QUESTION])
    st.session_state[HEARD] = True


def _follow_link() -> None:
    link = dict(st.query_params)
    if not state.is_new_link(repr(link)):
        return
    try:
        asked = question_link.read({name: st.query_params.get_all(name) for name in link})
    except MinutesError as error:
        st.error(literal(said(str(error))))
        return
    if chips.labels(asked.filters, {}):
        state.put_filters(replace(asked.filters, without=()))
    if asked.question:
        state.put_asked(asked)
    if "doc" in link:
        state.open_source(cited.place(link["doc"], link.get("start"), link.get("end")))


def _conversation(known: Known) -> None:
    asked = state.take_asked()
    talk = talks.current()
    if asked:
        talk.catch_up()
    welcome = st.empty()  # cleared at once, or it would stand below an answer while that is written
    if not talk.turns and not asked:
        with welcome.container():
            _welcome(known)
    last = len(talk.turns) - 1 if talks.is_taken_up() and not asked else None
    for number, value in enumerate(talk.turns):
        _turn(talk, number, value, known, is_new=number == last)
    if asked:
        _answer(talk, asked, known)
    talks.show_address()
    if talk.problem:
        st.warning(literal(said(talk.problem)))


def _answer(talk: Talk, asked: Asked, known: Known) -> None:
    """Ask, show what is written of the answer so far, and keep what it becomes."""
    earlier = talk.answers
    number = talk.begin(asked)
    talks.show_address()  # a page that is reloaded meanwhile finds the question
    drafts, stop = st.empty(), st.empty()
    with drafts.container():
        st.html(render.asking(asked.question))
    if backend.settings().llm:  # an extract is there before anyone could stop it
        stop.button(strings.ASK_STOP, icon=":material/stop:", key="stop")
    outcome: Outcome = Interrupted()
    try:
        for count, answer in enumerate(_answers(asked, earlier)):
            # The run after a click on "stop" may begin before this one has ended.
            outcome = replace(answer, notes=(*answer.notes, strings.ASK_STOPPED))
            talk.hold(number, outcome)
            if answer.model != render.EXTRACTIVE:
                _draft(drafts, Turn(asked=asked, outcome=answer), count, known)
        outcome = answer
    except MinutesError as error:
        outcome = Problem(sentence=str(error))
    finally:  # also when it is stopped
        talk.settle(number, outcome)
    drafts.empty()
    stop.empty()
    _turn(talk, number, talk.turns[number], known, is_new=True)


def _answers(asked: Asked, earlier: Sequence[Answer]) -> Iterator[Answer]:
    """Yield the answer as it is written; a click on anything stops a language model's."""
    answers = asking.answers(asked, earlier)
    if not backend.settings().llm:
        return answers
    # Streamlit stops a run that was clicked away when the session is looked at.
    return awaited(answers, lambda: QUESTION in st.session_state)


def _draft(drafts: DeltaGenerator, value: Turn, count: int, known: Known) -> None:
    with drafts.container():
        linked.draw(turn.draft(value, known), key=f"draft-{count}")


def _turn(talk: Talk, number: int, value: Turn, known: Known, *, is_new: bool = False) -> None:
    is_last = number == len(talk.turns) - 1
    key, explained = f"turn-{number}", turn.explained_by(talk.turns[:number])
    linked.draw(
        state.drawn_once(key, turn.turn, value, known, explained, visitor.may(Act.EVALUATE)),
        key=key,
        on_open=state.open_source,
        on_act=partial(act, talk, number),
        reveal=is_new,
    )
    answer = value.outcome
    if is_last and isinstance(answer, Answer) and answer.understood.carried:
        st.button(
            strings.ASK_AS_WRITTEN,
            key=f"as-written-{number}",
            help=strings.ASK_AS_WRITTEN_HELP,
            on_click=_again,
            args=(talk, number),
            kwargs={"as_written": True},
            type="tertiary",
            icon=":material/undo:",
        )


def act(talk: Talk, number: int, wanted: str, _: str = "", text: str = "") -> None:
    """Do what was clicked under an answer, by the words of `ui.drawing.turn`."""
    answer = talk.turns[number].outcome
    match wanted:
        case turn.GOOD:
            talk.judge(number, Verdict(is_good=True))
        case turn.BAD:
            talk.judge(number, Verdict(is_good=False, reason=text))
        case turn.AGAIN:
            _again(talk, number)
        case chips.WITHOUT:
            _again(talk, number, without=text)
        case turn.SAVE if isinstance(answer, Answer):
            _save(answer, talk.turns[number].asked.filters)


def _again(talk: Talk, number: int, *, without: str = "", as_written: bool = False) -> None:
    """Ask a question again, not limited to what it is to be *without*."""
    asked = talk.take_back(number)
    limits = asked.filters
    if without:
        limits = replace(limits, without=(*limits.without, without))
    state.put_asked(replace(asked, filters=limits, as_written=as_written or asked.as_written))


def _save(answer: Answer, filters: Filters) -> None:
    """Save the question as a test, and say where; the answer stays as it is."""
    try:
        path = changing.save_as_test(answer, filters)
    except MinutesError as error:
        st.toast(literal(said(str(error))), icon=":material/error:")
    else:
        st.toast(literal(strings.ASK_SAVED.format(path=path)), icon=":material/bookmark_added:")


def _welcome(known: Known) -> None:
    st.html(frame.welcome())
    suggested = backend.suggestions(list(known.values()))
    if suggested:
        st.html(frame.label(strings.ASK_SUGGESTIONS))
    for question in suggested:
        st.button(literal(question), on_click=state.put_question, args=(question,))
