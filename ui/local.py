"""Write dates, counts and numbers the way of the language of the one who reads."""

from collections.abc import Sequence
from datetime import date, datetime

from rag.swedish import date_words
from ui import strings

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def date_text(first: date, last: date) -> str:
    """Return a day, a month, a year or an interval.

    >>> date_text(date(2024, 3, 4), date(2024, 3, 4))
    '4 mars 2024'
    """
    return date_words.date_text(first, last, strings.DATE_WORDS)


def months() -> Sequence[str]:
    """Return what the months are called."""
    return strings.DATE_WORDS.months


def iso_text(iso: str) -> str:
    """Return an ISO 8601 day or interval as `date_text` does.

    >>> iso_text("2024-03-04"), iso_text("2024-03-01/2024-03-31")
    ('4 mars 2024', 'mars 2024')
    """
    first, _, last = iso.partition("/")
    return date_text(date.fromisoformat(first), date.fromisoformat(last or first))


def number(value: int) -> str:
    """Return *value* with the mark that stands between thousands: in Swedish a no-break space.

    >>> number(12345).replace(NO_BREAK_SPACE, " ")
    '12 345'
    """
    return f"{value:,}".replace(",", strings.THOUSANDS_MARK)


def count(value: int, forms: tuple[str, str]) -> str:
    r"""Return *value* with the singular or plural of *forms*.

    >>> count(1, ("möte", "möten")), count(2, ("möte", "möten"))
    ('1\xa0möte', '2\xa0möten')
    """
    singular, plural = forms
    return f"{number(value)}{NO_BREAK_SPACE}{singular if value == 1 else plural}"


def decimal(value: float, decimals: int) -> str:
    """Return *value* with the mark before its decimals: in Swedish a comma.

    >>> decimal(0.5, 2)
    '0,50'
    """
    return f"{value:.{decimals}f}".replace(".", strings.DECIMAL_MARK)


def seconds(milliseconds: float) -> str:
    """Return a duration in seconds.

    >>> seconds(123.4).replace(NO_BREAK_SPACE, " ")
    '0,12 s'
    """
    return f"{decimal(milliseconds / 1000, 2)}{NO_BREAK_SPACE}s"


def moment(value: datetime) -> str:
    """Return a day and a time of day, where the program runs.

    >>> moment(datetime(2024, 3, 4, 9, 5, 7).astimezone())
    '4 mars 2024 kl. 09.05.07'
    """
    local = value.astimezone()
    day = date_text(local.date(), local.date())
    return strings.MOMENT.format(day=day, time=local.strftime(strings.TIME_OF_DAY))


def size(value: int) -> str:
    """Return a number of bytes in the unit that suits it.

    >>> [size(n).replace(NO_BREAK_SPACE, " ") for n in (900, 123_400, 5_600_000)]
    ['1 kB', '123 kB', '5,6 MB']
    """
    for unit, bytes_of in (("GB", 1e9), ("MB", 1e6)):
        if value >= bytes_of:
            return f"{decimal(value / bytes_of, 1)}{NO_BREAK_SPACE}{unit}"
    return f"{number(max(1, round(value / 1e3)))}{NO_BREAK_SPACE}kB"


def any_of(names: Sequence[str]) -> str:
    """Return *names* as a choice among them.

    >>> any_of(["Ale", "Bo", "Cee"])
    'Ale, Bo eller Cee'
    """
    *others, last = names
    return f"{', '.join(others)} {strings.OR} {last}" if others else last


def capital(value: str) -> str:
    """Return *value* with a capital first, the rest as it is.

    >>> capital("ändring av AME")
    'Ändring av AME'
    """
    return value[:1].upper() + value[1:]


def collation(value: str) -> str:
    """Return a key that sorts å, ä, ö after z.

    >>> sorted(["Öckerö", "Ale", "Åmål", "Ärla"], key=collation)
    ['Ale', 'Åmål', 'Ärla', 'Öckerö']
    """
    return value.casefold().translate(str.maketrans("åäö", "{|}"))
