"""Describe each unit of a meeting by what tells whether it is essential."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log1p

import numpy as np
from numpy.typing import NDArray

from rag.grounding.dates import find_dates
from rag.minutes import Document
from rag.models.products import products
from rag.summaries import Part
from rag.summarising.cues import AMOUNT, CUES, LEANING, OPEN_QUESTION
from rag.summarising.days import names_day_to_come
from rag.summarising.units import Topic, Unit
from rag.swedish.words import is_content, words

Vectors = NDArray[np.float32]

# A unit of more words than these is long, whatever their number.
LONG = 40
MANY = 4

NUMBER = re.compile(r"\d+(?:[ .,]\d+)*")
# "Nätverket tackade Bo Ek": a capital inside a sentence.
NAME = re.compile(r"(?<=[a-zåäö,] )[A-ZÅÄÖ]\w+")


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A unit and what is around it."""

    document: Document
    topic: Topic
    unit: Unit
    place: int
    """Its number among the units of its topic."""
    topic_place: float
    """How far into the meeting its topic is, 0 to 1."""
    own_share: float
    """The share of the meeting's units that its topic has."""
    central: float
    """How like the meeting's units it is; the mean of the cosines."""
    central_in_topic: float
    like_heading: float

    @cached_property
    def text(self) -> str:
        """The unit in one line."""
        return " ".join(self.unit.span.of(self.document.text).split())

    @cached_property
    def words(self) -> list[str]:
        """Its words."""
        return words(self.text)

    @property
    def is_said(self) -> bool:
        """Whether somebody is said to have said it."""
        said = self.topic.item.statements if self.topic.item else ()
        return any(one.span.overlaps(self.unit.span) for one in said)


def _is(part: Part) -> Callable[[Seen], float]:
    return lambda seen: seen.unit.part is part


def _has(pattern: re.Pattern[str]) -> Callable[[Seen], float]:
    return lambda seen: pattern.search(seen.text) is not None


FEATURES: Mapping[str, Callable[[Seen], float]] = {
    # What it is
    "proposal": _is(Part.PROPOSAL),
    "vote": _is(Part.VOTE),
    "reservation": _is(Part.RESERVATION),
    "said": lambda seen: seen.is_said,
    "question": lambda seen: seen.text.endswith("?"),
    "fragment": lambda seen: seen.text[-1:] not in {".", "!", "?", "…"},
    "leaning": lambda seen: LEANING.match(seen.text) is not None,
    "small_start": lambda seen: seen.text[:1].islower(),
    # Where it stands
    "first": lambda seen: seen.place == 0,
    "second": lambda seen: seen.place == 1,
    "last": lambda seen: seen.place == len(seen.topic.units) - 1,
    "depth": lambda seen: seen.place / max(1, len(seen.topic.units) - 1),
    "alone": lambda seen: len(seen.topic.units) == 1,
    "topic_place": lambda seen: seen.topic_place,
    "own_share": lambda seen: seen.own_share,
    "formal": lambda seen: seen.topic.is_formal,
    # What it is about
    "central": lambda seen: seen.central,
    "central_in_topic": lambda seen: seen.central_in_topic,
    "like_heading": lambda seen: seen.like_heading,
    **{f"cue_{name}": _has(pattern) for name, pattern in CUES.items()},
    "open": _has(OPEN_QUESTION),
    # What it holds
    "number": _has(NUMBER),
    "numbers": lambda seen: min(MANY, len(NUMBER.findall(seen.text))) / MANY,
    "amount": _has(AMOUNT),
    "day": lambda seen: bool(find_dates(seen.text)),
    "day_to_come": lambda seen: names_day_to_come(seen.text, seen.document.minutes.date),
    "name": _has(NAME),
    "names": lambda seen: min(MANY, len(NAME.findall(seen.text))) / MANY,
    "content": lambda seen: sum(map(is_content, seen.words)) / max(1, len(seen.words)),
    "length": lambda seen: min(1.0, log1p(len(seen.words)) / log1p(LONG)),
    "comma": lambda seen: "," in seen.text,
    "colon": lambda seen: ":" in seen.text,
    "brackets": lambda seen: "(" in seen.text,
}
"""What is seen of a unit, each 0 to 1."""


def describe(
    document: Document, topics: Sequence[Topic], vectors: Vectors, labels: Vectors
) -> NDArray[np.float64]:
    """Return the features of all units, (units, features).

    Args:
        document: The meeting.
        topics: Its topics.
        vectors: Those of all units, topic by topic, (units, dimensions).
        labels: Those of the topics' headings, (topics, dimensions).
    """
    rows: list[list[float]] = []
    central = _likeness(vectors, vectors)
    for number, topic in enumerate(topics):
        own = vectors[len(rows) : len(rows) + len(topic.units)]
        inside, like_heading = _likeness(own, own), _likeness(own, labels[number : number + 1])
        for place, unit in enumerate(topic.units):
            seen = Seen(
                document=document,
                topic=topic,
                unit=unit,
                place=place,
                topic_place=number / max(1, len(topics) - 1),
                own_share=len(topic.units) / len(vectors),
                central=float(central[len(rows)]),
                central_in_topic=float(inside[place]),
                like_heading=float(like_heading[place]),
            )
            rows.append([float(feature(seen)) for feature in FEATURES.values()])
    return np.array(rows).reshape(-1, len(FEATURES))


def _likeness(vectors: Vectors, others: Vectors) -> Vectors:
    """Return the mean of each one's cosines with *others*, (vectors,)."""
    if not len(others):
        return np.zeros(len(vectors), dtype=np.float32)
    return products(vectors, others.mean(axis=0)[:, None])[:, 0]
