"""Read Swedish dates: days, spans of days, months and seasons."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ingest.header_words import MONTHS, SEASONS
from rag.span import Span

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_SEASON = "(?:" + "|".join(sorted(SEASONS, key=len, reverse=True)) + ")"
_YEAR = r"(?:(?:19|20)\d\d)(?!\d)"
_TO = r"\s{0,2}(?:--|[-–—/]|\btill\b|\boch\b)\s{0,2}"
_FLAGS = re.VERBOSE | re.IGNORECASE

# 2024-03-04, 2024-03-04--05, 2024-03-04 – 2024-03-05, 2024/03/04; not 2024-03-04 – 13.00
ISO = re.compile(
    rf"""(?<![\d/])(?P<year>{_YEAR})(?P<sep>[-–/.])(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?!\d)
    (?:{_TO}(?:(?P<year2>{_YEAR})-)?(?:(?P<month2>\d\d)-)?(?P<day2>\d\d)(?!\d|[.:]\d|-\d))?""",
    _FLAGS,
)
# 20240304, as some write it on a line of its own
COMPACT = re.compile(
    r"(?<![\d/-])(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?![\d/-])", _FLAGS
)
# 4 mars 2024, den 4:e mars -24, 4–5 mars 2024, 28 februari – 1 mars 2024; the year may be absent
DAY_MONTH = re.compile(
    rf"""(?<![\d.,:/-])
    (?:(?P<day1>\d{{1,2}})(?::?[ae])?(?:\s(?P<month1>{_MONTH})(?:\s(?P<year1>{_YEAR}))?)?{_TO}
        (?:den\s)?)?
    (?P<day>\d{{1,2}})(?::?[ae]|\.)?\s{{0,2}}(?P<month>{_MONTH})
    (?:(?:,?\s{{1,2}}|\s?[-'’])(?P<year>{_YEAR}|(?<=[-'’])\d\d(?!\d)))?""",
    _FLAGS,
)
# 4/3 2024, 4/3-24, 10/6; not 2023/145, 1/2024
SLASH = re.compile(
    rf"""(?<![\d/.,:-])(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})(?![\d/]*\d{{3}})(?!\d)
    (?:[\s/-]{{1,2}}(?P<year>{_YEAR}|(?<=[-/])\d\d(?!\d)))?""",
    _FLAGS,
)
# mars 2024; not what remains of the impossible 30 februari 2024
MONTH_YEAR = re.compile(rf"(?<!\d)(?<!\d\s)\b(?P<month>{_MONTH})\s{{1,2}}(?P<year>{_YEAR})", _FLAGS)
# Hösten 2024, vt 2023, vintern 2023/24
SEASON = re.compile(
    rf"""\b(?P<season>{_SEASON})(?:en)?\s?[-–]?\s?(?P<year>{_YEAR})
    (?:[/–-](?P<year2>(?:20)?\d\d)(?!\d))?""",
    _FLAGS,
)
YEAR = re.compile(rf"(?<![\d/:.,-]){_YEAR}(?![\d/:,-]|\.\d)")

# In a file's name: 2024-03-04, 20240304, 240304, 2024_03_04; or only 2024-03, 2024
NAME_DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d|\d\d)(?P<sep>[-_.]?)(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?!\d)"
)
NAME_MONTH = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-_.](?P<month>\d\d)(?!\d)")
NAME_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)")

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


def find_dates(text: str, *, year: int | None = None) -> list[FoundDate]:
    """Return the dates of *text* in order; those without a year only when *year* is given.

    >>> [(str(d.first), str(d.last)) for d in find_dates("Tid: den 4–5 mars 2024")]
    [('2024-03-04', '2024-03-05')]
    >>> [(str(d.first), str(d.last)) for d in find_dates("Hösten 2024")]
    [('2024-09-01', '2024-11-30')]
    """
    found: list[FoundDate] = []
    for pattern, read in _READERS:
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


def _month_year(match: re.Match[str], _: int | None) -> FoundDate | None:
    year = int(match["year"])
    printed = match["month"]
    month = int(printed) if printed.isdigit() else _month_number(printed)
    first = _day(year, month, 1)
    last = _day(year, month, monthrange(year, month)[1]) if first else None
    return _interval(first, last, match)


def _season(match: re.Match[str], _: int | None) -> FoundDate | None:
    first_month, last_month = SEASONS[match["season"].lower()]
    year = int(match["year"])
    if match["year2"] and first_month > last_month:
        year += 1  # vintern 2023/24 is the winter of 2024
    begins = year - 1 if first_month > last_month else year
    following = date(year + last_month // 12, last_month % 12 + 1, 1)
    return _interval(date(begins, first_month, 1), following - timedelta(days=1), match)


def _whole_year(match: re.Match[str], _: int | None) -> FoundDate | None:
    year = int(match["year"])
    return _interval(date(year, 1, 1), date(year, 12, 31), match)


_Reader = Callable[[re.Match[str], int | None], FoundDate | None]

# The more precise first: what one has read, the next leaves alone.
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (ISO, _iso),
    (COMPACT, _iso),
    (DAY_MONTH, _day_month),
    (SLASH, _slash),
    (SEASON, _season),
    (MONTH_YEAR, _month_year),
)
