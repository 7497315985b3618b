"""Name those who attended, in brief: the names alone, chair and secretary first."""

from collections.abc import Iterable, Iterator, Sequence

from rag.minutes import Document, Person, Presence
from rag.span import Span

OFFICIALS = ("ordförande", "sekreterare")


def people(document: Document, presence: Presence) -> list[Person]:
    """Return those of one *presence*, each once, chair and secretary first."""
    found = (one for one in document.minutes.people if one.presence is presence)
    once = {one.name.casefold(): one for one in found}
    return sorted(once.values(), key=_importance)


def names(document: Document, found: Sequence[Person], *, room: int) -> list[Span]:
    """Return where the names of the first of those stand, as many as *room* words hold."""
    return list(_fitting((_name(document.text, one) for one in found), document.text, room))


def _fitting(spans: Iterable[Span], text: str, room: int) -> Iterator[Span]:
    for span in spans:
        room -= len(span.of(text).split())
        if room < 0:
            return
        yield span


def _importance(person: Person) -> int:
    places = [number for number, role in enumerate(OFFICIALS) if _has(person.roles, role)]
    return min(places, default=len(OFFICIALS))


def _has(roles: Iterable[str], role: str) -> bool:
    return any(own.endswith(role) and not own.startswith("vice") for own in roles)


def _name(text: str, person: Person) -> Span:
    """Return the name inside the entry of *person*, or the entry when it is written otherwise."""
    at = text.find(person.name, person.span.start, person.span.end)
    return Span(at, at + len(person.name)) if at >= 0 else person.span
