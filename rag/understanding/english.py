"""Translate English questions word by word, so that Swedish minutes can be searched."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rag.swedish.tables import load_table
from rag.swedish.words import WORD, words

ENGLISH = frozenset(
    """the of and is are was were be been did does do has have had what who whom whose when where
    which why how to from with about that this these those it its they their there would should
    could will can not been being any some between during concerning regarding list tell me please
    show into than then may""".split()
)
SWEDISH = frozenset(
    """vad vem vems vilka vilken vilket när var varför hur och eller att det den de en ett är om på
    av för till från med som inte har hade blev blir ska skulle kan kunde fick får vid under efter
    sig sina finns fanns nar varfor ar pa fran gick sa sade skall ja nej""".split()
)
# Nothing in Swedish, which has endings instead.
DROPPED = frozenset(
    """the a an of is are was were be been being did does do has have had it its they their there
    would should could will can shall that these those them any please me tell us we you your
    as into than then s t""".split()
)
LONGEST_PHRASE = 3
# What a word may end with beside the table's form, and what stands there then.
ENDINGS = (
    ("'s", ""),
    ("\N{RIGHT SINGLE QUOTATION MARK}s", ""),
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
)
# "May" is a month after these, or before a year.
BEFORE_MAY = frozenset("in of since until before after by and last this".split())

Unknown = Callable[[Iterable[str]], Sequence[str]]
"""Return those of some words that no chunk of the library has."""


@dataclass(frozen=True, slots=True)
class Translated:
    """A question in Swedish words, and what else may stand for some of them."""

    text: str
    others: Mapping[str, tuple[str, ...]]


def is_english(text: str) -> bool:
    """Tell whether *text* is English, by its function words or by all its words being in the table.

    >>> is_english("What was decided about the dog park?"), is_english("Vad sa AF om Steget in?")
    (True, False)
    """
    said = words(text)
    english, swedish = (sum(word in known for word in said) for known in (ENGLISH, SWEDISH))
    if english or swedish:
        return english > swedish
    return len(said) > 1 and _is_in_table(said)


def translate(text: str, unknown: Unknown) -> Translated:
    """Return *text* with each known word or phrase in Swedish; names and numbers stay.

    Of several Swedish words the first that the library has is taken, and the others are kept
    beside it.
    """
    tokens = [match.group() for match in WORD.finditer(text)]
    others: dict[str, tuple[str, ...]] = {}
    said: list[str] = []
    place = 0
    while place < len(tokens):
        taken, swedish = _phrase(tokens, place)
        choice = _known_first(swedish, unknown)
        said += choice[:1]
        if len(choice) > 1:
            others[choice[0].lower()] = tuple(word.lower() for word in choice[1:])
        place += taken
    return Translated(" ".join(said), others)


def _is_in_table(said: Sequence[str]) -> bool:
    """Tell whether all of *said* is translated, and some of it into another word."""
    place, is_other = 0, False
    while place < len(said):
        taken, swedish = _phrase(said, place)
        if swedish[:1] == [said[place]] and not _looked_up(said[place]):
            return False
        is_other = is_other or swedish[:1] != [said[place]]
        place += taken
    return is_other


def _phrase(tokens: Sequence[str], place: int) -> tuple[int, list[str]]:
    """Return how many tokens a phrase of the table has from *place* on, and its Swedish words."""
    for size in range(min(LONGEST_PHRASE, len(tokens) - place), 0, -1):
        said = " ".join(tokens[place : place + size])
        if size == 1 and _is_month(tokens, place):
            return 1, ["maj"]
        if found := _looked_up(said.lower()):
            return size, [word.replace("_", " ") for word in found.split()]
    token = tokens[place]
    return 1, [] if token.lower() in DROPPED else [token]


def _is_month(tokens: Sequence[str], place: int) -> bool:
    if tokens[place].lower() != "may":
        return False
    before = tokens[place - 1].lower() if place else ""
    after = tokens[place + 1] if place + 1 < len(tokens) else ""
    return before in BEFORE_MAY or before.isdigit() or after[:2] in {"19", "20"}


def _looked_up(said: str) -> str | None:
    table = _table()
    if said in table:
        return table[said]
    for ending, instead in ENDINGS:
        root = said.removesuffix(ending) + instead
        if said.endswith(ending) and root in table:
            return table[root]
        if said.endswith(ending) and root[-2:-1] == root[-1:] and root[:-1] in table:
            return table[root[:-1]]  # planned, stopped
    return None


def _known_first(swedish: Sequence[str], unknown: Unknown) -> list[str]:
    """Return the *swedish* words, those that the library has first."""
    if len(swedish) <= 1:
        return list(swedish)
    missing = set(unknown([word.lower() for word in swedish]))
    return sorted(swedish, key=lambda word: word.lower() in missing)


@cache
def _table() -> Mapping[str, str]:
    return load_table("english").pairs("words")
