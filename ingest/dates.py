"""Read Swedish dates: days, spans of days, months and seasons."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ingest.date_patterns import (
    BARE_SEASON,
    COMPACT,
    DAY_MONTH,
    DOTTED,
    ISO,
    MAY_DATE,
    MONTH_YEAR,
    NAME_DAY,
    NAME_MONTH,
    NAME_YEAR,
    SEASON,
    SHORT,
    SLASH,
    WEEK,
    YEAR,
)
from ingest.header_words import MONTHS, SEASONS
from rag.span import Span

WEEKDAYS = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")
WEEKDAY_BEFORE = re.compile(
    rf"\b(?P<day>{'|'.join(WEEKDAYS)})dag(?:en)?,?\s?(?:den\s?)?$", re.IGNORECASE
)

# A two-figure year above this is of the last century.
PIVOT = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date as printed, or an interval of days."""

    first: date
    last: date
    span: Span
    inferred: bool = False
    """The year was not printed."""

    @property
    def days(self) -> int:
        """How long the interval is."""
        return (self.last - self.first).days + 1


def find_dates(text: str, *, year: int | None = None, loose: bool = False) -> list[FoundDate]:
    """Return the dates of *text* in order; those without a year only when *year* is given.

    With *loose* also weeks, and seasons without a year, which elsewhere are no dates.

    >>> [(str(d.first), str(d.last)) for d in find_dates("Tid: den 4–5 mars 2024")]
    [('2024-03-04', '2024-03-05')]
    >>> [(str(d.first), str(d.last)) for d in find_dates("Hösten 2024")]
    [('2024-09-01', '2024-11-30')]
    """
    if not MAY_DATE.search(text):
        return []
    found: list[FoundDate] = []
    for pattern, read in (*_READERS, *_LOOSE_READERS) if loose else _READERS:
        for match in pattern.finditer(text):
            value = read(match, year)
            if value and not any(value.span.overlaps(other.span) for other in found):
                found.append(value)
    return sorted(found, key=lambda value: value.span.start)


def date_in_name(name: str, *, year: int | None = None) -> FoundDate | None:
    """Return the date that a file's name bears: a day, or else a season, month or year.

    >>> str(date_in_name("styrelsemote_170201.md").first)
    '2017-02-01'
    """
    stem = name.rsplit("/", 1)[-1].rsplit("\\", 1)[-1][:200]
    readers: tuple[tuple[re.Pattern[str], _Reader], ...] = (
        (NAME_DAY, _iso),
        (NAME_MONTH, _month_year),
        (NAME_YEAR, _whole_year),
    )
    spaced = stem.replace("_", " ").replace("-", " ")
    for pattern, read in readers:
        if pattern is NAME_YEAR:
            named = find_dates(spaced, year=year)
            if named:
                return replace(named[0], inferred=True)
        for match in pattern.finditer(stem):
            value = read(match, year)
            if value:
                return replace(value, inferred=True)
    return None


def years_in(text: str) -> Iterator[int]:
    """Yield the years that *text* names.

    >>> list(years_in("Under våren 2022 (KS 2021/145)"))
    [2022]
    """
    return (int(match.group()) for match in YEAR.finditer(text))


def weekday_before(words: str, position: int) -> int | None:
    """Return the weekday printed right before *position*, Monday as 0.

    >>> weekday_before("tisdagen den 5 mars", 13), weekday_before("den 5 mars", 4)
    (1, None)
    """
    match = WEEKDAY_BEFORE.search(words[max(position - 20, 0) : position])
    return WEEKDAYS.index(match["day"].lower()) if match else None


def _day(year: int, month: int, day: int) -> date | None:
    if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:  # noqa: PLR2004
        return date(year, month, day)
    return None


def _full_year(printed: str) -> int:
    number = int(printed)
    if len(printed) > 2:  # noqa: PLR2004
        return number
    return number + (1900 if number > PIVOT else 2000)


