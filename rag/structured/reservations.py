"""Answer who dissented from a decision: the reservations of the matter asked for."""

import re

from rag.results import Filters
from rag.structured.inquiry import NOTHING, Inquiry, Listed
from rag.structured.matters import matters
from rag.swedish.words import fold

# "Vilka reserverade sig mot …?", "Vem var emot …?", "Fanns det några reservationer?"
DISSENT = re.compile(r"\breserv(?:er|ation)|\b(?:var|är|ar|röstade) emot\b", re.IGNORECASE)
OF_DISSENT = re.compile(r"^(?:reserv\w*|emot|beslut\w*|nagra|rostade)$")
DECISION = re.compile(r"beslut(?:et|en)?$")


def reservations(inquiry: Inquiry) -> Listed:
    """Return the reservations against the decision asked for."""
    question = inquiry.question
    if not DISSENT.search(question.reworded):
        return NOTHING
    left = [word for word in question.subject if not OF_DISSENT.match(fold(word))]
    said = [DECISION.sub("", word) or word for word in left]  # skolskjutsbeslutet: skolskjuts
    if not said and inquiry.filters == Filters():
        return NOTHING
    found = matters(inquiry, said, holds=lambda item: item.reservations)
    return Listed(
        evidence=[
            piece
            for matter in found
            for piece in matter.evidence([r.span for r in matter.item.reservations])
        ]
    )
