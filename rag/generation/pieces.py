"""What a language model's reply comes in, and the seam to the model that writes it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from rag.generation.prompts import Prompt


@dataclass(frozen=True, slots=True)
class Piece:
    """Some letters of a reply."""

    text: str
    is_cut: bool = False
    """The server stopped here because the reply had become as long as it may be."""


class Model(Protocol):
    """A language model that can be asked."""

    @property
    def name(self) -> str:
        """The name that answers are signed with."""

    def stream(self, prompt: Prompt) -> Iterator[Piece]:
        """Yield the reply as it is written.

        Raises:
            LanguageModelError: it cannot be had, or not the whole of it.
        """
