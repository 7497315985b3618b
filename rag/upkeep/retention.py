"""Tell which meetings are older than minutes are to be kept."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from rag.errors import FilterError
from rag.results import Meeting

AGE = re.compile(
    r"""\s*(?P<number>\d{1,4})\s*
    (?P<unit>y|år|m|mån|månad|månader|d|dag|dagar)  # 7y, 7 år, 18m, 90 dagar
    \s*""",
    re.VERBOSE | re.IGNORECASE,
)
MONTHS = {"y": 12, "å": 12, "m": 1}


def cutoff(age: str, today: date) -> date:
    """Return the first day that is not older than *age*.

    >>> cutoff("7 år", date(2026, 11, 22)), cutoff("18m", date(2026, 8, 31))
    (datetime.date(2019, 11, 22), datetime.date(2025, 2, 28))

    Raises:
        FilterError: it is no age, or longer than there have been years.
    """
    found = AGE.fullmatch(age)
    try:
        if found is None:
            raise ValueError(age)  # noqa: TRY301 - one sentence for all that is wrong
        number, unit = int(found["number"]), found["unit"][0].lower()
        if unit == "d":
            return today - timedelta(days=number)
        return _months_before(today, number * MONTHS[unit])
    except (ValueError, OverflowError) as error:
        raise FilterError(
            f"Åldern {age!r} kan inte tolkas: skriv till exempel 7y, 18m eller 90d."
        ) from error


def _months_before(today: date, months: int) -> date:
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    last = monthrange(year, month + 1)[1] if year > 0 else 1
    return date(year, month + 1, min(today.day, last))


def outdated(meetings: Iterable[Meeting], first_kept: date) -> list[Meeting]:
    """Return the *meetings* held wholly before *first_kept*; undated ones are never outdated."""
    return [m for m in meetings if m.date is not None and m.date.last < first_kept]
