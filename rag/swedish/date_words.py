"""Write dates as Swedish prose does."""

from calendar import monthrange
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


def date_text(first: date, last: date) -> str:
    """Return a day, a month, a year or an interval as Swedish prose writes it.

    >>> date_text(date(2024, 3, 4), date(2024, 3, 4))
    '4 mars 2024'
    >>> date_text(date(2024, 9, 1), date(2024, 11, 30))
    'hösten 2024'
    >>> date_text(date(2024, 9, 3), date(2024, 11, 28))
    '3 sept.–28 nov. 2024'
    """
    if first == last:
        return f"{first.day} {_month(first)} {first.year}"
    named = NAMED_TIMES.get((first.month, first.day, last.month, last.day))
    if named is not None and _same_year(first, last):
        return f"{named} {first.year}".lstrip()
    if _same_month(first, last):
        whole = (first.day, last.day) == (1, monthrange(last.year, last.month)[1])
        days = "" if whole else f"{first.day}{EN_DASH}{last.day} "
        return f"{days}{_month(first)} {first.year}"
    year = "" if _same_year(first, last) else f" {first.year}"
    return f"{_short(first)}{year}{EN_DASH}{_short(last)} {last.year}"


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


def _month(day: date) -> str:
    return MONTHS[day.month - 1]


def _short(day: date) -> str:
    return f"{day.day} {SHORT_MONTHS[day.month - 1]}"
