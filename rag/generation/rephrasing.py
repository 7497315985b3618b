"""Let a language model put a question in full or in other words, and believe little of it."""

from collections.abc import Iterable, Iterator, Sequence

from rag.generation import prompts
from rag.generation.limits import Limits
from rag.generation.pieces import Model, Piece
from rag.generation.reply import MARKDOWN, THOUGHT
from rag.swedish.words import is_content, stem, words

MOST_REWORDINGS = 3
LONGEST_QUESTION = 300


def in_full(question: str, earlier: Sequence[str], *, model: Model, limits: Limits) -> str:
    """Return the follow-up *question* as one that stands alone, made of words that were asked.

    Raises:
        LanguageModelError: the model fails.
    """
    [written, *_] = [*_lines(limits.ask(model, prompts.completing(question, earlier))), question]
    asked = {stem(word) for text in (question, *earlier) for word in words(text)}
    said = {stem(word) for word in words(written) if is_content(word)}
    return written if said and said <= asked else question


def in_other_words(question: str, *, model: Model, limits: Limits) -> list[str]:
    """Return *question* in up to three other ways.

    Raises:
        LanguageModelError: the model fails.
    """
    lines = _lines(limits.ask(model, prompts.rewording(question)))
    new = dict.fromkeys(line for line in lines if line != question)
    return list(new)[:MOST_REWORDINGS]


def _lines(pieces: Iterable[Piece]) -> Iterator[str]:
    """Yield the lines of a reply that can be questions."""
    reply = "".join(piece.text for piece in pieces)
    for line in MARKDOWN.sub("", THOUGHT.sub("", reply)).splitlines():
        written = " ".join(line.split()).strip("\"”»«'")
        if len(written) <= LONGEST_QUESTION and any(map(is_content, words(written))):
            yield written
