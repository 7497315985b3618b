"""Lay what the user did to the lines of a summary over it: accept, strike, change."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256

from rag.citing import carried_by
from rag.errors import CorrectionError
from rag.grounding.check import LONGEST, ground
from rag.phrasing.context import surroundings
from rag.results import Citation, Statement
from rag.summaries import Line, Part, Summary, changed, lines


class Act(StrEnum):
    """What was done to a line."""

    ACCEPTED = "accepted"
    STRUCK = "struck"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What the user did to one line."""

    line: str
    """The line's id."""
    act: Act
    text: str = ""
    """What the line says instead, when it was changed."""
    cited: str = ""
    """A digest of what the line cites: on a line that cites other words it has no effect."""


# In one length a sentence is told in brief, in another under its item.
MOVED = frozenset({Part.BRIEF, Part.STATEMENT, Part.DATE, Part.QUESTION})
# Decisions are quoted, never paraphrased.
QUOTED = frozenset({Part.DECISION})

NO_LINE = "Raden finns inte längre i sammanfattningen: gör om sammanfattningen och pröva igen."
IS_QUOTED = "Ett beslut återges ordagrant och kan inte skrivas om: stryk raden i stället."
UNCITED = "Raden saknar källa och kan inte skrivas om: stryk den i stället."
EMPTY = "Raden kan inte vara tom: stryk den i stället."
TOO_LONG = "Raden är {count} tecken lång: skriv högst {most}."
BY_HAND = "Bearbetad för hand: {done}."
# How many lines of each kind, one and several.
DONE: Mapping[Act, tuple[str, str]] = {
    Act.STRUCK: ("struken", "strukna"),
    Act.CHANGED: ("omskriven", "omskrivna"),
    Act.ACCEPTED: ("godkänd", "godkända"),
}


def is_changeable(line: Line) -> bool:
    """Tell whether other words can be written for *line*: it is no quotation, and has a source."""
    return line.part not in QUOTED and bool(line.statement.citations)


def edit(summary: Summary, line_id: str, act: Act, text: str = "") -> Edit:
    """Return what is to be kept when the user does *act* to a line of *summary* as it was made.

    Raises:
        CorrectionError: there is no such line, or it cannot be changed, or not to that *text*.
    """
    line = next((one for one in lines(summary) if one.id == line_id), None)
    if line is None:
        raise CorrectionError(NO_LINE)
    written = " ".join(text.split()) if act is Act.CHANGED else ""
    if act is Act.CHANGED:
        _require_changeable(line, written)
    if act is Act.CHANGED and written == line.statement.text:
        act, written = Act.ACCEPTED, ""
    return Edit(line=line_id, act=act, text=written, cited=_digests(summary)[line_id])


def _require_changeable(line: Line, written: str) -> None:
    if line.part in QUOTED:
        raise CorrectionError(IS_QUOTED)
    if not line.statement.citations:
        raise CorrectionError(UNCITED)
    if not written:
        raise CorrectionError(EMPTY)
    if len(written) > LONGEST:
        raise CorrectionError(TOO_LONG.format(count=len(written), most=LONGEST))


def in_force(summary: Summary, edits: Iterable[Edit]) -> dict[str, Edit]:
    """Return by line those of the *edits* that hold for *summary* as it was made.

    A sentence that stands in another part than when it was edited is the same sentence still.
    """
    digests, kept = _digests(summary), {one.line: one for one in edits}
    moved = {_told_at(line): one for line, one in kept.items() if line not in digests}
    found = {
        line.id: kept.get(line.id) or moved.get(_told_at(line.id) or line.id)
        for line in lines(summary)
    }
    changeable = {line.id for line in lines(summary) if is_changeable(line)}
    return {
        line: one
        for line, one in found.items()
        if one and one.cited == digests[line] and (one.act is not Act.CHANGED or line in changeable)
    }


def _told_at(line: str) -> str | None:
    """Return where a sentence stands, if it is of those that a summary moves between its parts."""
    part, _, place = line.partition(":")
    return place if part in MOVED else None


def edited(summary: Summary, edits: Iterable[Edit]) -> Summary:
    """Return *summary* as the user wants it, with a note that tells how much was done by hand.

    A changed line keeps its citations, and is held against what they say anew.
    """
    found = in_force(summary, edits)
    if not found:
        return summary
    ids = {(line.part, line.statement): line.id for line in lines(summary)}
    reworded = _changing(summary)

    def laid(part: Part, said: Statement) -> Statement | None:
        """Return what is left of a statement, with the user's words."""
        own = found.get(ids[part, said])
        return None if own and own.act is Act.STRUCK else reworded(said, own)

    left = changed(summary, laid)
    return replace(
        left,
        items=tuple(item for item in left.items if item.lines()),
        notes=(*summary.notes, _note(found.values())),
    )


def _changing(summary: Summary) -> Callable[[Statement, Edit | None], Statement]:
    """Return what puts the user's words in a statement, and checks them by what it cites."""
    numbered = {citation.n: citation for citation in summary.citations}
    meeting = summary.meeting
    context = surroundings(meeting.title, meeting.body, meeting.date)

    def change(said: Statement, own: Edit | None) -> Statement:
        if own is None or own.act is not Act.CHANGED:
            return said
        cited = [numbered[number] for number in said.citations]
        found = ground(own.text, [citation.quote for citation in cited], context=context)
        return replace(
            said,
            text=own.text,
            support=found.support,
            reason=found.reason,
            carriers=carried_by(found, cited),
        )

    return change


def _digests(summary: Summary) -> dict[str, str]:
    """Return of each line what tells the words that it cites from others."""
    numbered = {citation.n: citation for citation in summary.citations}
    return {line.id: _digest(line.statement, numbered) for line in lines(summary)}


def _digest(statement: Statement, numbered: Mapping[int, Citation]) -> str:
    quotes = "\n".join(numbered[number].quote for number in statement.citations[:1])
    return sha256(quotes.encode()).hexdigest()[:16]


def _note(edits: Iterable[Edit]) -> str:
    counts = Counter(one.act for one in edits)
    done = (
        f"{counts[act]} {'rad' if counts[act] == 1 else 'rader'} {forms[counts[act] > 1]}"
        for act, forms in DONE.items()
        if counts[act]
    )
    return BY_HAND.format(done=", ".join(done))
