"""Divide what a language model reads for a summary into parts that fit its budget of tokens."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from rag.citing import Evidence
from rag.generation import prompts
from rag.generation.orders import is_order
from rag.generation.prompts import Prompt
from rag.generation.tokens import count_tokens
from rag.generation.wording import TURN_TOKENS

MOST_ASKED = 999
"""More sentences are asked of no model."""


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """A sentence that the model reads, and the heading that it stands under."""

    heading: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked for: a summary's part, of one meeting, in one style."""

    kind: str
    """The table of `prompts.toml`."""
    meeting: str
    style: str

    def prompt(self, read: Sequence[Read], *, most: int) -> Prompt:
        """Ask for at most so many sentences of what is *read*."""
        told = (
            prompts.told("" if is_order(heading) else heading, [one.evidence.text for one in own])
            for heading, own in groupby(read, key=lambda one: one.heading)
        )
        return prompts.summarising(
            self.kind, meeting=self.meeting, told=told, style=self.style, most=most
        )

    def parts(self, read: Sequence[Read], *, room: int) -> list[list[Read]]:
        """Return what is *read* in parts, each of which makes a prompt of at most *room* tokens."""
        empty = self.prompt((), most=MOST_ASKED)
        spent = TURN_TOKENS + count_tokens(empty.system) + count_tokens(empty.user)
        return divide(read, room=room - spent)


def divide(read: Sequence[Read], *, room: int) -> list[list[Read]]:
    """Return *read* in parts of at most *room* tokens; what is too long alone is left out."""
    parts: list[list[Read]] = []
    left = 0
    for one in read:
        cost = count_tokens(prompts.told(one.heading, [one.evidence.text])) + 2  # two line ends
        if cost > room:
            continue
        if cost > left:
            parts.append([])
            left = room
        parts[-1].append(one)
        left -= cost
    return parts
