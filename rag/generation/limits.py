"""What a language model is allowed: time, tokens and calls."""

from collections.abc import Iterator
from dataclasses import dataclass

from rag.generation.patience import patiently
from rag.generation.pieces import Model, Piece
from rag.generation.prompts import Prompt

# Far more letters than any model puts in a token: what is longer ignores its limit.
MOST_CHARS_PER_TOKEN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a model is allowed."""

    first_word_s: float = 30.0
    reply_s: float = 90.0
    context_tokens: int = 8_192
    output_tokens: int = 600
    most_calls: int = 3
    """For one question."""

    @property
    def prompt_tokens(self) -> int:
        """How much of the context a prompt may take."""
        return self.context_tokens - self.output_tokens

    def ask(self, model: Model, prompt: Prompt) -> Iterator[Piece]:
        """Yield the reply of *model*, within the limits.

        Raises:
            LanguageModelError: it fails, or keeps outside them.
        """
        return patiently(
            lambda: model.stream(prompt),
            name=model.name,
            first_s=self.first_word_s,
            total_s=self.reply_s,
            most_chars=self.output_tokens * MOST_CHARS_PER_TOKEN,
        )
