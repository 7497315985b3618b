"""Tell how far the words of a question stand in a text, inflected, compounded or misspelt."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from rag.words import fold, ngrams, stem, words

# Shorter stems are parts of too many words to be seen in compounds.
SHORTEST_PART = 4
IN_COMPOUND = 0.8
LONGEST_ENDING = 2

# The share of a word's n-grams that must recur before two words count as alike; below it the
# likeness is that of endings and prefixes only.
ALIKE = 0.55


def coverage(subject: Mapping[str, float], text_words: frozenset[str]) -> float:
    """Return the share of the *subject*'s weight that stands in *text_words*, 0 to 1.

    >>> coverage({"skolskjuts": 2.0, "höstlov": 1.0}, frozenset(["skolskjutsen", "ordnas"]))
    0.67
    """
    total = sum(subject.values())
    if not total:
        return 0.0
    found = sum(weight * presence(word, text_words) for word, weight in subject.items())
    return round(found / total, 2)


def presence(word: str, text_words: frozenset[str]) -> float:
    """Return how surely *word* is meant by one of *text_words*, 0 to 1."""
    if word in text_words:
        return 1.0
    return max((likeness(word, other) for other in text_words), default=0.0)


@lru_cache(maxsize=200_000)
def likeness(word: str, other: str) -> float:
    """Return how like two words are: 1 for inflections of one word, less for parts and slips.

    >>> likeness("kommunerna", "kommun"), likeness("esf", "esf-projekt"), likeness("hund", "katt")
    (1.0, 0.8, 0.0)
    """
    if any(character.isdigit() for character in word):
        return 1.0 if word == other or word in other.split("-") else 0.0
    one, two = fold(stem(word)), fold(stem(other))
    if one == two or _same_but_ending(one, two):
        return 1.0
    parts = fold(other).split("-")
    if one in map(stem, parts) or one in parts:
        return IN_COMPOUND
    if len(one) >= SHORTEST_PART and (two.startswith(one) or two.endswith(one)):
        return IN_COMPOUND
    shared = _share(one, two)
    return shared if shared >= ALIKE else 0.0


def _same_but_ending(one: str, two: str) -> bool:
    """Tell of two stems whether the stemmer left one of them an ending: skolskjut, skolskjuts."""
    shorter, longer = sorted((one, two), key=len)
    return (
        len(shorter) > SHORTEST_PART
        and longer.startswith(shorter)
        and len(longer) - len(shorter) <= LONGEST_ENDING
    )


def _share(one: str, two: str) -> float:
    grams, others = _grams(one), _grams(two)
    return len(grams & others) / max(len(grams), len(others))


@lru_cache(maxsize=100_000)
def _grams(word: str) -> frozenset[str]:
    return frozenset(ngrams(word))


def word_set(texts: Iterable[str]) -> frozenset[str]:
    """Return the different words of *texts*."""
    return frozenset(word for text in texts for word in words(text))
