"""Describe a sentence by what tells whether it answers a question."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p
from operator import attrgetter

from rag.asks import Asks
from rag.date_words import MONTHS, SEASONS
from rag.words import is_content, stem

# A sentence of more words than these is long, whatever their number.
LONG = 60
NEW_WORDS = 30

A_TIME = re.compile(
    rf"""\b(?:{"|".join((*MONTHS, *SEASONS))}|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag
    |kl|klockan|år|dag|dagar|vecka|veckor|månad|månader|\d{{4}})\b | \d+/\d+""",
    re.VERBOSE | re.IGNORECASE,
)
A_NUMBER = re.compile(r"\d|\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|hälften)\b", re.IGNORECASE)
A_PLACE = re.compile(r"\b(?:i|på|vid|från|till|hos)\s+[A-ZÅÄÖ]")
A_REASON = re.compile(
    r"""\b(?:för\ att|eftersom|därför|på\ grund\ av|beror|berodde|orsak|skäl|anledning|syfte
    |så\ att|motiver)""",
    re.VERBOSE | re.IGNORECASE,
)
A_DEFINITION = re.compile(r"\b(?:är|innebär|betyder|kallas|avser)\b", re.IGNORECASE)

# What the answer to a question of a kind mostly holds.
EXPECTED: Mapping[Asks, re.Pattern[str]] = {
    Asks.WHEN: A_TIME,
    Asks.NEXT_MEETING: A_TIME,
    Asks.AMOUNT: A_NUMBER,
    Asks.PLACE: A_PLACE,
    Asks.REASON: A_REASON,
    Asks.DEFINITION: A_DEFINITION,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """A sentence's features, each 0 to 1; the ranker's weights go by their names."""

    passage: float
    """Its passage's score, as a share of the best one's."""
    ngrams: float
    """The same by the n-grams alone."""
    tokens: float
    """How its passage compares with the question word by word."""
    similarity: float
    """How the sentence itself does."""
    behind: float
    """How far it is behind the passage's most similar sentence."""
    coverage: float
    """The share of the subject's weight that it or its headings speak of."""
    before: float
    """The same of the sentence before: answers follow what names their subject."""
    length: float
    fragment: float
    """1 when it does not end as a sentence does: a heading, a label."""
    question: float
    """1 when it asks."""
    new: float
    """How many words it has that the question has not."""
    nothing_new: float
    """1 when there are next to none."""
    expected: float
    """1 when it has what an answer to such a question has: a day, an amount, a place, a reason."""
    unexpected: float
    """1 when it has not."""
    fit: float
    """1 for a decision or an action where one is asked for."""


NAMES = tuple(Features.__dataclass_fields__)
_values = attrgetter(*NAMES)


def values(features: Features) -> tuple[float, ...]:
    """Return the features in the order of `NAMES`."""
    return tuple(_values(features))


def form(
    said: Sequence[str], text: str, asks: Asks, asked_stems: frozenset[str]
) -> dict[str, float]:
    """Return the features of a sentence's form: its length, its end, what it holds.

    Args:
        said: Its words.
        text: The sentence.
        asks: What kind of thing is asked for.
        asked_stems: The stems of the question's words.
    """
    new = sum(is_content(word) and stem(word) not in asked_stems for word in said)
    end = text.rstrip()[-1:]
    pattern = EXPECTED.get(asks)
    expected = bool(pattern and pattern.search(text))
    return {
        "length": min(1.0, log1p(len(said)) / log1p(LONG)),
        "fragment": float(end not in {".", "!", "?", ":", ";", "…"}),
        "question": float(end == "?"),
        "new": min(new, NEW_WORDS) / NEW_WORDS,
        "nothing_new": float(new <= 1),
        "expected": float(expected),
        "unexpected": float(pattern is not None and not expected),
    }
