"""Name what answers each kind of question from the parsed minutes."""

from collections.abc import Mapping, Sequence

from rag.asks import Asks
from rag.matters.course import course
from rag.structured.convened import convened
from rag.structured.decisions import all_about
from rag.structured.held import held
from rag.structured.inquiry import NOTHING, Find, Inquiry, Listed
from rag.structured.latest import latest_decision
from rag.structured.next_meeting import next_meeting
from rag.structured.overview import overview
from rag.structured.pointed import pointed
from rag.structured.reservations import reservations
from rag.structured.sayings import sayings
from rag.structured.topic import told_over_time
from rag.structured.votes import votes

FINDERS: Mapping[Asks, Sequence[Find]] = {
    Asks.NEXT_MEETING: (next_meeting,),
    Asks.MEETINGS: (convened,),
    Asks.WHEN: (pointed, held),
    Asks.PLACE: (pointed, held),
    Asks.VOTE: (reservations, votes),
    Asks.LIST: (reservations, overview),
    Asks.PLAIN: (reservations, overview),
    Asks.YES_NO: (reservations,),
    Asks.DECISION: (reservations, all_about),
    Asks.ACTION: (all_about,),
    Asks.LATEST_DECISION: (latest_decision,),
    Asks.COURSE: (course, told_over_time),
    Asks.CHANGE: (told_over_time,),
    Asks.ACTORS: (pointed, reservations, sayings),
    Asks.SAID: (sayings, overview),
    Asks.SUMMARY: (pointed, overview, told_over_time),
}
"""In order; the first that finds anything answers."""


def find_structured(inquiry: Inquiry) -> Listed:
    """Return what the parsed minutes answer, or nothing."""
    finders = FINDERS.get(inquiry.question.asks, ())
    found = (listed for finder in finders if (listed := finder(inquiry)).evidence)
    return next(found, NOTHING)
