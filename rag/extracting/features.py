"""Describe a sentence by what tells whether it answers a question."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p
from operator import attrgetter

from rag.asks import Asks
from rag.results import Understood
from rag.swedish.date_words import MONTHS, SEASONS
from rag.swedish.words import is_content, stem

# A sentence of more words than these is long, whatever their number.
LONG = 60
NEW_WORDS = 30

A_TIME = re.compile(
    rf"""\b(?:{"|".join((*MONTHS, *SEASONS))}|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag
    |kl|klockan|år|dag|dagar|vecka|veckor|månad|månader|\d{{4}})\b | \d+/\d+""",
    re.VERBOSE | re.IGNORECASE,
)
# "C4" is a room.
A_NUMBER = re.compile(
    r"(?<![^\W\d_])\d|\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|hälften)\b", re.IGNORECASE
)
A_PLACE = re.compile(r"\b(?:i|på|vid|från|till|hos)\s+[A-ZÅÄÖ]")
A_REASON = re.compile(
    r"""\b(?:för\ att|eftersom|därför|på\ grund\ av|beror|berodde|orsak|skäl|anledning|syfte
    |så\ att|motiver)""",
    re.VERBOSE | re.IGNORECASE,
)
MONEY = re.compile(
    r"""\d\s?(?:kr\b|kronor|tkr|mkr|mnkr|msek|miljon|miljard|mdkr|öre\b|euro|%|procent|:-)
    | \b(?:kostnadsfri|gratis|avgiftsfri)""",
    re.VERBOSE | re.IGNORECASE,
)
OF_MONEY = re.compile(
    r"kost|avgift|hyra|pris|belopp|budget|kronor|betal|arvode|lön|bidrag|anslag|skatt|intäkt|skuld",
    re.IGNORECASE,
)

FLAGS = re.VERBOSE | re.IGNORECASE
# What explains a term: Vågen är ett projekt · Vågen, en mötesplats för … · Vågen (stöd till unga)
EXPLAINED = r"""\b(?:{})\w{{0,3}}\b (?:\s\([^\W\d]{{2}}
    | :\s(?:en|ett)\b | ,\s(?:(?:är|som|som\sär)\s)?(?:en|ett|den|det|de|vilket|där|som)\b
    | \s(?:är|var|blir)\s(?:en|ett|den|det|de|namnet|förkortning\w*)\b
    | \s(?:innebär|betyder|syftar|omfattar|består|handlar|erbjuder|riktar|vänder|ska|står|kallas
      |startade|hjälper|ger)\b)
    | \([^)]{{0,40}}\b(?:{})\b"""

# What the answer to a question of a kind mostly holds.
EXPECTED: Mapping[Asks, re.Pattern[str]] = {
    Asks.WHEN: A_TIME,
    Asks.NEXT_MEETING: A_TIME,
    Asks.AMOUNT: A_NUMBER,
    Asks.PLACE: A_PLACE,
    Asks.REASON: A_REASON,
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
    """1 for a decision, an action or a reason in so many words where one is asked for."""


NAMES = tuple(Features.__dataclass_fields__)
_values = attrgetter(*NAMES)


def values(features: Features) -> tuple[float, ...]:
    """Return the features in the order of `NAMES`."""
    return tuple(_values(features))


def expected_of(question: Understood) -> re.Pattern[str] | None:
    """Return what the answer to *question* mostly holds, when its kind tells.

    >>> asked = Understood(
    ...     asked="Vad är Vågen?", reworded="", asks=Asks.DEFINITION, subject=("vågen",)
    ... )
    >>> [bool(expected_of(asked).search(s)) for s in ("Vågen är ett projekt.", "Vågen är dyr.")]
    [True, False]
    """
    if question.asks is Asks.DEFINITION and question.subject:
        terms = "|".join(map(re.escape, question.subject))
        return re.compile(EXPLAINED.format(*[terms] * 2), FLAGS)
    if question.asks is Asks.AMOUNT and OF_MONEY.search(question.reworded):
        return MONEY
    return EXPECTED.get(question.asks)


def form(
    said: Sequence[str],
    text: str,
    expected: re.Pattern[str] | None,
    asked_stems: frozenset[str],
) -> dict[str, float]:
    """Return the features of a sentence's form: its length, its end, what it holds.

    Args:
        said: Its words.
        text: The sentence.
        expected: What an answer mostly holds, as `expected_of` the question.
        asked_stems: The stems of the question's words.
    """
    new = sum(is_content(word) and stem(word) not in asked_stems for word in said)
    end = text.rstrip()[-1:]
    has_expected = bool(expected and expected.search(text))
    return {
        "length": min(1.0, log1p(len(said)) / log1p(LONG)),
        "fragment": float(end not in {".", "!", "?", ":", ";", "…"}),
        "question": float(end == "?"),
        "new": min(new, NEW_WORDS) / NEW_WORDS,
        "nothing_new": float(new <= 1),
        "expected": float(has_expected),
        "unexpected": float(expected is not None and not has_expected),
    }
