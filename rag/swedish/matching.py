"""Tell how far the subject of a question stands in a text, inflected, compounded or misspelt."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from rag.swedish.words import NGRAM_SIZES, fold, ngrams, stem

# Shorter stems are parts of too many words to be seen in compounds.
SHORTEST_PART = 4
IN_COMPOUND = 0.8
# What the stemmer leaves of some inflections: skolskjut, skolskjuts.
LONGEST_ENDING = 2

# The share of a word's n-grams that must recur before two words count as alike; below it the
# likeness is that of endings and prefixes only.
ALIKE = 0.55
SHORTEST_GRAM = min(NGRAM_SIZES)

# What the stemmer leaves of museum, museet; gymnasium, gymnasiet; centrum, centret.
LATIN = re.compile(r"(?<=[ei])(?:um|et)$|(?<=centr)(?:um|et)$")

NONE: Mapping[str, Sequence[Sequence[str]]] = {}

Presence = tuple[float, ...]
"""How surely each of the subject's words is meant, 0 to 1, in their order."""


class Subject:
    """The words that an answer must speak of, each with its weight."""

    def __init__(
        self, weights: Mapping[str, float], others: Mapping[str, Sequence[Sequence[str]]] = NONE
    ) -> None:
        """Weigh the words of a subject.

        Args:
            weights: Of each word.
            others: Groups of words that, all together, may stand for a word.
        """
        self._weights = dict(weights)
        groups = [[(word,), *_halves(word), *others.get(word, ())] for word in weights]
        self._said = list(dict.fromkeys(said for group in groups for one in group for said in one))
        column = {said: place for place, said in enumerate(self._said)}
        self._columns = [[[column[said] for said in one] for one in group] for group in groups]
        self.grams = frozenset(gram for word in self._said for gram in _grams(word))
        """The n-grams of all of them: a word with none of these means none of them."""
        self._known: dict[str, Presence | None] = {}

    def presence(self, text_words: Iterable[str]) -> Presence:
        """Return how surely each word of the subject is meant by one of *text_words*."""
        known = self._known
        rows = (known[word] if word in known else self._likeness(word) for word in text_words)
        found = [row for row in rows if row is not None]
        if not found:
            return (0.0,) * len(self._weights)
        best = tuple(map(max, zip(*found, strict=True)))
        return tuple(
            max(min(best[column] for column in one) for one in group) for group in self._columns
        )

    def coverage(self, presence: Presence) -> float:
        """Return the share of the subject's weight that is present, 0 to 1.

        >>> subject = Subject({"skolskjuts": 2.0, "höstlov": 1.0})
        >>> round(subject.coverage(subject.presence(["skolskjutsen", "ordnas"])), 2)
        0.67
        """
        total = sum(self._weights.values())
        found = sum(w * p for w, p in zip(self._weights.values(), presence, strict=True))
        return found / total if total else 0.0

    def absent(self, presence: Presence) -> tuple[str, ...]:
        """Return the words that are not present at all, the rarest first.

        >>> Subject({"ny": 0.5, "skolskjuts": 2.0}).absent((0.0, 0.0))
        ('skolskjuts', 'ny')
        """
        absent = (word for word, p in zip(self._weights, presence, strict=True) if not p)
        return tuple(sorted(absent, key=lambda word: -self._weights[word]))

    def _likeness(self, other: str) -> Presence | None:
        """Find out the likeness of *other* with each word of the subject; `None` if all are 0."""
        row = None
        if not self.grams.isdisjoint(_grams_of_parts(other)):
            row = tuple(likeness(word, other) for word in self._said)
        self._known[other] = row if row and any(row) else None
        return self._known[other]


class Vocabulary:
    """Many words, of which few are compared with a subject."""

    def __init__(self, said: Iterable[str]) -> None:
        self._having: dict[str, list[str]] = {}
        for word in said:
            for gram in _grams_of_parts(word):
                if len(gram) <= SHORTEST_GRAM:  # what has a longer one has this too
                    self._having.setdefault(gram, []).append(word)

    def near(self, subject: Subject) -> set[str]:
        """Return the words that *subject* may mean; it means none of the others.

        >>> sorted(Vocabulary(["skolan", "skolskjuts", "hamnen"]).near(Subject({"skola": 1.0})))
        ['skolan', 'skolskjuts']
        """
        return {word for gram in subject.grams for word in self._having.get(gram, ())}


def less(share: float, presence: Presence) -> Presence:
    """Return *presence* as sure as *share* makes it."""
    return tuple(share * sure for sure in presence)


def most(*presences: Presence) -> Presence:
    """Return for each word the surest of *presences*; empty ones say nothing."""
    return tuple(map(max, zip(*filter(None, presences), strict=True)))


def likeness(word: str, other: str) -> float:
    """Return how like two words are: 1 for inflections of one word, less for parts and slips.

    >>> likeness("kommunerna", "kommun"), likeness("esf", "esf-projekt"), likeness("hund", "katt")
    (1.0, 0.8, 0.0)
    """
    if not word.isalpha() and any(character.isdigit() for character in word):
        return 1.0 if word == other or word in other.split("-") else 0.0
    one, two = _root(word), _root(other)
    if one == two or _same_but_ending(one, two):
        return 1.0
    if one in map(_root, other.split("-")):
        return IN_COMPOUND
    if len(one) >= SHORTEST_PART and (two.startswith(one) or two.endswith(one)):
        return IN_COMPOUND
    shared = _share(_grams(word), _grams(other))
    return shared if shared >= ALIKE else 0.0


def may_have(asked: Iterable[str]) -> Callable[[str], bool]:
    """Return a quick test of folded texts: where it fails, no word is like one of those *asked*.

    >>> test = may_have(["ljungviks"])
    >>> test("eva ljungvik | tallmora kommun"), test("bo ek | tallmora kommun")
    (True, False)
    """
    parts = list(dict.fromkeys(part for word in asked for part in _parts(word)))
    return lambda text: any(part in text for part in parts)


@lru_cache(maxsize=10_000)
def _parts(word: str) -> tuple[str, ...]:
    """Return what a word has one of, folded, that is like *word*: n-grams within its root."""
    root = _root(word)
    starts = range(max(1, len(root) - SHORTEST_GRAM + 1))
    return fold(word), *(root[start : start + SHORTEST_GRAM] for start in starts)


def _halves(word: str) -> list[tuple[str, ...]]:
    """Return the words of a hyphenated one: EU-dagen is also printed "EU dagen" and "EU- dagen"."""
    return [tuple(word.split("-"))] if "-" in word and word[0].isalpha() else []


def _same_but_ending(one: str, two: str) -> bool:
    shorter, longer = sorted((one, two), key=len)
    return (
        len(shorter) > SHORTEST_PART
        and longer.startswith(shorter)
        and len(longer) - len(shorter) <= LONGEST_ENDING
    )


def _share(grams: frozenset[str], others: frozenset[str]) -> float:
    return len(grams & others) / max(len(grams), len(others))


@lru_cache(maxsize=200_000)
def _grams(word: str) -> frozenset[str]:
    return frozenset(ngrams(_root(word)))


@lru_cache(maxsize=200_000)
def _grams_of_parts(word: str) -> frozenset[str]:
    """Return the n-grams of *word* and its parts: "eu" has none in common with "eu-medel"."""
    return _grams(word).union(*map(_grams, word.split("-"))) if "-" in word else _grams(word)


@lru_cache(maxsize=200_000)
def _root(word: str) -> str:
    return LATIN.sub("", fold(stem(word)))
