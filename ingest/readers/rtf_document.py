"""Gather the text of an RTF document into blocks, as its groups and control words say."""

import re
from dataclasses import dataclass, field, replace

from ingest.readers.layout import Block, Part, columns, entry, heading, row

STYLE = re.compile(r"(?:heading|rubrik) ?([1-9])", re.IGNORECASE)
TITLE = re.compile(r"(?:title|titel)$", re.IGNORECASE)
BULLETS = frozenset("•·-–o*\uf0b7\uf0a7")
DEEPEST = 1_000


@dataclass(frozen=True, slots=True)
class State:
    """What holds within a group."""

    dropped: bool = False
    hidden: bool = False
    """Hidden text, and text that a tracked change has deleted."""
    is_mark: bool = False
    place: str = "body"
    """Where text goes: `body`, `header`, `footer` or `styles`."""
    fallback: int = 1
    """How many characters follow a `\\u` for programs that cannot show it."""


@dataclass(slots=True)
class Flow:
    """What stands in the body, the header or the footer."""

    blocks: list[Block] = field(default_factory=list)
    cells: list[list[Block]] = field(default_factory=lambda: [[]])
    pieces: list[str] = field(default_factory=list)
    mark: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Document:
    """The document as far as it has been read."""

    codec: str = "cp1252"
    state: State = field(default_factory=State)
    stack: list[State] = field(default_factory=list)
    flows: dict[str, Flow] = field(default_factory=dict)
    levels: dict[int, int] = field(default_factory=dict)
    """The heading level of each style; 0 is the title's."""
    style: int = 0
    outline: int | None = None
    in_table: bool = False
    skip: int = 0
    """How many characters still stand for the last `\\u`."""

    @property
    def flow(self) -> Flow:
        """Where text goes now."""
        return self.flows.setdefault(self.state.place, Flow())

    def characters(self, text: str) -> None:
        """Take in text, but for what stands in for a character already taken in."""
        stands_in = min(self.skip, len(text))
        self.skip -= stands_in
        self.add(text[stands_in:])

    def add(self, text: str) -> None:
        """Take in text."""
        if self.state.dropped or self.state.hidden:
            return
        (self.flow.mark if self.state.is_mark else self.flow.pieces).append(text)

    def open(self) -> None:
        """Begin a group."""
        if len(self.stack) >= DEEPEST:
            raise ValueError(DEEPEST)
        self.stack.append(self.state)

    def close(self) -> None:
        """End a group: what it set holds no longer."""
        if self.state.place == "styles":
            self._define()
        ended = self.state.place
        if self.stack:
            self.state = self.stack.pop()
        if ended not in {self.state.place, "styles"}:
            previous, self.state = self.state, replace(self.state, place=ended)
            self.end_paragraph()
            self.state = previous

    def _define(self) -> None:
        """Note the style that a group of the style sheet has named."""
        name = "".join(self.flow.pieces).strip().rstrip(";")
        self.flow.pieces.clear()
        if match := STYLE.match(name):
            self.levels[self.style] = int(match[1])
        elif TITLE.match(name):
            self.levels[self.style] = 0
        self.style = 0

    def end_paragraph(self) -> None:
        """Make a block of the text since the last one."""
        flow = self.flow
        text, mark = _plain(flow.pieces), _plain(flow.mark)
        flow.pieces.clear()
        flow.mark.clear()
        if not text:
            return
        target = flow.cells[-1] if self.in_table else flow.blocks
        target.append(self._block(text, mark))

    def _block(self, text: str, mark: str) -> Block:
        level = self.levels.get(self.style)
        if self.outline is not None:
            level = self.outline + 1
        if level is not None:
            shift = int(0 in self.levels.values())
            return heading(f"{mark} {text}", level=level + shift or 1)
        if mark:
            return entry(text, mark="-" if mark in BULLETS else mark)
        return Block(Part.PARAGRAPH, text)

    def end_row(self) -> None:
        """Make a line of the cells since the last row; the last is but begun."""
        flow = self.flow
        flow.blocks += row([*flow.cells[:-1], *filter(None, flow.cells[-1:])])
        flow.cells = [[]]


def _plain(pieces: list[str]) -> str:
    """Return the text of *pieces*, tabs between columns as in a table."""
    text = "".join(pieces).encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    return "\n".join(map(columns, text.split("\n"))).strip()
