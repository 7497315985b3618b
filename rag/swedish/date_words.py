"""Write dates as Swedish prose does."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "januari februari mars april maj juni juli augusti september oktober november december".split()
)
SHORT_MONTHS = "jan. feb. mars april maj juni juli aug. sept. okt. nov. dec.".split()
# First and last month and day of the times that minutes name without a day: "Tid: Hösten 2024".
NAMED_TIMES = {
    (1, 1, 12, 31): "",
    (3, 1, 5, 31): "våren",
    (6, 1, 8, 31): "sommaren",
    (9, 1, 11, 30): "hösten",
    (1, 1, 6, 30): "vårterminen",
    (8, 1, 12, 31): "höstterminen",
}
SEASONS = ("vintern", "våren", "sommaren", "hösten")
EN_DASH = "\N{EN DASH}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """What a language calls months, and times that have names, in dates written day first."""

    months: Sequence[str]
    short_months: Sequence[str]
    named: Mapping[tuple[int, int, int, int], str]


SWEDISH = DateWords(months=MONTHS, short_months=SHORT_MONTHS, named=NAMED_TIMES)


def date_text(first: date, last: date, words: DateWords = SWEDISH) -> str:
    """Return a day, a month, a year or an interval as prose writes it, in Swedish unless told.

    >>> date_text(date(2024, 3, 4), date(2024, 3, 4))
    '4 mars 2024'
    >>> date_text(date(2024, 9, 1), date(2024, 11, 30))
    'hösten 2024'
    >>> date_text(date(2024, 9, 3), date(2024, 11, 28))
    '3 sept.–28 nov. 2024'
    """
    if first == last:
        return f"{first.day} {words.months[first.month - 1]} {first.year}"
    named = words.named.get((first.month, first.day, last.month, last.day))
    if named is not None and _same_year(first, last):
        return f"{named} {first.year}".lstrip()
    if _same_month(first, last):
        whole = (first.day, last.day) == (1, monthrange(last.year, last.month)[1])
        days = "" if whole else f"{first.day}{EN_DASH}{last.day} "
        return f"{days}{words.months[first.month - 1]} {first.year}"
    year = "" if _same_year(first, last) else f" {first.year}"
    return f"{_short(first, words)}{year}{EN_DASH}{_short(last, words)} {last.year}"


def season(day: date) -> str:
    """Return the season of *day*.

    >>> season(date(2024, 12, 24))
    'vintern'
    """
    return SEASONS[day.month % 12 // 3]


def _same_year(first: date, last: date) -> bool:
    return first.year == last.year


def _same_month(first: date, last: date) -> bool:
    return (first.year, first.month) == (last.year, last.month)


def _short(day: date, words: DateWords) -> str:
    return f"{day.day} {words.short_months[day.month - 1]}"
