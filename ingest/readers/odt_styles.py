"""Read the styles of an OpenDocument: how its lists and headings are numbered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ingest.readers.numerals import letters, roman

# Where lists and headings end in any real document; a damaged one could ask for more.
LARGEST = 9999

# LibreOffice stores its styles under their English names.
TITLE = "Title"

FORMATS: Mapping[str, Callable[[int], str]] = {
    "1": str,
    "a": letters,
    "A": lambda number: letters(number).upper(),
    "i": roman,
    "I": lambda number: roman(number).upper(),
}


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is marked: by a bullet, or by a number between two texts."""

    format: str = ""
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    """How many levels' numbers are written: `1.2` shows two."""
    start: int = 1
    bullet: bool = False


Levels = Mapping[int, Level]


def read_titles(root: Any) -> frozenset[str]:
    """Return the names of the title's style and of those that are based on it."""
    styles = elements(root, "style")
    names = (attribute(style, "name") for style in styles if TITLE in _of(style))
    return frozenset({TITLE, *names})


def _of(style: Any) -> tuple[str, str]:
    return attribute(style, "name"), attribute(style, "parent-style-name")


def read_lists(root: Any) -> dict[str, Levels]:
    """Return the lists' levels by the names of their styles."""
    return {attribute(style, "name"): _levels(style) for style in elements(root, "list-style")}


def read_outline(root: Any) -> Levels:
    """Return how headings are numbered: only those levels that are."""
    found = elements(root, "outline-style")
    levels = _levels(found[0]) if found else {}
    return {depth: level for depth, level in levels.items() if level.format}


def _levels(style: Any) -> dict[int, Level]:
    return {
        whole(attribute(level, "level"), 1): Level(
            format=attribute(level, "num-format")
            if attribute(level, "num-format") in FORMATS
            else "",
            prefix=attribute(level, "num-prefix"),
            suffix=attribute(level, "num-suffix"),
            shown=whole(attribute(level, "display-levels"), 1),
            start=whole(attribute(level, "start-value"), 1),
            bullet=kind(level) == "list-level-style-bullet",
        )
        for level in style
        if kind(level)
    }


def elements(root: Any, name: str) -> list[Any]:
    """Return the elements called *name*; none in a document without such a part."""
    return [] if root is None else list(root.iter(f"{{*}}{name}"))


def kind(element: Any) -> str:
    """Return an element's name without its namespace; nothing for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Any, name: str) -> str:
    """Return an attribute by its name without namespace, or an empty string."""
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == name), "")


def whole(text: str, default: int) -> int:
    """Return *text* as a whole number, or *default* if it is none."""
    return min(int(text[:9]), LARGEST) if text.isascii() and text.isdigit() else default
