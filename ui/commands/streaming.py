"""Print an answer while it is written: each sentence as soon as it has been checked."""

from collections.abc import Iterable

import typer

from rag.results import Answer
from ui.terminal.plain import EXTRACTIVE, answer_text, begun_text

REPLACED = "\n\nDet som hann skrivas gäller inte. Svaret är i stället:\n\n"


def print_answer(answers: Iterable[Answer], *, heading: str = "") -> Answer:
    """Print *heading* and what *answers* have more each time, and return the last, whole one.

    When a language model fails in the middle, what it wrote is taken back in so many words.
    """
    printed = ""
    for answer in answers:
        last = answer
        if answer.model != EXTRACTIVE:
            printed = _print_on(printed, heading + begun_text(answer))
    _print_on(printed, heading + answer_text(last))
    typer.echo()
    return last


def _print_on(printed: str, text: str) -> str:
    """Print what *text* has more than what is *printed*, and return what is printed now."""
    rest = text[len(printed) :] if text.startswith(printed) else REPLACED + text
    typer.echo(rest, nl=False)
    return text
