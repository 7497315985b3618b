"""Compare the names of people, places and organisations."""

import re
from collections.abc import Iterator
from functools import lru_cache

from rag.grounding.alignment import Alignment
from rag.grounding.difference import Difference
from rag.grounding.text import Text, Token, read
from rag.results import Support
from rag.swedish.words import fold

# Abbreviations that minutes use without explaining them.
ABBREVIATIONS = {
    "af": "arbetsförmedlingen",
    "fk": "försäkringskassan",
    "skr": "sveriges kommuner och regioner",
    "vgr": "västra götalandsregionen",
    "eu": "europeiska unionen",
    "esf": "europeiska socialfonden",
    "ks": "kommunstyrelsen",
    "kf": "kommunfullmäktige",
    "msb": "myndigheten för samhällsskydd och beredskap",
    "sfi": "svenska för invandrare",
}
# "Arbetsförmedlingen (AF)", "den lokala överenskommelsen (LÖK)".
EXPLAINED = re.compile(r"\b(?P<long>[^\W\d_]{4,}+) \((?P<short>[A-ZÅÄÖ][A-ZÅÄÖa-z]{1,5})\)")
SHORTEST_NAME = 2


def names_in(text: Text) -> list[list[Token]]:
    """Return the names of *text*, each with its words; a word that opens a sentence is none.

    >>> [[word.text for word in name] for name in names_in(read("Här sade Eva Ek i Ängby nej."))]
    [['Eva', 'Ek'], ['Ängby']]
    """
    names: list[list[Token]] = []
    for token in text.tokens:
        if not is_name(token, text):
            continue
        last = names[-1][-1] if names else None
        if last and last.place == token.place - 1 and last.clause == token.clause:
            names[-1].append(token)
        else:
            names.append([token])
    return names


def is_name(token: Token, text: Text) -> bool:
    """Tell whether *token* is written as a name, also first in a sentence when another follows."""
    if not token.capital or not token.content:
        return False
    if not token.initial:
        return True
    if token.light:
        return False  # "Enligt Eva Ek"
    after = text.tokens[token.place + 1] if token.place + 1 < len(text.tokens) else None
    return (
        after is not None
        and after.capital
        and not after.initial
        and len(after.text) >= SHORTEST_NAME
        and after.span.start - token.span.end == 1
    )


def differences(alignment: Alignment) -> Iterator[Difference]:
    """Yield a difference for each name of the statement that stands in no cited word."""
    known = name_keys(f"{alignment.cited.text}\n{alignment.context}")
    for name in names_in(alignment.claim):
        missing = [token for token in name if _key(token.word) not in known]
        said = " ".join(token.text for token in name)
        if missing:
            some = len(missing) < len(name)
            yield Difference(
                f"Namnet {said} står inte i det citerade.",
                Support.PARTLY if some else Support.UNSUPPORTED,
            )


@lru_cache(maxsize=2_000)
def name_keys(text: str) -> frozenset[str]:
    """Return what any word of *text* is known by, abbreviations both ways."""
    keys = {_key(token.word) for token in read(text).tokens}
    keys |= {_key(part) for token in read(text).tokens for part in token.word.split("-")}
    pairs = [(match["short"], match["long"]) for match in EXPLAINED.finditer(text)]
    for short, long in [*ABBREVIATIONS.items(), *pairs]:
        spelt = {_key(word) for word in long.lower().split() if len(word) > SHORTEST_NAME + 1}
        if _key(short.lower()) in keys:
            keys |= spelt
        elif spelt <= keys:
            keys.add(_key(short.lower()))
    return frozenset(keys)


@lru_cache(maxsize=100_000)
def _key(word: str) -> str:
    """Return a name's word without case, genitive and ending: Ekviks, AF:s."""
    bare = fold(word.partition(":")[0])
    return bare[:-1] if bare.endswith("s") and len(bare) > SHORTEST_NAME else bare
