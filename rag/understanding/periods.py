"""Read the times that a question names: days, months, seasons, years and what lies between them."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rag.swedish.words import fold
from rag.understanding.time_words import (
    BETWEEN,
    DAY_FOLLOWS,
    LAST_SEASON,
    LONGEST_POINT,
    MONTHS,
    MONTHS_AGO,
    NUMBERS,
    OF_YEAR,
    ONLY_OF_MEETINGS,
    PARTS,
    POINT,
    SEASONS,
    SINCE,
    STARTS,
    UNTIL,
    YEARS_AGO,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A time, and where the question names it; without a year it comes back every year."""

    start: int
    end: int
    said: str
    """As the question has it."""
    first: date | None = None
    """`None` when the time has no beginning."""
    last: date | None = None
    yearless: bool = False
    """True when the year of `first` and `last` means nothing."""

    def admits(self, first: date, last: date) -> bool:
        """Tell whether a meeting held from *first* to *last* was held then, in part at least."""
        if self.yearless and self.first and self.last:
            over = self.first > self.last  # november till februari
            if first == last and not over:
                return _day_of(self.first) <= _day_of(first) <= _day_of(self.last)
            return any(
                _in_year(self.first, year) <= last and first <= _in_year(self.last, year + over)
                for year in range(first.year - over, last.year + 1)
            )
        return (self.first is None or last >= self.first) and (
            self.last is None or first <= self.last
        )


def periods(text: str, *, today: date) -> list[Period]:
    """Return the times that *text* names, in order.

    >>> [p.first.isoformat() for p in periods("mötet den 4 mars 2024", today=date(2025, 1, 1))]
    ['2024-03-04']
    """
    folded = fold(text)
    found = list(_points(text, folded, today))
    joined: list[Period] = []
    for period in found:
        if joined and _is_year_of(folded, joined[-1], period):
            joined[-1] = _dated(text, joined[-1], period)
        elif joined and _are_ends(folded, joined[-1], period):
            joined[-1] = _span(text, joined[-1], period)
        else:
            joined.append(period)
    return [_opened(text, folded, period) for period in joined]


def _points(text: str, folded: str, today: date) -> Iterator[Period]:
    for match in POINT.finditer(folded):
        kind = next((name for name in READERS if match[name] is not None), None)
        read = READERS[kind](match, today) if kind else None
        if read:
            first, last, yearless = read
            yield Period(
                start=match.start(),
                end=match.end(),
                said=text[match.start() : match.end()],
                first=first,
                last=last,
                yearless=yearless,
            )


Read = tuple[date, date, bool] | None


def _whole(year: int, first_month: int, last_month: int, *, yearless: bool = False) -> Read:
    last_day = monthrange(year, last_month)[1]
    return date(year, first_month, 1), date(year, last_month, last_day), yearless


def _day(year: str | None, month: int, day: int) -> Read:
    try:
        one = date(int(year) if year else LEAP_YEAR, month, day)
    except ValueError:  # 31/2, 4/30
        return None
    return one, one, year is None


# Stands for the year that a question does not say; it has a 29 February.
LEAP_YEAR = 2000


def _months(names: tuple[int, int], year: str | None, ago: str | None, today: date) -> Read:
    if ago:
        return _whole(today.year - YEARS_AGO[ago], *names)
    return _whole(int(year) if year else LEAP_YEAR, *names, yearless=not year)


def _read_iso(match: re.Match[str], today: date) -> Read:
    year, month, day = match["iso"].split("-")
    return _day(year, int(month), int(day))


def _read_iso_month(match: re.Match[str], today: date) -> Read:
    year, month = map(int, match["iso_month"].split("-"))
    return _whole(year, month, month)


def _read_month(match: re.Match[str], today: date) -> Read:
    month = MONTHS[match["only_month"]]
    return _months((month, month), match["month_year"], match["month_ago"], today)


def _read_slash(match: re.Match[str], today: date) -> Read:
    """Read `4/3 2024`; without a year only after "den" or "mötet", since it may be a fraction."""
    if not match["slash_year"] and not DAY_FOLLOWS.search(match.string[: match.start()]):
        return None
    return _day(match["slash_year"], int(match["slash_month"]), int(match["slash_day"]))