def _month_number(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _interval(
    first: date | None, last: date | None, match: re.Match[str], *, inferred: bool = False
) -> FoundDate | None:
    if first is None or last is None or last < first:
        return None
    return FoundDate(first=first, last=last, span=Span(*match.span()), inferred=inferred)


def _iso(match: re.Match[str], _: int | None) -> FoundDate | None:
    groups = match.groupdict()
    year, month = _full_year(groups["year"]), int(groups["month"])
    first = _day(year, month, int(groups["day"]))
    if not groups.get("day2"):
        return _interval(first, first, match)
    last = _day(int(groups["year2"] or year), int(groups["month2"] or month), int(groups["day2"]))
    return _interval(first, last, match) or _interval(first, first, match)


def _day_month(match: re.Match[str], year: int | None) -> FoundDate | None:
    printed = match["year"]
    chosen = _full_year(printed) if printed else year
    if chosen is None:
        return None
    month = _month_number(match["month"])
    last = _day(chosen, month, int(match["day"]))
    first = last
    if match["day1"]:
        first_month = _month_number(match["month1"]) if match["month1"] else month
        first = _day(int(match["year1"] or chosen), first_month, int(match["day1"]))
    found = _interval(first, last, match, inferred=not printed)
    return found or _interval(last, last, match, inferred=not printed)


def _slash(match: re.Match[str], year: int | None) -> FoundDate | None:
    chosen = _full_year(match["year"]) if match["year"] else year
    if chosen is None:
        return None
    day = _day(chosen, int(match["month"]), int(match["day"]))
    return _interval(day, day, match, inferred=not match["year"])


def _week(match: re.Match[str], year: int | None) -> FoundDate | None:
    chosen = int(match["year"]) if match["year"] else year
    try:
        first = date.fromisocalendar(chosen or 1, int(match["week"]), 1)
    except ValueError:  # a year has 52 weeks or 53
        return None
    if chosen is None:
        return None
    return _interval(first, first + timedelta(days=6), match, inferred=not match["year"])


def _bare_season(match: re.Match[str], year: int | None) -> FoundDate | None:
    if year is None:
        return None
    first, last = season_days(match["season"], year)
    return _interval(first, last, match, inferred=True)


def _month_year(match: re.Match[str], _: int | None) -> FoundDate | None:
    year = int(match["year"])
    printed = match["month"]
    month = int(printed) if printed.isdigit() else _month_number(printed)
    first = _day(year, month, 1)
    last = _day(year, month, monthrange(year, month)[1]) if first else None
    return _interval(first, last, match)


def season_days(season: str, year: int) -> tuple[date, date]:
    """Return the first and last day of a season; a winter ends in the year that names it.

    >>> [str(day) for day in season_days("vintern", 2024)]
    ['2023-12-01', '2024-02-29']
    """
    first_month, last_month = SEASONS[season.lower()]
    begins = year - 1 if first_month > last_month else year
    following = date(year + last_month // 12, last_month % 12 + 1, 1)
    return date(begins, first_month, 1), following - timedelta(days=1)


def _season(match: re.Match[str], _: int | None) -> FoundDate | None:
    first_month, last_month = SEASONS[match["season"].lower()]
    year = int(match["year"])
    if match["year2"] and first_month > last_month:
        year += 1  # vintern 2023/24 is the winter of 2024
    return _interval(*season_days(match["season"], year), match)


def _whole_year(match: re.Match[str], _: int | None) -> FoundDate | None:
    year = int(match["year"])
    return _interval(date(year, 1, 1), date(year, 12, 31), match)


_Reader = Callable[[re.Match[str], int | None], FoundDate | None]

# The more precise first: what one has read, the next leaves alone.
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (ISO, _iso),
    (COMPACT, _iso),
    (DOTTED, _iso),
    (SHORT, _iso),
    (DAY_MONTH, _day_month),
    (SLASH, _slash),
    (SEASON, _season),
    (MONTH_YEAR, _month_year),
)
_LOOSE_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (WEEK, _week),
    (BARE_SEASON, _bare_season),
)
