"""Count the meetings of each body in each month, for a picture of them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl, urlencode

from rag.minutes import Kind
from rag.results import Meeting
from ui import local, strings

CHOOSE = "choose?"

# Fewer bodies are drawn than a large library has: the rest share a row.
MOST_ROWS = 8
# Fewer dated meetings than these are seen at a glance in the list.
FEWEST = 3
# Of more months than these, years are drawn.
MOST_MONTHS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """How many meetings each body held in each time, both in the order in which they are drawn."""

    rows: tuple[str, ...]
    """The bodies, and for the meetings without one the empty name."""
    columns: tuple[str, ...]
    """Months such as `2024-03`, or years."""
    counts: Mapping[tuple[str, str], int]

    bodies: int
    """How many bodies there are, with those that share the last row."""

    @property
    def busiest(self) -> tuple[str, str]:
        """The body and the time of the most meetings that one body held in one time."""
        own = [place for place in self.counts if place[0] != strings.CALENDAR_OTHERS]
        return max(own, key=lambda place: self.counts[place])


def calendar(meetings: Iterable[Meeting]) -> Calendar | None:
    """Count the dated meetings; return `None` when there are too few for a picture."""
    held = [(one.body or "", one.date.first) for one in meetings if one.date]
    if len(held) < FEWEST:
        return None
    columns = _columns([day for _, day in held])
    length = len(columns[0])
    bodies = [body for body, _ in Counter(body for body, _ in held).most_common()]
    shown, others = bodies, list[str]()
    if len(bodies) > MOST_ROWS:
        shown, others = bodies[: MOST_ROWS - 1], bodies[MOST_ROWS - 1 :]
    rows = sorted(shown, key=lambda body: (not body, local.collation(body)))
    name = dict.fromkeys(others, strings.CALENDAR_OTHERS)
    counts = Counter((name.get(body, body), day.isoformat()[:length]) for body, day in held)
    return Calendar(
        rows=(*rows, *([strings.CALENDAR_OTHERS] if others else [])),
        columns=columns,
        counts=counts,
        bodies=len(bodies),
    )


def target(body: str, time: str) -> str:
    """Return what a click on the meetings of *body* in a month or a year means.

    >>> target("Styrelsen", "2024-03")
    'choose?body=Styrelsen&month=2024-03&year=2024'
    """
    facets = {} if body == strings.CALENDAR_OTHERS else {"body": body}
    facets |= {"month": time, "year": time[:4]} if "-" in time else {"year": time}
    return CHOOSE + urlencode(facets)


def choices(target: str) -> dict[str, str]:
    """Return the facets that a click on the picture or the table means.

    >>> choices("choose?body=Styrelsen&year=2024")
    {'body': 'Styrelsen', 'year': '2024'}
    """
    return dict(parse_qsl(target.removeprefix(CHOOSE), keep_blank_values=True))


def time_text(written: str) -> str:
    """Write a month or a year as Swedish prose does.

    >>> time_text("2024-03"), time_text("2024")
    ('mars 2024', '2024')
    """
    year, _, month = written.partition("-")
    return f"{local.months()[int(month) - 1]} {year}" if month else year


def facet_text(name: str, value: str) -> str:
    """Write the value of a facet of the list as its user reads it.

    >>> facet_text("month", "2024-03"), facet_text("kind", "protokoll"), facet_text("year", "")
    ('mars', 'protokoll', 'odaterat')
    """
    if name == "month" and value:
        return local.months()[int(value[5:]) - 1]
    if name == "kind":
        return strings.KINDS[Kind(value)].lower()
    return value or (strings.NO_BODY if name == "body" else strings.UNDATED)


def _columns(days: Sequence[date]) -> tuple[str, ...]:
    first, last = min(days), max(days)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months > MOST_MONTHS:
        return tuple(f"{year:04}" for year in range(first.year, last.year + 1))
    whole = range(first.year * 12, last.year * 12 + 12)
    return tuple(f"{month // 12:04}-{month % 12 + 1:02}" for month in whole)
