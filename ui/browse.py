"""Choose and order meetings for the list of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from rag.results import Meeting
from rag.words import fold
from ui import strings
from ui.swedish import collation


def matching(meetings: Iterable[Meeting], query: str) -> list[Meeting]:
    """Return the meetings whose title, body or file name holds every word of *query*."""
    wanted = fold(query).split()
    return [meeting for meeting in meetings if all(word in _searchable(meeting) for word in wanted)]


def ordered(meetings: Iterable[Meeting], order: str) -> list[Meeting]:
    """Return the meetings in one of `ORDERS`; undated ones come last of their kind."""
    return ORDERS[order](meetings)


def _searchable(meeting: Meeting) -> str:
    return fold(f"{meeting.title} {meeting.body or ''} {meeting.source}")


def _newest(meetings: Iterable[Meeting]) -> list[Meeting]:
    return sorted(
        sorted(meetings, key=_title),
        key=lambda m: m.date.first if m.date else date.min,
        reverse=True,
    )


def _oldest(meetings: Iterable[Meeting]) -> list[Meeting]:
    return sorted(sorted(meetings, key=_title), key=lambda m: m.date.first if m.date else date.max)


def _by_body(meetings: Iterable[Meeting]) -> list[Meeting]:
    return sorted(_newest(meetings), key=lambda m: (m.body is None, collation(m.body or "")))


def _by_title(meetings: Iterable[Meeting]) -> list[Meeting]:
    return sorted(_newest(meetings), key=_title)


def _title(meeting: Meeting) -> str:
    return collation(meeting.title)


ORDERS: Mapping[str, Callable[[Iterable[Meeting]], list[Meeting]]] = {
    strings.SORT_NEWEST: _newest,
    strings.SORT_OLDEST: _oldest,
    strings.SORT_BODY: _by_body,
    strings.SORT_TITLE: _by_title,
}
BY_YEAR: Sequence[str] = (strings.SORT_NEWEST, strings.SORT_OLDEST)
"""The orders under which meetings stand grouped by year."""
