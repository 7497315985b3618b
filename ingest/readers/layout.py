"""Lay out headings, list entries, table rows and paragraphs as Markdown-like lines."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from ingest.decoration import is_decoration
from ingest.pages import PARAGRAPH

CELL = " | "

# After these a tab or a wide gap parts no columns: `§ 94`, `8.1`, `a)`, `iv.`, `•`, `Plats:`.
MARK = re.compile(
    r"(?:§+\s?)?\d+(?:\.\d+)*[.)]?|§+|[a-zåäö]{1,4}[.)]|[-–•*·o\uf0b7\uf0a7]|.*:", re.IGNORECASE
)
INDENT = "  "
DEEPEST_HEADING = 6


class Part(Enum):
    """What a block of a document is."""

    HEADING = auto()
    ENTRY = auto()
    ROW = auto()
    PARAGRAPH = auto()


# Blocks of these sorts stand on consecutive lines; all others have a blank line between them.
CLOSE = frozenset({Part.ENTRY, Part.ROW})


@dataclass(frozen=True, slots=True)
class Block:
    """One line, or a paragraph whose author broke its lines."""

    part: Part
    text: str


def is_mark(text: str) -> bool:
    """Tell whether *text*, at the beginning of a line, marks or names what follows it.

    >>> is_mark("§ 94"), is_mark("Plats:"), is_mark("Eva Ek")
    (True, True, False)
    """
    return MARK.fullmatch(text) is not None


def columns(line: str) -> str:
    r"""Return *line* with its columns, set with tabs, as they are written in a table's row.

    >>> columns("Eva Ek\t\tBo Bok"), columns("Plats:\tLadan")
    ('Eva Ek | Bo Bok', 'Plats: Ladan')
    """
    cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
    if len(cells) > 1 and is_mark(cells[0]):
        cells[:2] = [f"{cells[0]} {cells[1]}"]
    return CELL.join(cells)


def heading(text: str, *, level: int) -> Block:
    """Return a heading on one line, with as many `#` as its level.

    >>> heading("Val av  justerare", level=2).text
    '## Val av justerare'
    """
    return Block(Part.HEADING, f"{'#' * min(level, DEEPEST_HEADING)} {' '.join(text.split())}")


def entry(text: str, *, mark: str = "-", depth: int = 0) -> Block:
    """Return a list entry: its mark, and its text."""
    return Block(Part.ENTRY, f"{INDENT * depth}{mark} {text}".rstrip())


def row(cells: Iterable[Sequence[Block]]) -> list[Block]:
    """Return a table row as one line, or as the blocks of its cells if a cell holds several lines.

    A table is often but a frame around text: the names of those attending, one a line, beside the
    word `Beslutande`.
    """
    filled = [list(cell) for cell in cells]
    if any(len(cell) > 1 or "\n" in cell[0].text for cell in filled if cell):
        return [block for cell in filled for block in cell]
    texts = [cell[0].text if cell else "" for cell in filled]
    written = [block for cell in filled for block in cell]
    if len(written) <= 1:
        return written
    return [Block(Part.ROW, CELL.join(texts).strip())]


def lay_out(blocks: Iterable[Block]) -> str:
    r"""Return the blocks as text.

    >>> lay_out([heading("Närvarande", level=1), entry("Eva Ek"), entry("Bo Bok")])
    '# Närvarande\n\n- Eva Ek\n- Bo Bok'
    """
    parts: list[str] = []
    previous: Part | None = None
    for block in blocks:
        if previous is not None:
            close = block.part is previous and block.part in CLOSE
            parts.append("\n" if close else PARAGRAPH)
        parts.append(block.text)
        previous = block.part
    return "".join(parts)


def lay_out_between(header: Iterable[Block], body: Sequence[Block], footer: Iterable[Block]) -> str:
    r"""Return *body* as text, between what the page's *header* and *footer* say and it does not.

    Often they alone tell who met, and when.

    >>> page = [Block(Part.PARAGRAPH, "Sida 1 (3)")]
    >>> lay_out_between([Block(Part.PARAGRAPH, "Byalaget")], [heading("Val", level=1)], page)
    'Byalaget\n\n# Val'
    """
    said = "\n".join(block.text for block in body).casefold()

    def new(blocks: Iterable[Block]) -> list[Block]:
        return [b for b in blocks if not is_decoration(b.text) and b.text.casefold() not in said]

    return lay_out([*new(header), *body, *new(footer)])
