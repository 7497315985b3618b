"""Write a table of words as text that is easy to read and extend, and as a pattern."""

import re
from collections.abc import Iterable


def phrases(text: str) -> frozenset[str]:
    """Return the phrases of *text*, separated by `|` or a line end.

    >>> sorted(phrases("ej närvarande | förhinder"))
    ['ej närvarande', 'förhinder']
    """
    return frozenset(
        phrase.strip() for line in text.splitlines() for phrase in line.split("|") if phrase.strip()
    )


def either(words: Iterable[str]) -> str:
    r"""Return a pattern for any of *words*, the longest first, with any space between their parts.

    >>> either({"ja", "ja tack"}) == r"ja\stack|ja"
    True
    """
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first)
