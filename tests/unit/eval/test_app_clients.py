"""Users without browsers read what the server sends, as browsers do."""

import asyncio
import json

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from eval.app_clients import Client

QUESTION = "Vad beslutades om växthuset?"
ADDRESS = "http://127.0.0.1:8123"


class Server:
    """Answers each run with the same messages, and keeps what it was sent."""

    def __init__(self, *messages: ForwardMsg) -> None:
        self.asked: list[BackMsg] = []
        self._messages = [*messages, ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY)]
        self._left: list[ForwardMsg] = []

    async def send(self, message: bytes) -> None:
        self.asked.append(BackMsg.FromString(message))
        self._left = list(self._messages)

    async def recv(self) -> bytes:
        return bytes(self._left.pop(0).SerializeToString())


def box() -> ForwardMsg:
    message = ForwardMsg()
    message.delta.new_element.chat_input.id = "the-box"
    return message


def turn(question: str) -> ForwardMsg:
    message = ForwardMsg(hash="abc")
    message.metadata.cacheable = True
    drawn = f'<h2>{question}</h2><article class="answer">Det byggs.</article>'
    message.delta.new_element.bidi_component.json = json.dumps({"html": drawn})
    return message


def problem() -> ForwardMsg:
    message = ForwardMsg()
    message.delta.new_element.alert.body = "Något gick fel."
    return message


def asked(server: Server) -> float | None:
    async def talk() -> float | None:
        client = Client(server, ADDRESS)
        await client.visit()
        return await client.ask(QUESTION)

    return asyncio.run(talk())


def test_the_answer_is_timed_when_it_comes() -> None:
    took = asked(Server(box(), turn(QUESTION)))

    assert took is not None
    assert took >= 0


def test_another_turn_is_no_answer() -> None:
    assert asked(Server(box(), turn("Vem justerade?"))) is None


def test_a_problem_is_no_answer() -> None:
    assert asked(Server(box(), turn(QUESTION), problem())) is None


def test_the_question_is_written_in_the_box_and_what_was_sent_is_not_wanted_again() -> None:
    server = Server(box(), turn(QUESTION))
    asked(server)
    [_, run] = [message.rerun_script for message in server.asked]

    assert ("the-box", QUESTION) == (
        run.widget_states.widgets[0].id,
        run.widget_states.widgets[0].chat_input_value.data,
    )
    assert ["abc"] == list(run.cached_message_hashes)
