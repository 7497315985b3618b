"""Write tables as Markdown, in which a document's words are data."""

import re
from collections.abc import Iterable, Sequence

# What Markdown or HTML would take for marks.
MARKS = re.compile(r"[\\`*_\[\]<>|#&]")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    r"""Return a table; its cells are plain text, its head is Markdown.

    >>> print(table(["Id"], [["a|b"]]))
    | Id |
    | --- |
    | a\|b |
    """
    lines = [head, ["---"] * len(head), *([safe(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def safe(text: str) -> str:
    """Return *text* on one line, with every mark escaped."""
    return MARKS.sub(r"\\\g<0>", " ".join(text.splitlines()))
