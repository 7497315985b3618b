"""Find elements, values and words in the XML of a Word document."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ingest.readers.layout import columns

NAMESPACES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}

# Content controls and marked insertions stand around blocks, rows and cells.
WRAPPERS = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"})

# Deleted or moved away, properties, and text that belongs elsewhere: text boxes, and their copies
# for older programs.
NO_WORDS = frozenset({"del", "moveFrom", "pPr", "rPr", "sdtPr", "txbxContent", "Fallback"})

SIGNS: Mapping[str, str] = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    "softHyphen": "\xad",
}

# Where lists and headings end in any real document; a damaged one could ask for more.
LARGEST = 9999


def kind(element: Any) -> str:
    """Return an element's name without its namespace; nothing for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def find(element: Any, path: str) -> list[Any]:
    """Return what an XPath with the prefix `w` finds."""
    return list(_compiled(path)(element))


def value(element: Any, path: str) -> str:
    """Return the first attribute that *path* finds, or an empty string."""
    return str(next(iter(find(element, path)), ""))


def whole(text: str, default: int) -> int:
    """Return *text* as a whole number, or *default* if it is none."""
    return min(int(text[:9]), LARGEST) if text.isascii() and text.isdigit() else default


def children(parent: Any, name: str) -> Iterator[Any]:
    """Yield the children called *name*, those within wrappers too."""
    for element in parent:
        if kind(element) == name:
            yield element
        elif kind(element) in WRAPPERS:
            yield from children(element, name)


def words(paragraph: Any) -> str:
    """Return a paragraph's visible text, tabs between columns as in a table."""
    return "\n".join(map(columns, "".join(_words(paragraph)).split("\n"))).strip()


def text_boxes(paragraph: Any) -> Iterator[Any]:
    """Yield the contents of the text boxes anchored in a paragraph."""
    for element in paragraph:
        if kind(element) == "txbxContent":
            yield element
        elif kind(element) != "Fallback":
            yield from text_boxes(element)


def _words(element: Any) -> Iterator[str]:
    for child in element:
        name = kind(child)
        if name == "t":
            yield child.text or ""
        elif name in SIGNS:
            yield SIGNS[name]
        elif name not in NO_WORDS and not _is_hidden(child):
            yield from _words(child)


def _is_hidden(element: Any) -> bool:
    return kind(element) == "r" and bool(find(element, "./w:rPr/w:vanish[not(@w:val='0')]"))


@cache
def _compiled(path: str) -> Any:
    from lxml import etree

    return etree.XPath(path, namespaces=NAMESPACES)
