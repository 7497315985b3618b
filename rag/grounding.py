"""Check a statement against the words it cites; used when answering and when evaluating."""

import re
from collections.abc import Iterable

from rag.results import Support
from rag.words import is_content, stems, words

# Stop words without which a statement says the opposite.
NEGATIONS = frozenset("inte ej icke ingen inget inga aldrig utan".split())

# Next to a number, what makes it another: 200 000, 12,5, 2024-03-04.
LARGER_BEFORE = r"(?<!\d[\s.,:/-])"
LARGER_AFTER = r"(?![\s.,:/-]\d)"


def check(statement: str, quotes: Iterable[str]) -> Support:
    r"""Tell how far *quotes* carry *statement*.

    Verbatim words are supported. Other words are at most partly so, and only when all their
    numbers and all their content words stand in the quotes.

    >>> check("Avgiften höjs.", ["Styrelsen beslutade: Avgiften\nhöjs."])
    <Support.SUPPORTED: 'supported'>
    >>> check("Avgiften höjs till 300 kronor.", ["Avgiften höjs till 200 kronor."])
    <Support.UNSUPPORTED: 'unsupported'>
    """
    cited = [" ".join(quote.split()) for quote in quotes]
    said = " ".join(statement.split())
    if said and any(_stands_in(said, quote) for quote in cited):
        return Support.SUPPORTED
    known = {stem for quote in cited for stem in stems(words(quote))}
    needed = set(stems(word for word in words(said) if is_content(word) or word in NEGATIONS))
    if needed and needed <= known:
        return Support.PARTLY
    return Support.UNSUPPORTED


def _stands_in(said: str, quote: str) -> bool:
    """Tell whether *said* is whole words and numbers of *quote*: "20" is not in "200 000"."""
    before = LARGER_BEFORE if said[0].isdigit() else ""
    after = LARGER_AFTER if said[-1].isdigit() else ""
    return re.search(rf"(?<!\w){before}{re.escape(said)}{after}(?!\w)", quote) is not None