def _read_last_season(match: re.Match[str], today: date) -> Read:
    first, last = LAST_SEASON[match["last_season"]]
    return _whole(today.year if today.month >= first else today.year - 1, first, last)


def _read_months_ago(match: re.Match[str], today: date) -> Read:
    months = today.year * 12 + today.month - 1 - MONTHS_AGO[match["months_ago"]]
    return _whole(months // 12, months % 12 + 1, months % 12 + 1)


def _read_span(match: re.Match[str], today: date) -> Read:
    said = match["span"]
    months = (int(said) if said.isdigit() else NUMBERS[said]) * (
        1 if "manad" in match["unit"] else 12
    )
    before = today.year * 12 + today.month - 1 - months
    return date(before // 12, before % 12 + 1, min(today.day, 28)), today, False


READERS: Mapping[str, Callable[[re.Match[str], date], Read]] = {
    "iso": _read_iso,
    "iso_month": _read_iso_month,
    "day": lambda m, _: _day(m["day_year"], MONTHS[m["month"]], int(m["day"])),
    "slash_day": _read_slash,
    "only_month": _read_month,
    "season": lambda m, today: _months(
        {**SEASONS, **ONLY_OF_MEETINGS}[m["season"]], m["season_year"], m["season_ago"], today
    ),
    "part": lambda m, today: _months(PARTS[m["part"]], m["part_year"], None, today),
    "years_ago": lambda m, today: _whole(today.year - YEARS_AGO[m["years_ago"]], 1, 12),
    "last_season": _read_last_season,
    "months_ago": _read_months_ago,
    "unit": _read_span,
    "year": lambda m, _: _whole(int(m["year"]), 1, 12),
}


def _are_ends(folded: str, one: Period, other: Period) -> bool:
    between = BETWEEN.match(folded[one.end : other.start])
    is_said = bool(STARTS.search(folded[: one.start])) or "och" not in (between or [""])[0]
    return bool(between) and is_said


def _is_year_of(folded: str, one: Period, other: Period) -> bool:
    """Tell whether *other* is the year of *one*: "höstmötet 2019"."""
    between = OF_YEAR.match(folded[one.end : other.start])
    return bool(between) and one.yearless and not other.yearless


def _dated(text: str, one: Period, year: Period) -> Period:
    if one.first is None or one.last is None or year.first is None:
        return one
    return replace(
        one,
        end=year.end,
        said=text[one.start : year.end],
        first=_in_year(one.first, year.first.year),
        last=_in_year(one.last, year.first.year),
        yearless=False,
    )


def _span(text: str, one: Period, other: Period) -> Period:
    """Return the time from the first day of *one* to the last of *other*."""
    said = text[one.start : other.end]
    if one.first is None or other.last is None:
        return one
    first = one.first
    if one.yearless and not other.yearless:
        first = _in_year(first, other.last.year)
        if first > other.last:
            first = _in_year(first, other.last.year - 1)
    return replace(
        one, end=other.end, said=said, first=first, last=other.last, yearless=other.yearless
    )


def _opened(text: str, folded: str, period: Period) -> Period:
    """Return *period* without an end when "sedan" stands before it, without a start at "före"."""
    before = folded[: period.start]
    first, last = period.first, period.last
    if period.yearless or not first or not last or (last - first).days > LONGEST_POINT:
        return period
    if since := SINCE.search(before):
        said = text[since.start() : period.end]
        opened = last + timedelta(days=1) if since["after"] else first
        return replace(period, start=since.start(), said=said, first=opened, last=None)
    if until := UNTIL.search(before):
        said = text[until.start() : period.end]
        closed = first - timedelta(days=1) if until["before"] else last
        return replace(period, start=until.start(), said=said, first=None, last=closed)
    return period


def _day_of(day: date) -> tuple[int, int]:
    return day.month, day.day


def _in_year(day: date, year: int) -> date:
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))
