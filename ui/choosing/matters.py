"""Choose and order matters for the list of them."""

from collections.abc import Callable, Iterable, Mapping

from rag.matters.values import MatterLine
from rag.swedish.registration import read_registration
from rag.swedish.words import fold


def matching(known: Iterable[MatterLine], query: str) -> list[MatterLine]:
    """Return the matters with the number that *query* is, or with every word of it."""
    if number := read_registration(query):
        return [one for one in known if number.is_printed(one.registration_number)]
    wanted = fold(query).split()
    return [one for one in known if all(word in _searchable(one) for word in wanted)]


def ordered(known: Iterable[MatterLine], order: str) -> list[MatterLine]:
    """Return the matters, which come the newest first, in one of `ORDERS`."""
    return ORDERS[order](known)


def _searchable(one: MatterLine) -> str:
    return fold(f"{one.title} {one.registration_number or ''}")


def _most(known: Iterable[MatterLine]) -> list[MatterLine]:
    return sorted(known, key=lambda one: -len(one.meetings))


NEWEST = "newest"
MOST = "most"
ORDERS: Mapping[str, Callable[[Iterable[MatterLine]], list[MatterLine]]] = {
    NEWEST: list,
    MOST: _most,
}
