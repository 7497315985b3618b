"""What of the app's Swedish is left on a page in English, for the tests that look at pages."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from string import Formatter
from typing import Any

from ui.language import Language
from ui.texts.tables import TABLES

# What is said of minutes and files in Swedish in both languages, or asked of them.
SHARED = {"TOLD", "STREAMLIT_WORDS", "STREAMLIT_OPENINGS", "DATE_WORDS"}
# A shorter word alone may be anybody's.
LONG = 8


def left_swedish(texts: Iterable[str]) -> list[str]:
    """Return the texts that hold something of the Swedish table which the English has not."""
    return [text for text in texts if _pieces().search(text)]


@cache
def _pieces() -> re.Pattern[str]:
    english = " ".join(_sentences(TABLES[Language.ENGLISH]))
    found = {piece for text in _sentences(TABLES[Language.SWEDISH]) for piece in _literals(text)}
    own = sorted(piece for piece in found if piece not in english)
    return re.compile("|".join(rf"(?<!\w){re.escape(piece)}(?!\w)" for piece in own))


def _literals(text: str) -> Iterator[str]:
    for literal, *_ in Formatter().parse(text):
        piece = literal.strip(" .:,;()”«»\xa0")
        if " " in piece or len(piece) >= LONG:
            yield piece


def _sentences(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case tuple() | list():
            for one in value:
                yield from _sentences(one)
        case Mapping():
            for name, one in value.items():
                if name not in SHARED:
                    yield from _sentences(one)
