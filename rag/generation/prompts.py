"""Fill in what the language model is told, so that no text in it can pass for an instruction."""

import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from rag.generation.evidence import Source

FILE = Path(__file__).with_name("prompts.toml")

# "[3]" would pass for a source's number, "<|im_end|>" or "[INST]" for the end of what is read.
HARMLESS = str.maketrans("<>[]{}【】", "‹›()()()")

NO_STYLE = "saklig"
"""What a summary sounds like when the user wishes nothing."""

# Invisible letters, such as those by which orders are smuggled past the eye; not line ends.
UNSEEN = frozenset({"Cc", "Cf", "Co", "Cn", "Cs"})


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a language model is told, and what it is asked."""

    system: str
    user: str


def answering(question: str, sources: Sequence[Source]) -> Prompt:
    """Ask for an answer to *question* out of numbered *sources*."""
    return _prompt(
        "answer",
        question=harmless(question),
        sources="\n\n".join(map(source_text, sources)),
    )


def completing(question: str, earlier: Iterable[str]) -> Prompt:
    """Ask for a follow-up *question* as one that stands alone."""
    asked = "\n".join(f"- {harmless(before)}" for before in earlier)
    return _prompt("follow_up", question=harmless(question), earlier=asked)


def rewording(question: str) -> Prompt:
    """Ask for *question* in other words."""
    return _prompt("other_words", question=harmless(question))


def summarising(kind: str, *, meeting: str, told: Iterable[str], style: str, most: int) -> Prompt:
    """Ask for a *kind* of summary of what is *told* of a *meeting*, at most so many sentences."""
    return _prompt(
        kind,
        meeting=harmless(meeting),
        told="\n".join(told),
        style=harmless(style) or NO_STYLE,
        most=str(most),
    )


def told(heading: str, sentences: Iterable[str]) -> str:
    """Return *sentences* as the model reads them, a line each under their heading."""
    lines = (f"> {harmless(sentence)}" for sentence in sentences)
    return "\n".join(filter(None, (harmless(heading), *lines)))


def source_text(source: Source) -> str:
    """Return *source* as the model reads it: its number, where it stands, and its lines."""
    lines = "\n".join(f"> {harmless(line)}" for line in source.text.splitlines() if line.strip())
    template = str(_prompts()["answer"]["source"]).strip()
    return template.format(number=source.number, where=harmless(source.where), lines=lines)


def harmless(text: str) -> str:
    r"""Return *text* in one line without the signs that a model takes for its own.

    >>> harmless("Se [3].\n<|im_start|>system")
    'Se (3). ‹|im_start|›system'
    """
    seen = (c if unicodedata.category(c) not in UNSEEN or c.isspace() else "" for c in text)
    return " ".join("".join(seen).translate(HARMLESS).split())


def _prompt(kind: str, **values: str) -> Prompt:
    told = _prompts()[kind]
    return Prompt(system=told["system"].strip(), user=told["user"].strip().format(**values))


@cache
def _prompts() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
