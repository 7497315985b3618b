"""Tell the day that a task is due, from the words printed and the meeting's date."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from rag.minutes import MeetingDate
from rag.swedish.words import fold
from rag.understanding.periods import Period, periods

# efter sommaren: no day is too late
AFTER = re.compile(r"\befter\b")
BEFORE = re.compile(r"\b(?:fore|innan)\b")
# före utgången av 2025, före slutet av maj: the last day of it
AT_THE_END = re.compile(r"\b(?:utgangen|slutet|slut)\b")
NEXT_MEETING = re.compile(r"\bnasta\s(?:\w{1,20})?(?:mote|traff|sammantrade)\b")
# den 1:a december, 14e december, 1/3: as prose writes days
ORDINAL = re.compile(r"\b(\d{1,2}):?[ae]\b")
BARE_DAY = re.compile(r"(?<![\d/])(?<!den )(\d{1,2}/\d{1,2})(?![\d/])")
WEEKDAYS = {
    name: number
    for number, name in enumerate("mandag tisdag onsdag torsdag fredag lordag sondag".split())
}
# fredag · på torsdag · tisdag nästa vecka · i slutet av nästa vecka
WEEK_DAY = re.compile(rf"\b(?P<day>{'|'.join(WEEKDAYS)})(?:en)?\b(?P<next>\snasta\svecka)?")
NEXT_WEEK = re.compile(r"\b(?:nasta|kommande)\svecka(?:n)?\b")
IN_WEEKS = re.compile(r"\b(?:om|inom)\s(?P<count>en|tva|tre|fyra|fem|sex|\d)\sveck(?:a|or)\b")
COUNTS = {"en": 1, "tva": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6}
WEEK_NUMBER = re.compile(r"\b(?:vecka|v\.?)\s?(?P<week>[1-9]|[1-4]\d|5[0-3])\b")
TOMORROW = re.compile(r"\bi\s?morgon\b")
TODAY = re.compile(r"\b(?:i\s?dag|ikvall|i kvall)\b")
# Feasts and turns of the year, as the month and day that they begin on.
FEASTS: Mapping[str, tuple[int, int]] = {
    "jul": (12, 24),
    "julen": (12, 24),
    "arsskiftet": (12, 31),
    "nyar": (12, 31),
    "midsommar": (6, 19),
    "arets slut": (12, 31),
    "lucia": (12, 13),
}
FEAST = re.compile(rf"\b(?:{'|'.join(FEASTS)})\b")
SEASONS: Mapping[str, tuple[int, int]] = {
    name: months
    for names, months in (
        ("varen var", (3, 5)),
        ("sommaren sommar", (6, 8)),
        ("hosten host", (9, 11)),
    )
    for name in names.split()
}
SEASON = re.compile(rf"\b(?:{'|'.join(SEASONS)})\b")

Days = tuple[date, date]


def due_date(
    printed: str, *, held: MeetingDate | None, following: MeetingDate | None = None
) -> date | None:
    """Return the last day that *printed* allows; `None` when it cannot be told.

    Args:
        printed: Such as `senast den 1 mars`.
        held: When the meeting was; a day without a year is the next one after it.
        following: When the next meeting is, if the minutes announce it.

    >>> march = MeetingDate(first=date(2024, 3, 14), last=date(2024, 3, 14))
    >>> [str(due_date(said, held=march)) for said in ("till den 12/4", "före den 1 maj")]
    ['2024-04-12', '2024-04-30']
    """
    said = BARE_DAY.sub(r"den \1", ORDINAL.sub(r"\1", fold(" ".join(printed.split()))))
    if held is None or AFTER.search(said):
        return None
    if NEXT_MEETING.search(said):
        return following.last if following and following.last > held.last else None
    days = next(_days(said, held), None)
    if days is None:
        return None
    is_before = BEFORE.search(said) and not AT_THE_END.search(said)
    return days[0] - timedelta(days=1) if is_before else days[1]


def _days(said: str, held: MeetingDate) -> Iterator[Days]:
    """Yield the readings of *said*, the surest first."""
    for period in periods(BEFORE.sub("", said), today=held.last):
        if not (period.yearless and SEASON.search(period.said)):
            yield from filter(None, [_dated(period, held)])
    for pattern, read in READERS if held.first == held.last else OF_LONG_MEETINGS:
        if match := pattern.search(said):
            yield from filter(None, [read(match, held)])


def _dated(period: Period, held: MeetingDate) -> Days | None:
    """Return the days of *period*; without a year the first such ones not before the meeting."""
    first, last = period.first or period.last, period.last or period.first
    if first is None or last is None:
        return None
    if not period.yearless:
        return first, last
    years = (held.first.year, held.first.year + 1)
    found = ((_in_year(first, year), _in_year(last, year)) for year in years)
    return next((days for days in found if days[1] >= held.first), None)


def _in_year(day: date, year: int) -> date:
    """Return the same day, or the last of its month, in *year*."""
    ends = (day + timedelta(days=1)).month != day.month
    most = monthrange(year, day.month)[1]
    return date(year, day.month, most if ends else min(day.day, most))


def _coming_day(match: re.Match[str], held: MeetingDate) -> Days:
    weekday = WEEKDAYS[match["day"]]
    if match["next"]:
        monday = _monday(held, 1)
        return (monday + timedelta(days=weekday),) * 2
    ahead = (weekday - held.last.weekday() - 1) % 7 + 1
    return (held.last + timedelta(days=ahead),) * 2


def _weeks_later(match: re.Match[str], held: MeetingDate) -> Days:
    count = match["count"]
    day = held.last + timedelta(weeks=COUNTS.get(count) or int(count))
    return day, day


def _monday(held: MeetingDate, weeks: int) -> date:
    return held.last - timedelta(days=held.last.weekday()) + timedelta(weeks=weeks)


def _next_week(_: re.Match[str], held: MeetingDate) -> Days:
    return _monday(held, 1), _monday(held, 1) + timedelta(days=6)


def _numbered_week(match: re.Match[str], held: MeetingDate) -> Days | None:
    for year in (held.last.year, held.last.year + 1):
        try:
            sunday = date.fromisocalendar(year, int(match["week"]), 7)
        except ValueError:  # a year of 52 weeks
            continue
        if sunday >= held.last:
            return sunday - timedelta(days=6), sunday
    return None


def _feast(match: re.Match[str], held: MeetingDate) -> Days:
    month, number = FEASTS[match[0]]
    day = date(held.last.year, month, number)
    coming = day if day >= held.last else day.replace(year=day.year + 1)
    return coming, coming


def _season(match: re.Match[str], held: MeetingDate) -> Days:
    first, last = SEASONS[match[0]]
    year = held.last.year + (last < held.last.month)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _later(days: int) -> Callable[[re.Match[str], MeetingDate], Days]:
    return lambda _, held: (held.last + timedelta(days=days),) * 2


Read = Callable[[re.Match[str], MeetingDate], Days | None]

OF_LONG_MEETINGS: tuple[tuple[re.Pattern[str], Read], ...] = (
    (FEAST, _feast),
    (WEEK_NUMBER, _numbered_week),
    (SEASON, _season),
)
"""What can be told from a meeting that is only known to have been in the spring."""

READERS: tuple[tuple[re.Pattern[str], Read], ...] = (
    (WEEK_DAY, _coming_day),
    (NEXT_WEEK, _next_week),
    (IN_WEEKS, _weeks_later),
    (TOMORROW, _later(1)),
    (TODAY, _later(0)),
    *OF_LONG_MEETINGS,
)
