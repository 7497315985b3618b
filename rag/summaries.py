"""What a summary of a meeting holds: cited lines by what they are, as plain values."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from zlib import crc32

from rag.results import Citation, Meeting, Statement


class Length(StrEnum):
    """How much a summary says; the values are what users read."""

    SHORT = "kort"
    NORMAL = "normal"
    LONG = "lång"


class Part(StrEnum):
    """What a line of a summary is."""

    PLACE = "place"
    PRESENT = "present"
    ABSENT = "absent"
    BRIEF = "brief"
    STATEMENT = "statement"
    PROPOSAL = "proposal"
    DECISION = "decision"
    VOTE = "vote"
    RESERVATION = "reservation"
    ACTION = "action"
    DATE = "date"
    QUESTION = "question"
    LINK = "link"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """Something to be done after the meeting, as a row of a table."""

    statement: Statement
    who: str | None = None
    due: str | None = None
    """As printed: `senast den 1 mars`."""
    item: str | None = None
    """The label of the item that it was agreed under."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemSummary:
    """One item: its essential sentences, and word for word what was moved, decided and agreed."""

    label: str
    """Empty for what notes without headings hold."""
    is_formal: bool = False
    """True for opening, adjusters, the agenda and the like, which get one line at most."""
    statements: tuple[Statement, ...] = ()
    proposals: tuple[Statement, ...] = ()
    decisions: tuple[Statement, ...] = ()
    votes: tuple[Statement, ...] = ()
    reservations: tuple[Statement, ...] = ()
    actions: tuple[ActionLine, ...] = ()

    def lines(self) -> tuple[tuple[Part, Statement], ...]:
        """Return all that it holds in the order in which it is read, with what each is."""
        held = {
            Part.STATEMENT: self.statements,
            Part.PROPOSAL: self.proposals,
            Part.DECISION: self.decisions,
            Part.VOTE: self.votes,
            Part.RESERVATION: self.reservations,
            Part.ACTION: tuple(action.statement for action in self.actions),
        }
        return tuple((part, said) for part, found in held.items() for said in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A meeting in brief; every statement is cited.

    But for what is also to be done, no sentence stands in two of its parts.
    """

    meeting: Meeting
    length: Length
    place: Statement | None = None
    present: tuple[Statement, ...] = ()
    """Names, chair and secretary first; not all of them when the summary is short."""
    present_count: int = 0
    """How many attended, named here or not."""
    absent: tuple[Statement, ...] = ()
    absent_count: int = 0
    brief: tuple[Statement, ...] = ()
    """The whole in three to five sentences."""
    items: tuple[ItemSummary, ...] = ()
    dates: tuple[Statement, ...] = ()
    """Sentences that name a day or an hour to come."""
    questions: tuple[Statement, ...] = ()
    """What was left open."""
    links: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    model: str = "extractive"
    """`extractive`, or the language model's name."""
    notes: tuple[str, ...] = ()
    """How it was made, and what it does not cover; Swedish sentences."""

    @property
    def actions(self) -> tuple[ActionLine, ...]:
        """All that is to be done, item by item."""
        return tuple(action for item in self.items for action in item.actions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A statement of a summary, and what it is there."""

    id: str
    """What it is and its place in the minutes: the same when the summary is made anew."""
    part: Part
    item: str | None
    """The label of the item that it stands under."""
    statement: Statement


def lines(summary: Summary) -> tuple[Line, ...]:
    """Return the statements of *summary* in the order in which they are read."""
    places = {cited.n: f"{cited.start}-{cited.end}" for cited in summary.citations}
    return tuple(
        Line(
            id=f"{part}:{_place(statement, places)}",
            part=part,
            item=item,
            statement=statement,
        )
        for part, item, statement in _parts(summary)
    )


Change = Callable[[Part, Statement], Statement | None]
"""Return what a statement becomes, or `None` when it is to go."""


def changed(summary: Summary, change: Change) -> Summary:
    """Return *summary* with each of its statements changed; items may be left without any."""

    def laid(part: Part, said: Iterable[Statement]) -> tuple[Statement, ...]:
        return tuple(new for one in said if (new := change(part, one)) is not None)

    return replace(
        summary,
        place=next(iter(laid(Part.PLACE, [summary.place] if summary.place else [])), None),
        present=laid(Part.PRESENT, summary.present),
        absent=laid(Part.ABSENT, summary.absent),
        brief=laid(Part.BRIEF, summary.brief),
        items=tuple(_changed(item, laid) for item in summary.items),
        dates=laid(Part.DATE, summary.dates),
        questions=laid(Part.QUESTION, summary.questions),
        links=laid(Part.LINK, summary.links),
    )


def _changed(
    item: ItemSummary, laid: Callable[[Part, Iterable[Statement]], tuple[Statement, ...]]
) -> ItemSummary:
    return replace(
        item,
        statements=laid(Part.STATEMENT, item.statements),
        proposals=laid(Part.PROPOSAL, item.proposals),
        decisions=laid(Part.DECISION, item.decisions),
        votes=laid(Part.VOTE, item.votes),
        reservations=laid(Part.RESERVATION, item.reservations),
        actions=tuple(
            replace(action, statement=said)
            for action in item.actions
            for said in laid(Part.ACTION, [action.statement])
        ),
    )


def _place(statement: Statement, places: Mapping[int, str]) -> str:
    """Return where a statement stands, or what tells one that cites nothing from others."""
    if statement.citations:
        return places[statement.citations[0]]
    return f"{crc32(statement.text.encode()):x}"


def _parts(summary: Summary) -> Iterator[tuple[Part, str | None, Statement]]:
    opening = {
        Part.PLACE: (summary.place,) if summary.place else (),
        Part.PRESENT: summary.present,
        Part.ABSENT: summary.absent,
        Part.BRIEF: summary.brief,
    }
    closing = {
        Part.DATE: summary.dates,
        Part.QUESTION: summary.questions,
        Part.LINK: summary.links,
    }
    yield from ((part, None, said) for part, found in opening.items() for said in found)
    for item in summary.items:
        yield from ((part, item.label, said) for part, said in item.lines())
    yield from ((part, None, said) for part, found in closing.items() for said in found)
