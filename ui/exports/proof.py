"""Make a paper fit to print: no character that a file cannot hold, no mark said twice in a row."""

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import Any

from ui.exports.paper import Block, Fact, Facts, Line, Paper, Paragraph

# What XML cannot hold, such as the nulls and form feeds of a damaged PDF, and halves of characters.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def proofed(paper: Paper) -> Paper:
    """Return *paper* as every writer can write it."""
    sound: Paper = printable(paper)
    return replace(sound, blocks=tuple(_marked(block) for block in sound.blocks))


def printable(value: Any) -> Any:
    r"""Return *value* with each text in it on one line and free of what cannot be printed.

    >>> printable(("två\nrader", "sid\x0cbrytning"))
    ('två rader', 'sidbrytning')
    """
    if isinstance(value, str):
        return " ".join(UNPRINTABLE.sub("", value).split())
    if isinstance(value, tuple):
        return tuple(map(printable, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: printable(getattr(value, f.name)) for f in fields(value)})
    return value


def _marked(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, lines=marked_once(block.lines))
    if isinstance(block, Facts):
        return Facts(rows=tuple(_marked_fact(fact) for fact in block.rows))
    return block


def _marked_fact(fact: Fact) -> Fact:
    return replace(fact, lines=marked_once(fact.lines))


def marked_once(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines that run on, with the notes of those that share them after the last one."""
    shared = [one.notes == following.notes for one, following in pairwise(lines)]
    return tuple(
        replace(line, notes=()) if is_shared else line
        for line, is_shared in zip(lines, [*shared, False][: len(lines)], strict=True)
    )
