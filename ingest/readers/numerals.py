"""Write numbers as lists count: in Roman numerals, and with letters."""

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(number: int) -> str:
    """Return *number* in lower-case Roman numerals.

    >>> roman(14)
    'xiv'
    """
    text = ""
    for worth, digits in ROMAN:
        count, number = divmod(number, worth)
        text += digits * count
    return text


def letters(number: int) -> str:
    """Return *number* as Word counts with letters: a to z, aa, bb.

    >>> letters(2), letters(28)
    ('b', 'bb')
    """
    rounds, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (rounds + 1)
