"""Correct misspelt words of a question to words that stand in the minutes.

A word that the minutes have in some inflection is left alone, and so is one that Swedish has: who
asks for an ice rink where none is mentioned does not mean the rink that is. All others are replaced
by the nearest word of the library's texts, if it differs by a slip or, in a long word that is not
two of Swedish in one, by two.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from rag.indexing.lexical import WordIndex
from rag.minutes import ChunkKey
from rag.results import Passage
from rag.swedish.known_words import is_known
from rag.swedish.words import WORD, fold, is_content, stem, words

# A shorter stem is one letter from too many others; å, ä and ö may be missing in it all the same.
SHORTEST = 5
FOR_A_SLIP = 6
FOR_TWO = 10
# The shortest part of a compound.
PART = 4
# How many of the chunks that hold a word like it are read to see which word that is.
CHUNKS_READ = 20


@dataclass(frozen=True, slots=True)
class Corrected:
    """A question as it was meant, and the words that were changed."""

    text: str
    meant: Mapping[str, str]
    """What was asked, in lower case, to what was meant; empty when nothing was changed."""


class Speller:
    """Correct questions by the words of one library."""

    def __init__(
        self,
        index: Callable[[], WordIndex],
        passages: Callable[[list[ChunkKey]], Mapping[ChunkKey, Passage]],
    ) -> None:
        self._index = index
        self._passages = passages

    def __call__(self, question: str) -> Corrected:
        """Return *question* with its unknown words corrected where the minutes have their like."""
        asked = [word for word in dict.fromkeys(words(question)) if _may_be_misspelt(word)]
        unknown = self._index().unknown(asked) if asked else []
        meant = {word: near for word in unknown if (near := self._nearest(word))}
        return Corrected(_replaced(question, meant) if meant else question, meant)

    def _nearest(self, word: str) -> str | None:
        """Return the word of the minutes that differs least from *word*, or none."""
        for slips in (1,) if _is_compound(word) else (1, 2):
            chunks = self._index().like(word, slips=slips, limit=CHUNKS_READ)
            texts = [passage.text for passage in self._passages(chunks).values()]
            near = nearest(word, (other for text in texts for other in words(text)), slips=slips)
            if near:
                return near
        return None


def nearest(word: str, others: Iterable[str], *, slips: int) -> str | None:
    """Return the one of *others* that is at most so many *slips* from *word*, stem or whole.

    The first letter is hardly ever the slip. Of equally near ones the one whose length is most
    like its own is taken.

    >>> nearest("skolskujts", ["skolan", "skolskjutsen", "skolskjuts"], slips=2)
    'skolskjuts'
    """
    forms = [(form, min(slips, _most(form))) for form in (fold(stem(word)), fold(word))]
    found = [
        (min(distances), abs(len(other) - len(word)), other)
        for other in set(others)
        if fold(other[0]) == forms[0][0][0]
        and (
            distances := [
                distance
                for (form, most), like in zip(forms, (fold(stem(other)), fold(other)), strict=True)
                if (distance := _distance(form, like)) <= most
            ]
        )
    ]
    return min(found)[2] if found else None


def _most(form: str) -> int:
    """Return how many slips *form* may have; in a short one only dots and rings may differ."""
    return (len(form) >= FOR_A_SLIP) + (len(form) >= FOR_TWO)


def _may_be_misspelt(word: str) -> bool:
    return (
        len(stem(word)) >= SHORTEST and word.isalpha() and is_content(word) and not is_known(word)
    )


def _is_compound(word: str) -> bool:
    """Tell whether *word* is two words of Swedish in one: `skattejakt`, `underbetar`."""
    cuts = range(PART, len(word) - PART + 1)
    return any(is_known(word[:cut]) and is_known(word[cut:]) for cut in cuts)


def _replaced(question: str, meant: Mapping[str, str]) -> str:
    def meant_by(match: re.Match[str]) -> str:
        said = match.group()
        word = meant.get(said.lower(), said)
        return word[0].upper() + word[1:] if said[0].isupper() else word

    return WORD.sub(meant_by, question)


def _distance(one: str, two: str) -> int:
    """Return how many letters to add, drop, change or swap with their neighbours (Damerau 1964)."""
    before: list[int] = []
    last = list(range(len(two) + 1))
    for i, a in enumerate(one, start=1):
        row = [i]
        for j, b in enumerate(two, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == two[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
