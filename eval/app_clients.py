"""Be many users of the app at once, without browsers: speak with the server as they do.

Browsers draw, and on the machine that serves them that costs more than the serving. These ask and
read each message, so that what is measured is the server.
"""

import asyncio
import json
import secrets
import time
from collections.abc import Sequence
from typing import Any

LONGEST_S = 30.0
"""How long an answer may take before it counts as an error."""

STREAM = "/_stcore/stream"
COOKIE = "motesminne_besokare"
KEPT = 8
"""So many messages are remembered, as a browser does, and need not be sent again."""

COMPONENT, BOX = "bidi_component", "chat_input"
ANSWER = 'class="answer"'
PROBLEMS = {"alert", "exception"}


class Client:
    """A visitor with one tab open on the page Fråga."""

    def __init__(self, stream: Any, address: str) -> None:
        self._stream = stream
        self._address = address
        self._query = self._script = self._box = ""
        self._hashes: list[str] = []

    async def visit(self) -> None:
        """Let the first page be drawn."""
        await self._run("")

    async def ask(self, question: str) -> float | None:
        """Return the milliseconds until the answer, which has come whole; `None` for an error."""
        try:
            return await asyncio.wait_for(self._run(question), LONGEST_S)
        except TimeoutError:
            return None

    async def _run(self, question: str) -> float | None:
        """Let the page be drawn anew; tell when the turn with *question* came."""
        start = time.perf_counter()
        await self._stream.send(self._message(question))
        took, is_well = None, True
        async for message in self._messages():
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self._script = message.new_session.page_script_hash
            elif kind == "page_info_changed":
                self._query = message.page_info_changed.query_string
            elif kind == "delta" and (element := _element(message)):
                is_well = is_well and element not in PROBLEMS
                drawn = message.delta.new_element
                if element == BOX:
                    self._box = drawn.chat_input.id
                elif took is None and element == COMPONENT and _tells(drawn, question):
                    took = (time.perf_counter() - start) * 1_000
        return took if is_well else None

    def _message(self, question: str) -> bytes:
        from streamlit.proto.BackMsg_pb2 import BackMsg

        message = BackMsg()
        run = message.rerun_script
        run.query_string, run.page_script_hash = self._query, self._script
        run.cached_message_hashes.extend(self._hashes)
        run.context_info.url = f"{self._address}/"
        run.widget_states.SetInParent()
        if question:
            widget = run.widget_states.widgets.add()
            widget.id, widget.chat_input_value.data = self._box, question
        written: bytes = message.SerializeToString()
        return written

    async def _messages(self) -> Any:
        """Yield the messages of one run."""
        from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

        while True:
            message = ForwardMsg.FromString(await self._stream.recv())
            if message.metadata.cacheable:
                self._hashes = [*self._hashes, message.hash][-KEPT:]
            yield message
            if message.WhichOneof("type") == "script_finished":
                return


def _element(message: Any) -> str:
    """Return what kind of element a message draws; empty when none."""
    is_new = message.delta.WhichOneof("type") == "new_element"
    return str(message.delta.new_element.WhichOneof("type")) if is_new else ""


def _tells(drawn: Any, question: str) -> bool:
    """Tell whether the turn is drawn in which *question* is answered."""
    written = (json.dumps(said)[1:-1] for said in (question, ANSWER))
    return bool(question) and all(said in drawn.bidi_component.json for said in written)


def together(
    address: str, questions: Sequence[Sequence[str]], pace_s: float
) -> tuple[list[float], int]:
    """Let as many users as there are lists of *questions* ask them, all at once.

    Each asks every *pace_s* seconds, or as soon as it has got an answer that took longer. The
    milliseconds until each answer are returned, and how many questions got none.
    """
    asked = asyncio.run(_together(address, questions, pace_s))
    took = [one for one in asked if one is not None]
    return took, len(asked) - len(took)


async def _together(
    address: str, questions: Sequence[Sequence[str]], pace_s: float
) -> list[float | None]:
    users = (
        _user(address, own, pace_s, number / len(questions) * pace_s)
        for number, own in enumerate(questions)
    )
    return [one for asked in await asyncio.gather(*users) for one in asked]


async def _user(
    address: str, questions: Sequence[str], pace_s: float, first_s: float
) -> list[float | None]:
    from websockets.asyncio.client import connect

    took = []
    async with connect(
        address.replace("http", "ws", 1) + STREAM,
        origin=address,  # type: ignore[arg-type]
        additional_headers={"Cookie": f"{COOKIE}={secrets.token_urlsafe()}"},
        max_size=None,
    ) as stream:
        client = Client(stream, address)
        await client.visit()
        await asyncio.sleep(first_s)
        for question in questions:
            due = time.perf_counter() + pace_s
            took.append(await client.ask(question))
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
    return took
