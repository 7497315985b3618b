"""What makes a statement say something else than the words that it cites."""

from dataclasses import dataclass

from rag.grounding.alignment import MOST_LINKS, Alignment
from rag.grounding.text import Token
from rag.results import Support

# A rival place must fit this much better before a statement is said to mix things up.
CLEARLY = 0.8


@dataclass(frozen=True, slots=True)
class Difference:
    """One aspect in which statement and cited words do not agree."""

    reason: str
    """One short Swedish sentence."""
    support: Support = Support.UNSUPPORTED
    """The most that the statement can be."""


def belongs_elsewhere(
    alignment: Alignment, claimed: Token, same: list[Token], rivals: list[Token]
) -> bool:
    """Tell whether what is said round *claimed* is cited of one of *rivals*, not of *same*."""
    if not rivals:
        return False
    own = max((alignment.fits(claimed, token) for token in same[:MOST_LINKS]), default=0.0)
    other = max(alignment.fits(claimed, token) for token in rivals[:MOST_LINKS])
    return other - own >= CLEARLY
