"""Write dates, counts and numbers the Swedish way."""

from datetime import date

from rag.date_words import date_text

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


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
