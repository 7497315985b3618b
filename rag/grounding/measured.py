"""Find the words that numbers and times are made of: they are compared by value."""

from rag.grounding.dates import find_dates
from rag.grounding.numbers import find_numbers
from rag.grounding.text import Text


def measured(text: Text) -> frozenset[int]:
    """Return the places of the words of *text* that belong to a number or a time.

    >>> from rag.grounding.text import read
    >>> sorted(measured(read("Taxan höjs till 2 100 kronor den 4 mars.")))
    [3, 4, 7, 8]
    """
    numbers = [number.span for number in find_numbers(text.text)]
    spans = numbers + [day.span for day in find_dates(text.text)]
    return frozenset(
        token.place for token in text.tokens if any(span.overlaps(token.span) for span in spans)
    )
