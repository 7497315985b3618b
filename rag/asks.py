"""Name the kinds of things that questions ask for."""

from enum import StrEnum


class Asks(StrEnum):
    """What a question asks for; one kind a question."""

    PRESENT = "present"
    ABSENT = "absent"
    INVITED = "invited"
    SUBSTITUTE = "substitute"
    ROLE = "role"
    DECISION = "decision"
    LATEST_DECISION = "latest_decision"
    """What a matter came to in the end: "Vad blev det slutliga beslutet om …?"."""
    VOTE = "vote"
    ACTION = "action"
    SAID = "said"
    """What one actor said: "Vad sa Tallmora om …?"."""
    ACTORS = "actors"
    """What each of several said, or who did: "Vad sa kommunerna om …?", "Vem föreslog …?"."""
    WHEN = "when"
    NEXT_MEETING = "next_meeting"
    MEETINGS = "meetings"
    """Which meetings were held, how many and how often."""
    PLACE = "place"
    AMOUNT = "amount"
    REASON = "reason"
    DEFINITION = "definition"
    COURSE = "course"
    """How a matter has gone from meeting to meeting."""
    CHANGE = "change"
    """How something became more, less or other over time."""
    COMPARISON = "comparison"
    """How two things differ."""
    SUMMARY = "summary"
    LIST = "list"
    YES_NO = "yes_no"
    PLAIN = "plain"


ATTENDANCE = frozenset({Asks.PRESENT, Asks.ABSENT, Asks.INVITED, Asks.SUBSTITUTE})
DECISIONS = frozenset({Asks.DECISION, Asks.LATEST_DECISION})
NUMBERS = frozenset({Asks.AMOUNT, Asks.WHEN, Asks.NEXT_MEETING})
"""What is answered by a number: a day or an amount."""
OF_A_MEETING = (
    ATTENDANCE
    | DECISIONS
    | {Asks.ROLE, Asks.VOTE, Asks.SAID, Asks.ACTORS, Asks.SUMMARY, Asks.CHANGE, Asks.COURSE}
    | {Asks.MEETINGS}
)
"""What happens at a meeting; a time that such a question names is mostly the meeting's."""
