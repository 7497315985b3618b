"""Write a paper as Markdown with footnotes, in which its words are never marks."""

import re
from collections.abc import Iterable, Mapping, Sequence

from ui.exports.addresses import pieces
from ui.exports.paper import (
    Block,
    Bullets,
    Facts,
    Heading,
    Line,
    Note,
    Paper,
    Paragraph,
    Ruled,
    Table,
    numbers,
)

# What Markdown or HTML would take for marks, anywhere or at the start of a line: `1. `, `- `.
MARKS = re.compile(r"[\\`*_\[\]<>|#&~]")
OPENING_MARK = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+](?:\s|$))|(?==))(.)")

Numbers = Mapping[Note, int]


def markdown(paper: Paper) -> str:
    """Return *paper* as Markdown, in the form that GitHub and Pandoc read."""
    numbered = numbers(paper)
    blocks = [_block(block, numbered) for block in paper.blocks]
    notes = [f"[^{number}]: {safe(note.text)}" for note, number in numbered.items()]
    parts = (
        f"# {safe(paper.title)}",
        f"*{safe(paper.subtitle)}*" if paper.subtitle else "",
        *blocks,
        "---" if paper.closing else "",
        *(f"*{safe(sentence)}*" for sentence in paper.closing),
        "\n".join(notes),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block, numbered: Numbers) -> str:
    match block:
        case Heading(text=text, level=level):
            return f"{'#' * (level + 1)} {safe(text)}"
        case Paragraph(lines=lines):
            return _running(lines, numbered)
        case Bullets(lines=lines):
            return "\n".join(f"- {_line(line, numbered)}" for line in lines)
        case Ruled(label=label, lines=lines):
            quoted = (f"> {_line(line, numbered)}" for line in lines)
            return "\n>\n".join((f"> **{safe(label)}**", *quoted))
        case Facts(rows=rows):
            return "\n".join(
                f"- **{safe(fact.label)}:** {_running(fact.lines, numbered)}" for fact in rows
            )
        case Table():
            return _table(block, numbered)


def _table(table: Table, numbered: Numbers) -> str:
    rows: list[Iterable[str]] = [map(safe, table.header), ["---"] * len(table.header)]
    rows += [[_line(cell, numbered) for cell in row] for row in table.rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _running(lines: Sequence[Line], numbered: Numbers) -> str:
    return " ".join(_line(line, numbered) for line in lines)


def _line(line: Line, numbered: Numbers) -> str:
    label = f"**{safe(line.label)}:** " if line.label else ""
    return label + safe(line.text) + "".join(f"[^{numbered[note]}]" for note in line.notes)


def safe(text: str) -> str:
    r"""Return *text* with every mark escaped, and its web addresses as links.

    >>> safe("1. *Viktigt* på https://exempel.se/a_b.")
    '1\\. \\*Viktigt\\* på <https://exempel.se/a_b>.'
    """
    written = "".join(
        f"<{piece}>" if is_address else MARKS.sub(r"\\\g<0>", piece)
        for piece, is_address in pieces(text)
    )
    return OPENING_MARK.sub(r"\1\\\2", written)
