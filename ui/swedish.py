"""Write dates, counts and numbers the Swedish way."""

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
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
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


def iso_text(iso: str) -> str:
    """Return an ISO 8601 day or interval as `date_text` does.

    >>> iso_text("2024-03-04"), iso_text("2024-03-01/2024-03-31")
    ('4 mars 2024', 'mars 2024')
    """
    first, _, last = iso.partition("/")
    return date_text(date.fromisoformat(first), date.fromisoformat(last or first))


def number(value: int) -> str:
    """Return *value* with a no-break space between thousands.

    >>> number(12345).replace(NO_BREAK_SPACE, " ")
    '12 345'
    """
    return f"{value:,}".replace(",", NO_BREAK_SPACE)


def count(value: int, forms: tuple[str, str]) -> str:
    r"""Return *value* with the singular or plural of *forms*.

    >>> count(1, ("möte", "möten")), count(2, ("möte", "möten"))
    ('1\xa0möte', '2\xa0möten')
    """
    singular, plural = forms
    return f"{number(value)}{NO_BREAK_SPACE}{singular if value == 1 else plural}"


def seconds(milliseconds: float) -> str:
    """Return a duration in seconds with a decimal comma.

    >>> seconds(123.4).replace(NO_BREAK_SPACE, " ")
    '0,12 s'
    """
    return f"{milliseconds / 1000:.2f}".replace(".", ",") + f"{NO_BREAK_SPACE}s"


def collation(value: str) -> str:
    """Return a key that sorts å, ä, ö after z.

    >>> sorted(["Öckerö", "Ale", "Åmål", "Ärla"], key=collation)
    ['Ale', 'Åmål', 'Ärla', 'Öckerö']
    """
    return value.casefold().translate(str.maketrans("åäö", "{|}"))


def _same_year(first: date, last: date) -> bool:
    return first.year == last.year


def _same_month(first: date, last: date) -> bool:
    return (first.year, first.month) == (last.year, last.month)


def _month(day: date) -> str:
    return MONTHS[day.month - 1]


def _short(day: date) -> str:
    return f"{day.day} {SHORT_MONTHS[day.month - 1]}"
