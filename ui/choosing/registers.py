"""Choose among the rows of a register what the user asks to see, the newest first."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from rag.minutes import DocumentId
from rag.registers.values import (
    ActionRegister,
    ActionRow,
    DecisionRegister,
    DecisionRow,
    TaskStatus,
)
from rag.swedish.words import fold

Row = TypeVar("Row", DecisionRow, ActionRow)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the user asks to see of a register; an empty value limits nothing."""

    meetings: Collection[DocumentId] | None = None
    query: str = ""
    """Words that all stand in the row."""
    who: str = ""
    """A part of the name of who is to do a task, or named in it when that is not told."""
    status: TaskStatus | None = None


def decisions(register: DecisionRegister, choice: Choice) -> DecisionRegister:
    """Return the decisions that *choice* means."""
    rows = (
        row
        for row in _of_meetings(register.rows, choice)
        if _has(choice.query, row.statement.text, row.item, row.registration_number)
    )
    return replace(register, rows=_newest_first(rows))


def tasks(register: ActionRegister, choice: Choice) -> ActionRegister:
    """Return the tasks that *choice* means."""
    rows = (
        row
        for row in _of_meetings(register.rows, choice)
        if choice.status in {None, row.status}
        and _has(choice.query, row.statement.text, row.item, row.registration_number, row.who)
        and fold(choice.who) in fold(row.who or row.statement.text)
    )
    return replace(register, rows=_newest_first(rows))


def by_status(rows: Iterable[ActionRow]) -> Mapping[TaskStatus, int]:
    """Return how many tasks there are of each status."""
    return Counter(row.status for row in rows)


def _of_meetings(rows: Iterable[Row], choice: Choice) -> Iterable[Row]:
    meetings = choice.meetings
    return rows if meetings is None else (r for r in rows if r.meeting.document_id in meetings)


def _newest_first(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return *rows* by their meetings' days; those of a meeting stay in order."""
    return tuple(sorted(rows, key=_day, reverse=True))


def _day(row: DecisionRow | ActionRow) -> str:
    return row.meeting.date.iso if row.meeting.date else ""


def _has(query: str, *texts: str | None) -> bool:
    if not query:
        return True
    searched = fold(" ".join(filter(None, texts)))
    return all(word in searched for word in fold(query).split())
