"""Join words that the minutes write as one, and divide words that they write as several."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rag.swedish.words import WORD, is_content

SHORTEST_PART = 3
# A part that a compound is divided into; shorter ones are endings.
SHORTEST_DIVIDED = 4
LONGEST = 40
BETWEEN = ("", "s")

Unknown = Callable[[Iterable[str]], Sequence[str]]
"""Return those of some words that no chunk of the library has."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A question with its divided compounds joined."""

    text: str
    joined: Mapping[str, str] = field(default_factory=dict)
    """What was asked, in lower case, to what was meant."""


def join(text: str, unknown: Unknown) -> Joined:
    """Return *text* with words beside each other joined where the minutes have them as one.

    >>> join("Vad kostar skol skjuts?", lambda words: [w for w in words if w != "skolskjuts"]).text
    'Vad kostar skolskjuts?'
    """
    found = list(WORD.finditer(text))
    pairs = {
        (one.start(), two.end()): [
            f"{one.group()}{between}{two.group()}".lower() for between in BETWEEN
        ]
        for one, two in pairwise(found)
        if _may_be_part(one.group())
        and _may_be_part(two.group())
        and two.group().islower()
        and (one is found[0] or one.group().islower())  # "Tallmora kommun" is a name
        and text[one.end() : two.start()] in {" ", "- "}
    }
    tried = [word for words in pairs.values() for word in words]
    missing = set(unknown(tried)) if tried else set[str]()
    joined: dict[str, str] = {}
    end = len(text)
    for (first, last), words in reversed(pairs.items()):
        whole = next((word for word in words if word not in missing), None)
        if whole and last <= end:
            joined[text[first:last].lower()] = whole
            text = text[:first] + whole + text[last:]
            end = first
    return Joined(text, joined)


def divide(word: str, unknown: Unknown) -> tuple[str, str] | None:
    """Return the two words of the minutes that *word*, which they lack, is made of.

    >>> divide("skolskjutsregler", lambda words: set(words) - {"skolskjuts", "regler"})
    ('skolskjuts', 'regler')
    """
    if not word.isalpha() or len(word) > LONGEST:
        return None
    places = range(len(word) - SHORTEST_DIVIDED, SHORTEST_DIVIDED - 1, -1)
    parts = [(word[:place], word[place:]) for place in places]
    parts += [
        (one[:-1], two) for one, two in parts if one.endswith("s") and len(one) > SHORTEST_DIVIDED
    ]
    missing = set(unknown({part for pair in parts for part in pair})) if parts else set[str]()
    known = [pair for pair in parts if missing.isdisjoint(pair)]
    return max(known, key=lambda pair: min(map(len, pair)), default=None)


def _may_be_part(word: str) -> bool:
    return len(word) >= SHORTEST_PART and word.isalpha() and is_content(word)
