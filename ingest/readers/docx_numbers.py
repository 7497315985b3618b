"""Count the numbers that Word writes before headings and list entries: they are not in the text."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ingest.readers.docx_xml import LARGEST, find, value, whole
from ingest.readers.numerals import letters, roman

BULLET = "-"
PLACE = re.compile(r"%(\d)")

FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02}".format,
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
}


@dataclass(frozen=True, slots=True)
class Level:
    """How the entries of one level of a list are numbered."""

    format: str
    text: str
    """With a place for each level's number: `%1.%2`, `§ %1`."""
    start: int


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted."""

    levels: Mapping[tuple[str, int], Level]
    """By abstract list and depth."""
    lists: Mapping[str, str]
    """The abstract list of each list; lists that share one count on together."""
    restarts: Mapping[tuple[str, int], int]
    """Where a list starts anew at a depth."""
    style_depths: Mapping[str, int]
    """The depth at which an abstract list numbers the paragraphs of a style."""
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    used: set[tuple[str, int]] = field(default_factory=set)

    def mark(self, number: str, depth: int) -> str | None:
        """Count the next entry of list *number* and return its mark, or `None` if it has none."""
        abstract = self.lists.get(number)
        level = self.levels.get((abstract or "", depth))
        if abstract is None or level is None or level.format == "none":
            return None
        counts = self.counts.setdefault(abstract, {})
        key = (number, depth)
        if key in self.restarts and key not in self.used:
            counts[depth] = self.restarts[key] - 1
        self.used.add(key)
        counts[depth] = min(counts.get(depth, level.start - 1) + 1, LARGEST)
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if level.format == "bullet":
            return BULLET
        return PLACE.sub(lambda match: self._shown(abstract, int(match[1]) - 1), level.text).strip()

    def _shown(self, abstract: str, depth: int) -> str:
        """Return the number at *depth* as it is shown."""
        level = self.levels.get((abstract, depth))
        if level is None:
            return ""
        number = self.counts[abstract].get(depth, level.start)
        return FORMATS.get(level.format, str)(max(number, 1))


def read_numbering(document: Any) -> Numbering:
    """Return the lists that a python-docx document defines."""
    root = _numbering_part(document)
    if root is None:
        return Numbering({}, {}, {}, {})
    levels: dict[tuple[str, int], Level] = {}
    style_depths: dict[str, int] = {}
    for element in find(root, "./w:abstractNum/w:lvl"):
        depth = whole(value(element, "@w:ilvl"), 0)
        levels[value(element, "../@w:abstractNumId"), depth] = _level(element)
        if style := value(element, "./w:pStyle/@w:val"):
            style_depths[style] = depth
    lists = {
        value(element, "@w:numId"): value(element, "./w:abstractNumId/@w:val")
        for element in find(root, "./w:num")
    }
    restarts = {
        (value(element, "../@w:numId"), whole(value(element, "@w:ilvl"), 0)): whole(
            value(element, "./w:startOverride/@w:val"), 1
        )
        for element in find(root, "./w:num/w:lvlOverride[w:startOverride]")
    }
    return Numbering(levels, lists, restarts, style_depths)


def _numbering_part(document: Any) -> Any:
    from docx.opc.constants import RELATIONSHIP_TYPE

    try:
        return document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    except KeyError:  # a document without lists
        return None


def _level(element: Any) -> Level:
    return Level(
        format=value(element, "./w:numFmt/@w:val") or "decimal",
        text=value(element, "./w:lvlText/@w:val"),
        start=whole(value(element, "./w:start/@w:val"), 1),
    )
