"""Expand the abbreviations of a question, and abbreviate what it spells out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rag.swedish.abbreviations import known
from rag.swedish.words import STOP_WORDS, fold, is_content, stem, words

# A lower-case word this short may be an abbreviation; a longer one is a word.
LONGEST_SHORT = 5


@dataclass(frozen=True, slots=True)
class Expansion:
    """What stands in the question, and what the minutes may have in its stead."""

    asked: str
    """As the question has it, an abbreviation with its capitals."""
    also: str
    words: tuple[str, ...]
    """The question's words, in lower case, that it is."""


class ShortForms:
    """The abbreviations of public life and of one library's minutes, to be looked up both ways."""

    def __init__(self, explained: Mapping[str, str]) -> None:
        merged = {**known(), **explained}
        self._longs = {_key(short): (short, long) for short, long in merged.items()}
        self._shorts: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        for short, long in merged.items():
            if roots := _roots(words(long)):
                self._shorts.setdefault(roots[0], []).append((roots, short, long))

    def long(self, short: str) -> str | None:
        """Return what *short* stands for, written with or without its capitals."""
        return self._longs.get(_key(short), (None, None))[1]

    def expansions(self, text: str) -> list[Expansion]:
        """Return what the words of *text* are short for, or long for."""
        asked = words(text)
        # "AF" in a question that has capitals is not "af"; one without any may mean it.
        shouts = set(text.replace(":", " ").replace("-", " ").split())
        found = [
            Expansion(*self._longs[_key(short)], (word,))
            for word in dict.fromkeys(asked)
            if _key(short := word.partition("-")[0]) in self._longs
            and self._is_short(short, shouts, text)
        ]
        return found + list(self._abbreviated(asked))

    def _is_short(self, word: str, said: Iterable[str], text: str) -> bool:
        short, _ = self._longs[_key(word)]
        bare = {token.strip(".,?!()«»\"'") for token in said}
        if short in bare or word.upper() in bare:
            return True
        is_lower = text[1:] == text[1:].lower()
        return is_lower and len(word) <= LONGEST_SHORT and fold(word) not in STOP_WORDS | NO_SHORTS

    def _abbreviated(self, asked: Sequence[str]) -> Iterable[Expansion]:
        roots = [_root(word) for word in asked]
        for place, root in enumerate(roots):
            for long_roots, short, _ in self._shorts.get(root, ()):
                end = _end(roots, asked, place, long_roots)
                if end:
                    said = tuple(asked[place:end])
                    yield Expansion(" ".join(said), short, said)


# Words of everyday Swedish that are abbreviations too when they have capitals.
NO_SHORTS = frozenset("is las gr fl do sol lov bo so rus mal it".split())


def _end(
    roots: Sequence[str], asked: Sequence[str], place: int, wanted: Sequence[str]
) -> int | None:
    """Return where the words whose roots are *wanted* end, function words aside, or none."""
    for root in wanted:
        while place < len(roots) and not is_content(asked[place]):
            place += 1
        if place == len(roots) or roots[place] != root:
            return None
        place += 1
    return place


def _roots(said: Iterable[str]) -> tuple[str, ...]:
    return tuple(_root(word) for word in said if is_content(word))


def _root(word: str) -> str:
    return fold(stem(word))


def _key(short: str) -> str:
    return short.lower()
