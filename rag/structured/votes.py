"""Answer how a vote went: its result, and what was voted on."""

import re
from collections.abc import Iterator

from rag.citing import Evidence
from rag.results import Filters
from rag.structured.inquiry import NOTHING, Inquiry, Listed
from rag.structured.matters import Matter, matters
from rag.swedish.words import fold

# Words of the vote itself: "omröstningen", "röstade", "voteringen", "emot".
OF_VOTES = re.compile(r"^(?:omrost|roster|rost[aes]|rostn|voter|vote|ja-?rost|nej-?rost|emot$)")
COUNTED = re.compile(r"\bhur (?:många|manga)\b|\brostsiffr|\bröstsiffr", re.IGNORECASE)


def votes(inquiry: Inquiry) -> Listed:
    """Return the votes on the matter asked for; what was moved too unless only counts are asked."""
    said = [word for word in inquiry.question.subject if not OF_VOTES.match(fold(word))]
    if not said and inquiry.filters == Filters():
        return NOTHING
    whole = not COUNTED.search(inquiry.question.reworded)
    found = matters(inquiry, said, holds=lambda item: item.votes)
    evidence = [piece for matter in found for piece in _told(matter, whole=whole)]
    return Listed(evidence=evidence)


def _told(matter: Matter, *, whole: bool) -> Iterator[Evidence]:
    yield from matter.evidence([vote.span for vote in matter.item.votes])
    if whole:
        yield from matter.evidence([proposal.span for proposal in matter.item.proposals])
