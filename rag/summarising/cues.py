"""Name the words that tell what is essential and what is formality: the table `summary.toml`."""

import re
from collections.abc import Iterable, Mapping

from rag.swedish.tables import load_table

_TABLE = load_table("summary")


def _any_of(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, longest_first))})\b"


def _pattern(before: str, phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(before + _any_of(phrases), re.IGNORECASE)


def _by_name(key: str) -> Mapping[str, re.Pattern[str]]:
    grouped = _TABLE.grouped(key)
    return {
        name: _pattern(r"\b", (word for word, own in grouped.items() if own == name))
        for name in dict.fromkeys(grouped.values())
    }


CUES = _by_name("cues")
"""What kind of thing a sentence tells: a decision, a change, a reason …"""

OPEN_QUESTION = _pattern(r"\b", _TABLE.ordered("open_questions"))

AMOUNT = _pattern(r"\d\s?", _TABLE.ordered("amounts"))

LEANING = _pattern("", _TABLE.ordered("leaning"))
"""Matches at the beginning of a sentence that needs the one before it."""

_FORMAL = _pattern("", _TABLE.ordered("formal_headings"))


def is_formal(title: str) -> bool:
    """Tell whether an item called *title* is about the order of the meeting.

    >>> is_formal("Val av justerare"), is_formal("Val av kassör")
    (True, False)
    """
    return _FORMAL.match(title.strip()) is not None


def is_open(text: str) -> bool:
    """Tell whether a sentence leaves something open.

    >>> is_open("Det är oklart vem som betalar."), is_open("Kommunen betalar.")
    (True, False)
    """
    return text.endswith("?") or OPEN_QUESTION.search(text) is not None
