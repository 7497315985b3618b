"""Tell from its style what a paragraph of a Word document is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ingest.readers.docx_xml import find, value, whole

# `heading 2`, `Rubrik 2`, `Rubrik 2 numrerad`; Word writes the English name in any language.
HEADING = re.compile(r"(?:heading|rubrik)\s*(?P<level>[1-9])", re.IGNORECASE)
TITLE = re.compile(r"(?:title|titel)$", re.IGNORECASE)
BULLET = re.compile(r"(?:list bullet|punktlista)", re.IGNORECASE)
# The table of contents repeats the headings.
CONTENTS = re.compile(r"(?:toc|innehåll)\s*\d", re.IGNORECASE)

# The outline level of text that is no heading.
BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style, with those it is based on, makes of a paragraph."""

    level: int | None = None
    """As a heading, from 1; 0 for the document's title, `None` for no heading."""
    number: str | None = None
    """Its list."""
    depth: int = 0
    is_bullet: bool = False
    is_contents: bool = False


def read_styles(document: Any, style_depths: Mapping[str, int]) -> dict[str, Style]:
    """Return the paragraph styles of a python-docx document by their ids.

    *style_depths* says at which depth the document's lists number the paragraphs of a style.
    """
    elements = {
        value(element, "@w:styleId"): element
        for element in find(document.styles.element, "./w:style")
    }
    return {name: _style(name, elements, style_depths) for name in elements}


def _style(name: str, elements: Mapping[str, Any], style_depths: Mapping[str, int]) -> Style:
    chain = _chain(name, elements)
    names = [value(element, "./w:name/@w:val") for element in chain]
    number = _first(chain, "./w:pPr/w:numPr/w:numId/@w:val")
    depth = _first(chain, "./w:pPr/w:numPr/w:ilvl/@w:val")
    return Style(
        level=_level(names, _first(chain, "./w:pPr/w:outlineLvl/@w:val")),
        number=number or None,
        depth=style_depths.get(name, whole(depth, 0)),
        is_bullet=any(BULLET.match(name) for name in names),
        is_contents=any(CONTENTS.match(name) for name in names),
    )


def _chain(name: str, elements: Mapping[str, Any]) -> list[Any]:
    """Return a style and those it is based on, nearest first."""
    chain: list[Any] = []
    while name in elements and elements[name] not in chain:
        chain.append(elements[name])
        name = value(elements[name], "./w:basedOn/@w:val")
    return chain


def _first(chain: list[Any], path: str) -> str:
    return next(filter(None, (value(element, path) for element in chain)), "")


def _level(names: list[str], outline: str) -> int | None:
    """Return the heading level that the names of a style and its bases tell, or its outline."""
    for name in names:
        if match := HEADING.match(name):
            return int(match["level"])
        if TITLE.match(name):
            return 0
    level = whole(outline, BODY_LEVEL)
    return level + 1 if level < BODY_LEVEL else None
