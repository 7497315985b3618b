"""Check a statement against the words it cites; used when answering and when evaluating."""

from collections.abc import Iterable

from rag.results import Support
from rag.words import is_content, stems, words


def check(statement: str, quotes: Iterable[str]) -> Support:
    r"""Tell how far *quotes* carry *statement*.

    Verbatim words are supported. Other words are at most partly so, and only when all their
    numbers and all their content words stand in the quotes.

    >>> check("Avgiften höjs.", ["Styrelsen beslutade: Avgiften\nhöjs."])
    <Support.SUPPORTED: 'supported'>
    >>> check("Avgiften höjs till 300 kronor.", ["Avgiften höjs till 200 kronor."])
    <Support.UNSUPPORTED: 'unsupported'>
    """
    cited = " ".join(" ".join(quotes).split())
    said = " ".join(statement.split())
    if said and said in cited:
        return Support.SUPPORTED
    known = set(stems(words(cited)))
    needed = set(stems(filter(is_content, words(said))))
    if needed and needed <= known:
        return Support.PARTLY
    return Support.UNSUPPORTED
