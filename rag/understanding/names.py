"""Find the people and organisations of the library that a question names."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from rag.storing.directory import Known
from rag.swedish.words import WORD, fold, is_content, words

# Words of many organisations' names, which tell none of them.
GENERIC = frozenset("kommun kommuns kommunen region regionen ab stad lans lan sverige".split())
# A first name or a word that more people or organisations share names none of them.
MOST_ALIKE = 3
SHORTEST = 2
# When one meeting comes, the words of all other names are still known.
KEPT = 100_000


class Names:
    """The names of one library, looked up by their words."""

    def __init__(self, known: Known) -> None:
        self._people = _by_word(known.people, frozenset())
        self._organisations = _by_word(known.organisations, GENERIC)

    def named(self, question: str) -> tuple[str, ...]:
        """Return the names in *question*, inflected or not: whole, or by a part that tells.

        >>> Names(Known(("Eva Ek", "Bo Ek"), ("Tallmora kommun",))).named("Vad sa Eva i Tallmora?")
        ('Eva Ek', 'Tallmora kommun')
        """
        asked = {form for word in words(question) for form in _forms(word)}
        capital = {
            form
            for match in WORD.finditer(question)
            if match.start() and match.group()[0].isupper()
            for form in _forms(match.group().lower())
        }
        return tuple(
            dict.fromkeys(
                chain(
                    _named(self._people, asked, alone=capital),
                    _named(self._organisations, asked, alone=asked),
                )
            )
        )


def _named(
    names: dict[str, list[tuple[str, frozenset[str]]]], asked: set[str], *, alone: set[str]
) -> Iterable[str]:
    """Yield the names of which *asked* has all words, or else one of *alone* that few have."""
    for word in sorted(asked & names.keys()):
        alike = names[word]
        whole = [name for name, parts in alike if parts <= asked]
        if whole:
            yield from whole
        elif word in alone and len(alike) <= MOST_ALIKE:
            yield from (name for name, _ in alike)


def _by_word(
    names: Iterable[str], generic: frozenset[str]
) -> dict[str, list[tuple[str, frozenset[str]]]]:
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for name in names:
        parts = _parts(name) - generic
        for part in parts:
            found.setdefault(part, []).append((name, parts))
    return found


@lru_cache(KEPT)
def _parts(name: str) -> frozenset[str]:
    """Return the words of a name that tell it from others, without å, ä and ö."""
    return frozenset(map(fold, filter(_is_telling, words(name))))


def _is_telling(word: str) -> bool:
    return len(word) >= SHORTEST and is_content(word)


def _forms(word: str) -> tuple[str, ...]:
    """Return a word as it is and without the ending of its genitive."""
    folded = fold(word)
    return (folded, folded[:-1]) if folded.endswith("s") else (folded,)
