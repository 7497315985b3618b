"""Write a paper as plain text, for a terminal."""

from collections.abc import Iterable, Mapping, Sequence

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

UNDERLINES = "=-"

Numbers = Mapping[Note, int]


def text(paper: Paper) -> str:
    """Return *paper* as plain text, its sources at the end."""
    numbered = numbers(paper)
    parts = [
        _underlined(paper.title, 0) + (f"\n{paper.subtitle}" if paper.subtitle else ""),
        *("\n".join(_block(block, numbered)) for block in paper.blocks),
        "\n".join(paper.closing),
        "\n".join(f"[{number}] {note.text}" for note, number in numbered.items()),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block, numbered: Numbers) -> Iterable[str]:
    match block:
        case Heading(text=title, level=level):
            yield _underlined(title, level)
        case Paragraph(lines=lines):
            yield _running(lines, numbered)
        case Bullets(lines=lines):
            yield from (f"- {_line(line, numbered)}" for line in lines)
        case Ruled(label=label, lines=lines):
            yield f"  {label}:"
            yield from (f"  | {_line(line, numbered)}" for line in lines)
        case Facts(rows=rows):
            yield from (f"{fact.label}: {_running(fact.lines, numbered)}" for fact in rows)
        case Table():
            yield from _rows(block, numbered)


def _rows(table: Table, numbered: Numbers) -> Iterable[str]:
    """Yield each row as a list item: its first cell, and below it the others by their names."""
    for first, *others in table.rows:
        yield f"- {_line(first, numbered)}"
        yield from (
            f"    {name}: {_line(cell, numbered)}"
            for name, cell in zip(table.header[1:], others, strict=True)
        )


def _running(lines: Sequence[Line], numbered: Numbers) -> str:
    return " ".join(_line(line, numbered) for line in lines)


def _line(line: Line, numbered: Numbers) -> str:
    label = f"{line.label}: " if line.label else ""
    marks = "".join(f"[{numbered[note]}]" for note in line.notes)
    return " ".join(filter(None, (label + line.text, marks)))


def _underlined(title: str, level: int) -> str:
    return f"{title}\n{UNDERLINES[level] * len(title)}" if level < len(UNDERLINES) else title
