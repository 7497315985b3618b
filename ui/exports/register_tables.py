"""Make tables of the registers of decisions and tasks."""

from collections.abc import Sequence

from rag.registers.values import ActionRegister, ActionRow, DecisionRegister, DecisionRow
from rag.results import Meeting
from ui.exports.paper import Line, Table
from ui.exports.sources import Sources

DECISIONS = ("Beslut", "Datum", "Organ", "Punkt", "Dnr", "Utfall")
DECISION_WIDTHS = (6.0, 1.5, 2.0, 3.0, 1.5, 1.5)
ACTIONS = (
    "Uppgift",
    "Ansvarig",
    "Senast",
    "Status",
    "Möte",
    "Organ",
    "Punkt",
    "Klart enligt",
    "Nyckel",
)
ACTION_WIDTHS = (5.0, 2.0, 1.5, 1.2, 1.5, 2.0, 2.5, 3.0, 1.2)
BY_HAND = "angivet för hand"


def decision_table(register: DecisionRegister) -> Table:
    """Return the decisions as a table, each with its source."""
    sources = Sources(register.citations)
    return Table(
        header=DECISIONS,
        rows=tuple(_decision(row, sources) for row in register.rows),
        widths=DECISION_WIDTHS,
    )


def action_table(register: ActionRegister) -> Table:
    """Return the tasks as a table, each with its source and that of what is told of it later."""
    sources = Sources(register.citations)
    return Table(
        header=ACTIONS,
        rows=tuple(_action(row, sources) for row in register.rows),
        widths=ACTION_WIDTHS,
    )


def _decision(row: DecisionRow, sources: Sources) -> tuple[Line, ...]:
    rest = (
        day_of(row.meeting),
        row.meeting.body,
        row.item,
        row.registration_number,
        row.outcome,
    )
    return (sources.line(row.statement, under="Beslut"), *_cells(rest))


def _action(row: ActionRow, sources: Sources) -> tuple[Line, ...]:
    due = row.due_on.isoformat() if row.due_on else row.due
    before = (row.who, due, row.status, day_of(row.meeting), row.meeting.body, row.item)
    told = Line(text=BY_HAND) if row.by_hand else Line(text="")
    return (
        sources.line(row.statement),
        *_cells(before),
        sources.line(row.told) if row.told else told,
        Line(text=row.key),
    )


def _cells(texts: Sequence[str | None]) -> tuple[Line, ...]:
    return tuple(Line(text=text or "") for text in texts)


def day_of(meeting: Meeting) -> str | None:
    """Return the meeting's day, as tables sort it."""
    return meeting.date.iso if meeting.date else None
