"""Lay a paper out for a template: as JSON, each line with the numbers of its notes."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from ui.exports.addresses import pieces
from ui.exports.paper import Block, Facts, Heading, Line, Note, Paper, Ruled, Table, numbers

Json = dict[str, Any]


def layout(paper: Paper) -> Json:
    """Return *paper* as JSON; a note's first mention is marked, and all notes stand at the end."""
    return _Layout(paper).paper()


class _Layout:
    """The laying out of one paper: what was mentioned before."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._numbers = numbers(paper)
        self._mentioned: set[Note] = set()

    def paper(self) -> Json:
        paper = self._paper
        return {
            "title": paper.title,
            "subtitle": paper.subtitle,
            "subject": paper.subject,
            "author": paper.author,
            "language": paper.language,
            "closing": list(paper.closing),
            "blocks": [self._block(block) for block in paper.blocks],
            "notes": [
                {"number": number, "text": note.text} for note, number in self._numbers.items()
            ],
        }

    def _block(self, block: Block) -> Json:
        kind = {"kind": type(block).__name__.lower()}
        match block:
            case Heading():
                return kind | asdict(block)
            case Facts(rows=rows):
                facts = [{"label": fact.label, "lines": self._lines(fact.lines)} for fact in rows]
                return kind | {"rows": facts}
            case Table(header=header, rows=cells):
                laid = [self._lines(row) for row in cells]
                return kind | {"header": header, "rows": laid, "widths": block.shares}
            case _:
                label = {"label": block.label} if isinstance(block, Ruled) else {}
                return kind | label | {"lines": self._lines(block.lines)}

    def _lines(self, lines: Iterable[Line]) -> list[Json]:
        return [self._line(line) for line in lines]

    def _line(self, line: Line) -> Json:
        marks = [
            {"number": self._numbers[note], "text": note.text, "first": self._is_first(note)}
            for note in line.notes
        ]
        return {
            "label": line.label,
            "text": line.text,
            "pieces": [{"text": text, "link": is_link} for text, is_link in pieces(line.text)],
            "notes": marks,
        }

    def _is_first(self, note: Note) -> bool:
        is_first = note not in self._mentioned
        self._mentioned.add(note)
        return is_first
