"""Which words say the same thing in minutes and in what is written from them."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from rag.swedish.words import stem

# Each row's words may stand for each other; a word may be in several rows. Words of decisions, of
# proposals, of quantity and of denial need no rows: they have modules of their own.
ROWS = Path(__file__).with_name("synonyms.txt")


def _rows() -> Mapping[str, frozenset[int]]:
    keys: dict[str, set[int]] = {}
    for number, row in enumerate(ROWS.read_text(encoding="utf-8").splitlines()):
        for word in row.split():
            keys.setdefault(stem(word), set()).add(number)
    return {key: frozenset(numbers) for key, numbers in keys.items()}


GROUPS = _rows()
NONE: frozenset[int] = frozenset()

# Shorter stems begin or end too many words.
SHORTEST_PART = 4
SHORTEST_FIRST = 3
SHORTEST_PREFIX = 5
LONG_PREFIX = 6
# What the stemmer leaves of some inflections and derivations: utvärd-ering, utvärd-erad.
LONGEST_ENDING = 5
# "oförändrad" is no kind of "förändrad".
DENYING = frozenset({"icke", "miss", "van", "ned", "åter"})


@lru_cache(maxsize=200_000)
def alike(one: str, other: str) -> bool:
    """Tell whether two stems can stand for the same thing.

    >>> alike("nämnd", "kulturnämnd"), alike("enig", "oenig"), alike("taxa", "bro")
    (True, False, False)
    """
    if one == other:
        return True
    if any(character.isdigit() for character in one + other):
        return False
    if _groups(one) & _groups(other):
        return True
    shorter, longer = sorted((one, other), key=len)
    return _derived(shorter, longer) or _compounded(shorter, longer)


def _groups(word: str) -> frozenset[int]:
    return GROUPS.get(word) or GROUPS.get(word.removesuffix("t"), NONE)  # kostsamt, kostsam


def _derived(shorter: str, longer: str) -> bool:
    """Tell whether both are made from one word: utvärderade, utvärdering."""
    shared = 0
    for a, b in zip(shorter, longer, strict=False):
        if a != b:
            break
        shared += 1
    return (
        shared >= SHORTEST_PREFIX
        and len(shorter) - shared <= 1 + (shared > LONG_PREFIX) * 2
        and (len(longer) - shared <= LONGEST_ENDING or shared == len(shorter))
    )


def _compounded(shorter: str, longer: str) -> bool:
    """Tell whether one is a part of the other: förvaltning, utbildningsförvaltning."""
    if len(shorter) < SHORTEST_PART:
        return False
    if longer.endswith(shorter):
        first = longer[: -len(shorter)]
        return len(first) >= SHORTEST_FIRST and first not in DENYING
    return longer.startswith(shorter)
