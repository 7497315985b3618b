"""Match what a parser read with what a person annotated, one to one.

How a reading matches an annotation, each taking part in one match at most, the likest first:

* *people present*: the same full name, without case and diacritics (`same_key`).
* *headings*: the same line, and number and title have the words of that line; the number may
  name the item around it too, `2 a` for a printed `a` (`same_line`).
* *decisions*, *actions*: the two places share at least half of the characters they cover together
  (`overlap`).

An annotation marked as optional counts neither when it is found nor when it is missed. One whose
words are no longer in the text counts as missed, and is named as lost.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rag.span import Span

SHARED = 0.5
"""The least share of a decision's characters, of both readings together, that both have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One person, heading, decision or action, as annotated or as parsed."""

    span: Span | None
    """`None` when its words are no longer in the text."""
    key: str = ""
    """What must agree too: the hash of a name, or the letters and digits of number and title."""
    shown: str
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How one field of one document was read."""

    matched: int
    missed: tuple[str, ...]
    extra: tuple[str, ...]
    lost: tuple[str, ...]
    """Those of `missed` whose words are no longer in the text."""

    @property
    def expected(self) -> int:
        """How many annotations there are."""
        return self.matched + len(self.missed)

    @property
    def found(self) -> int:
        """How many readings the parser gave."""
        return self.matched + len(self.extra)


Likeness = Callable[[Reading, Reading], float]


def tally(expected: Sequence[Reading], found: Sequence[Reading], likeness: Likeness) -> Tally:
    """Match each of *expected* with at most one of *found*, the likest pairs first."""
    likenesses = [
        (likeness(one, other), e, f)
        for e, one in enumerate(expected)
        for f, other in enumerate(found)
    ]
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for alike, e, f in sorted(likenesses, key=lambda pair: -pair[0]):
        if alike and e not in matched and f not in taken:
            matched[e] = f
            taken.add(f)
    missed = [one for e, one in enumerate(expected) if e not in matched and not one.optional]
    return Tally(
        matched=sum(not expected[e].optional for e in matched),
        missed=tuple(one.shown for one in missed),
        extra=tuple(other.shown for f, other in enumerate(found) if f not in taken),
        lost=tuple(one.shown for one in missed if one.span is None),
    )


def overlap(one: Reading, other: Reading) -> float:
    """Return the share of their characters that both have, 0 when it is less than `SHARED`.

    >>> one, other = (Reading(span=Span(0, end), shown="") for end in (10, 5))
    >>> overlap(one, other), overlap(one, Reading(span=Span(0, 4), shown=""))
    (0.5, 0.0)
    """
    if one.span is None or other.span is None:
        return 0.0
    common = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    union = max(one.span.end, other.span.end) - min(one.span.start, other.span.start)
    return common / union if union and common / union >= SHARED else 0.0


def same_key(one: Reading, other: Reading) -> float:
    """Return 1 when both have the same words, wherever they stand."""
    return float(one.key == other.key)


def same_line(one: Reading, other: Reading) -> float:
    """Return 1 when *other* has the words of *one* last, in the same place."""
    if one.span is None or other.span is None:
        return 0.0
    return float(other.key.endswith(one.key) and one.span.overlaps(other.span))
