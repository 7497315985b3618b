"""Read dates that are told from the day of the meeting: `tisdag nästa vecka`, `om två veckor`."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from ingest.dates import WEEKDAYS, FoundDate, season_days
from ingest.header_words import MONTHS
from rag.span import Span

_FLAGS = re.VERBOSE | re.IGNORECASE
_DAY = rf"(?:{'|'.join(WEEKDAYS)})dag(?:en)?"
_NAMED = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEK = r"(?:nästa|kommande|nästkommande)\svecka"
COUNTS = {"en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6}
# tisdag nästa vecka · nästa vecka på tisdag · nästa vecka tisdag
DAY_OF_NEXT_WEEK = re.compile(
    rf"\b(?:(?P<day>{_DAY})\s{_WEEK}|{_WEEK},?\s(?:på\s)?(?P<last>{_DAY}))\b", _FLAGS
)
# nästa torsdag
NEXT_DAY = re.compile(rf"\b(?:nästa|nästkommande)\s(?P<day>{_DAY})\b", _FLAGS)
# samma tid nästa vecka
SAME_TIME = re.compile(rf"\bsamma\s(?:tid|dag)(?:\soch\splats)?\s{_WEEK}\b", _FLAGS)
# nästa helg · i helgen
NEXT_WEEKEND = re.compile(r"\b(?:nästa|nästkommande)\shelg(?:en)?\b", _FLAGS)
WEEKEND = re.compile(r"\b(?:i|till|kommande|under)\shelg(?:en)?\b", _FLAGS)
NEXT_WEEK = re.compile(rf"\b{_WEEK}\b", _FLAGS)
# om två veckor; not om två-tre veckor
IN_WEEKS = re.compile(
    rf"\bom\s(?:ca\.?\s|cirka\s)?(?P<count>{'|'.join(COUNTS)}|\d)\sveck(?:a|or)\b", _FLAGS
)
TOMORROW = re.compile(r"\b(?:imorgon|i\smorgon)\b", _FLAGS)
# på torsdag · torsdag
DAY = re.compile(rf"\b(?P<day>{_DAY})\b", _FLAGS)
# i juli · under hösten
MONTH = re.compile(rf"\b(?:i|under)\s(?P<month>{_NAMED})\b", _FLAGS)
SEASON = re.compile(r"\b(?:i|under|till)\s(?P<season>våren|sommaren|hösten)\b", _FLAGS)


def find_relative(text: str, *, to: date) -> list[FoundDate]:
    """Return the dates that *text* tells relative to the day *to*; all of them lie after it.

    >>> [d.first.isoformat() for d in find_relative("tisdag nästa vecka", to=date(2024, 3, 7))]
    ['2024-03-12']
    """
    found: list[FoundDate] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if not any(span.overlaps(other.span) for other in found):
                first, last = read(match, to)
                found.append(FoundDate(first=first, last=last, span=span, inferred=True))
    return sorted(found, key=lambda one: one.span.start)


def _weekday(name: str) -> int:
    return next(n for n, start in enumerate(WEEKDAYS) if name.lower().startswith(start))


def _week_after(day: date, weeks: int = 1) -> date:
    """Return the Monday of the week *weeks* after that of *day*."""
    return day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)


def _next_week_day(match: re.Match[str], to: date) -> tuple[date, date]:
    name = next(value for value in match.groupdict().values() if value)
    day = _week_after(to) + timedelta(days=_weekday(name))
    return day, day


def _whole_week(match: re.Match[str], to: date) -> tuple[date, date]:
    count = match.groupdict().get("count") or "1"
    monday = _week_after(to, COUNTS.get(count.lower()) or int(count))
    return monday, monday + timedelta(days=6)


def _weekend(to: date, *, weeks: int) -> tuple[date, date]:
    """Return the Saturday and Sunday of the week of *to*, or of one after it."""
    saturday = _week_after(to, weeks) + timedelta(days=5)
    if saturday <= to:
        saturday += timedelta(weeks=1)
    return saturday, saturday + timedelta(days=1)


def _coming_day(match: re.Match[str], to: date) -> tuple[date, date]:
    ahead = (_weekday(match["day"]) - to.weekday() - 1) % 7 + 1
    day = to + timedelta(days=ahead)
    return day, day


def _days_later(days: int) -> "_Reader":
    return lambda _, to: (to + timedelta(days=days), to + timedelta(days=days))


def _coming_month(match: re.Match[str], to: date) -> tuple[date, date]:
    month = MONTHS[match["month"].lower()]
    year = to.year + (month <= to.month)
    first = date(year, month, 1)
    return first, date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _coming_season(match: re.Match[str], to: date) -> tuple[date, date]:
    first, last = season_days(match["season"], to.year)
    return (first, last) if first > to else season_days(match["season"], to.year + 1)


_Reader = Callable[[re.Match[str], date], tuple[date, date]]

# The more precise first: what one has read, the next leaves alone.
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (DAY_OF_NEXT_WEEK, _next_week_day),
    (SAME_TIME, _days_later(7)),
    (NEXT_DAY, _next_week_day),
    (NEXT_WEEK, _whole_week),
    (NEXT_WEEKEND, lambda _, to: _weekend(to, weeks=1)),
    (WEEKEND, lambda _, to: _weekend(to, weeks=0)),
    (IN_WEEKS, _whole_week),
    (TOMORROW, _days_later(1)),
    (DAY, _coming_day),
    (MONTH, _coming_month),
    (SEASON, _coming_season),
)
