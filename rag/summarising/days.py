"""Tell whether a sentence names a day after the meeting."""

from datetime import date, timedelta

from rag.grounding.dates import Day, find_dates
from rag.minutes import MeetingDate

# A day without a year is the next such one, unless it was not long ago.
NOT_LONG_AGO = timedelta(days=120)
YEAR = timedelta(days=365)


def names_day_to_come(text: str, held: MeetingDate | None) -> bool:
    """Tell whether *text* names a day after the meeting that was *held*.

    A meeting without a date has all days before it.

    >>> march = MeetingDate(first=date(2024, 3, 4), last=date(2024, 3, 4))
    >>> said = "Städdag den 4 maj.", "Städdagen den 11 februari gick bra.", "Möte 2025-01-15."
    >>> [names_day_to_come(text, march) for text in said]
    [True, False, True]
    """
    return any(_is_to_come(day, held.last if held else None) for day in find_dates(text))


def _is_to_come(day: Day, held: date | None) -> bool:
    if day.month is None or day.day is None:
        return False
    if held is None:
        return True
    try:
        named = date(day.year or held.year, day.month, day.day)
    except ValueError:
        return False
    if day.year is None and held - named > NOT_LONG_AGO:
        named += YEAR
    return named > held
