"""See a line of a table as its cells, whatever parts them."""

import re
from collections.abc import Mapping

from ingest.lines import Line

LONGEST_ROW = 1000
BAR = re.compile(r"\s*\|\s*")
TAB = re.compile(r"[ ]*\t[ ]*")
# Columns that are only set apart: "Boka sal     Eva Ek     3 maj"
GAP = re.compile(r"(?<!\s)\s{3,}+|\t+")
RULE = re.compile(r"[\s|:+=_–—-]*$")
EDGES = " .:*_?!"
MOST_WORDS = 4
"""The longest name of a column that is told from the next by a mere space."""


def cells_of(line: Line) -> list[str]:
    r"""Return the cells of *line*; one when it is no row.

    >>> from ingest.lines import split_lines
    >>> [cells_of(line) for line in split_lines("| Boka sal | Eva |  |\nVem\tNär\nVi ses")]
    [['Boka sal', 'Eva', ''], ['Vem', 'När'], ['Vi ses']]
    """
    words = line.words[:LONGEST_ROW]
    if "|" in words:
        return [cell.strip("* _") for cell in BAR.split(words.strip().removesuffix("|").strip())]
    parts = TAB.split(words) if "\t" in words else GAP.split(words)
    return [part.strip("* _") for part in parts]


def is_rule(line: Line) -> bool:
    """Tell whether *line* only parts a table's head from its rows."""
    return RULE.match(line.words[:LONGEST_ROW]) is not None


def name_cells(words: str, names: Mapping[str, str]) -> list[str]:
    """Return *words* as the names of columns that it is made of; empty when it is made of others.

    >>> name_cells(
    ...     "Att göra Ansvarig Klart", {"att göra": "what", "ansvarig": "who", "klart": "due"}
    ... )
    ['Att göra', 'Ansvarig', 'Klart']
    """
    said = words[:LONGEST_ROW].split()
    found: list[str] = []
    while said:
        count = next(
            (n for n in range(MOST_WORDS, 0, -1) if plain(" ".join(said[:n])) in names), None
        )
        if count is None:
            return []
        found.append(" ".join(said[:count]))
        said = said[count:]
    return found


def plain(cell: str) -> str:
    """Return what a head's cell says, without case and marks."""
    return " ".join(cell.lower().split()).strip(EDGES)
