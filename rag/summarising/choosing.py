"""Choose what to say within a number of words: what must be said, then what is worth its words.

A greedy knapsack: of what there is room for, again and again what is worth most a word, less for
what is like something said (Carbonell & Goldstein 1998, maximal marginal relevance).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from rag.models.products import products

# Two units with a larger cosine say the same.
SAME = 0.85
# How much of its worth a unit loses by being wholly like one that is said.
REDUNDANCY = 0.3

Numbers = NDArray[np.float64]
Which = NDArray[np.bool_]


class Rank(IntEnum):
    """When a unit's turn comes."""

    ALWAYS = 0
    """Whatever its length."""
    FIRST = 1
    """Before all else that there is room for."""
    LATER = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """What can be said, an array each, (units,)."""

    words: Numbers
    worth: Numbers
    """What a word of each is worth."""
    topics: NDArray[np.int_]
    ranks: NDArray[np.int_]
    vectors: NDArray[np.float32]
    """(units, dimensions)"""
    labels: Numbers
    """The words of each topic's heading, (topics,); the first that is said of it costs them."""
    substantial: Which
    """The topics that each get a line if there is room; others get one at most, (topics,)."""


def choose(offers: Offers, *, budget: int, lines: bool) -> list[int]:
    """Return the indices of what is said in *budget* words, in order.

    Each substantial topic gets a line, when *lines*, before others get their second. What must be
    said is, however long; and of a meeting that says anything at least one thing is said.
    """
    choice = _Choice(offers, budget)
    for index in np.flatnonzero(offers.ranks == Rank.ALWAYS):
        choice.take(int(index))
    choice.fill(offers.ranks == Rank.FIRST)
    if lines:
        for topic in choice.silent_topics():
            choice.take_one(offers.topics == topic)
    choice.fill(np.ones(len(offers.words), dtype=bool))
    if not choice.said.any() and len(offers.words):
        choice.take(int(np.argmax(offers.worth * offers.words)))
    return np.flatnonzero(choice.said).tolist()


class _Choice:
    """What is said so far."""

    def __init__(self, offers: Offers, budget: int) -> None:
        self._offers = offers
        self._left = float(budget)
        self.said = np.zeros(len(offers.words), dtype=bool)
        self._likeness = np.zeros(len(offers.words))
        self._opened = np.zeros(len(offers.labels), dtype=bool)

    def take(self, index: int) -> None:
        self._left -= self._costs()[index]
        self.said[index] = True
        self._opened[self._offers.topics[index]] = True
        alike = products(self._offers.vectors, self._offers.vectors[index][:, None])[:, 0]
        self._likeness = np.maximum(self._likeness, alike)

    def take_one(self, which: Which) -> bool:
        """Say the best of *which* that there is room for, if any."""
        costs = self._costs()
        offers = self._offers
        # What a decision gives somebody to do stands among the actions too.
        is_new = (self._likeness < SAME) | (offers.ranks == Rank.FIRST)
        is_done = (self._opened & ~offers.substantial)[offers.topics] & (offers.ranks == Rank.LATER)
        free = which & ~self.said & (costs <= self._left) & is_new & ~is_done
        if not free.any():
            return False
        gain = offers.worth * offers.words * (1 - REDUNDANCY * self._likeness)
        self.take(int(np.argmax(np.where(free, gain / np.maximum(costs, 1), -1))))
        return True

    def fill(self, which: Which) -> None:
        """Say the best of *which* as long as there is room."""
        while self.take_one(which):
            pass

    def silent_topics(self) -> Iterator[int]:
        """Yield the substantial topics of which nothing is said, those worth most first."""
        offers = self._offers
        best = np.zeros(len(offers.labels))
        np.maximum.at(
            best, offers.topics, offers.worth * offers.words / np.maximum(self._costs(), 1)
        )
        for topic in np.argsort(-best, kind="stable"):
            if offers.substantial[topic] and not self._opened[topic]:
                yield int(topic)

    def _costs(self) -> Numbers:
        """Return what each would cost now: its words, and its heading's if that is not shown."""
        labels = np.where(self._opened, 0, self._offers.labels)
        return np.asarray(self._offers.words + labels[self._offers.topics])
