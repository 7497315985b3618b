"""Find required evidence in passages: strings that occur together, white space aside."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

Group = tuple[str, ...]
"""Strings that must occur within one passage."""

Evidence = tuple[Group, ...]
"""Groups that are all required."""


@dataclass(frozen=True, slots=True)
class Place:
    """A passage to look in: a quote, a chunk or a whole text, made by `places_of`."""

    source: str
    text: str

    def holds(self, group: Group) -> bool:
        """Tell whether every string of *group* occurs here."""
        return all(string in self.text for string in _squeezed(group))


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Which groups of the evidence were found, and which were missed."""

    found: Evidence
    missed: Evidence

    @property
    def share(self) -> float:
        """Found groups over all groups; 0 without any."""
        total = len(self.found) + len(self.missed)
        return len(self.found) / total if total else 0.0


def squeeze(text: str) -> str:
    r"""Return *text* with each run of white space as one space, in composed characters.

    >>> squeeze(" Avgiften\n  höjs. ")
    'Avgiften höjs.'
    """
    return " ".join(unicodedata.normalize("NFC", text).split())


@lru_cache(maxsize=10_000)
def _squeezed(group: Group) -> Group:
    return tuple(map(squeeze, group))


def places_of(passages: Iterable[tuple[str, str]]) -> list[Place]:
    """Return a place for each source and text."""
    return [Place(source, squeeze(text)) for source, text in passages]


def names_document(source: str, suffixes: Sequence[str]) -> bool:
    r"""Tell whether the path *source* ends in one of *suffixes*; without suffixes any does.

    >>> names_document("prov/styrelsen/maj.pdf", ["styrelsen/maj.pdf"])
    True
    >>> names_document("prov\\styrelsen\\18-maj.pdf", ["maj.pdf"])
    False
    """
    if not suffixes:
        return True
    path = _path(source)
    return any(path.endswith(_path(suffix)) for suffix in suffixes)


def unnamed(sources: Iterable[str], suffixes: Iterable[str]) -> list[str]:
    """Return those of *suffixes* that no path of *sources* ends in."""
    paths = list(sources)
    return [suffix for suffix in suffixes if not any(names_document(p, (suffix,)) for p in paths)]


def is_relevant(place: Place, ways: Iterable[Evidence], documents: Sequence[str]) -> bool:
    """Tell whether *place* holds a group of any way, in one of *documents* if there are any."""
    return names_document(place.source, documents) and any(
        place.holds(group) for way in ways for group in way
    )


def cover(places: Iterable[Place], ways: Sequence[Evidence], documents: Sequence[str]) -> Coverage:
    """Return which groups *places* hold of the way that they cover best; the first of equals."""
    within = [place for place in places if names_document(place.source, documents)]
    covered = [_cover_way(within, way) for way in ways]
    return max(covered, key=lambda coverage: coverage.share, default=Coverage(found=(), missed=()))


def _cover_way(places: Sequence[Place], way: Evidence) -> Coverage:
    found = tuple(group for group in way if any(place.holds(group) for place in places))
    return Coverage(found=found, missed=tuple(group for group in way if group not in found))


# Every question's documents are held against every path of the library.
@lru_cache(maxsize=100_000)
def _path(text: str) -> str:
    return "/" + unicodedata.normalize("NFC", text).replace("\\", "/").strip("/")
