"""Write the registers of decisions and tasks as text, for a terminal."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from ingest.failure import shown
from rag.phrasing.coverage import count_of
from rag.registers.values import ActionRegister, ActionRow, DecisionRegister, TaskStatus
from rag.results import Citation, Meeting, Statement
from ui.terminal.days import held_on, when

STATUS_WIDTH = max(map(len, TaskStatus))
NONE = "Inga {} hittades. {}"


def decisions_text(register: DecisionRegister) -> str:
    """Return the decisions under their meetings and items, word for word."""
    if not register.rows:
        return NONE.format("beslut", _read(register.meetings))
    cited = {citation.n: citation for citation in register.citations}
    lines = list[str]()
    for (meeting, item), rows in groupby(register.rows, key=lambda row: (row.meeting, row.item)):
        held = list(rows)
        number = held[0].registration_number
        place = _place(held[0].statement, cited)
        told = ", ".join(filter(None, (_day(meeting), meeting.body or meeting.title, item)))
        lines += ["", f"{told}{f' · {number}' if number else ''}  ({place})"]
        lines += [
            f"  {row.statement.text}{f'  [{row.outcome}]' if row.outcome else ''}" for row in held
        ]
    count = len(register.rows)
    return "\n".join((f"{count} beslut. {_read(register.meetings)}", *lines))


def actions_text(register: ActionRegister) -> str:
    """Return the tasks with status, last day, place and key."""
    if not register.rows:
        return NONE.format("uppgifter", _read(register.meetings))
    cited = {citation.n: citation for citation in register.citations}
    lines = [line for row in register.rows for line in ("", *_action(row, cited))]
    return "\n".join((f"{counted(register)}. {_read(register.meetings)}", *lines))


def counted(register: ActionRegister) -> str:
    """Return how many tasks there are of each status.

    >>> counted(ActionRegister(rows=(), citations=(), meetings=0))
    '0 uppgifter'
    """
    rows = register.rows
    forms = {
        TaskStatus.OVERDUE: ("försenad", "försenade"),
        TaskStatus.OPEN: ("öppen", "öppna"),
        TaskStatus.DONE: ("klar", "klara"),
    }
    counts = {status: sum(row.status is status for row in rows) for status in forms}
    told = [f"{count} {forms[status][count > 1]}" for status, count in counts.items() if count]
    whole = f"{len(rows)} {'uppgift' if len(rows) == 1 else 'uppgifter'}"
    return f"{whole}: {', '.join(told)}" if told else whole


def _action(row: ActionRow, cited: dict[int, Citation]) -> Iterator[str]:
    indent = " " * (STATUS_WIDTH + 2)
    due = row.due_on.isoformat() if row.due_on else row.due
    who = ", ".join(filter(None, (row.who, due and f"senast {due.removeprefix('senast ')}")))
    by_hand = " (angivet för hand)" if row.by_hand else ""
    yield f"{row.status:<{STATUS_WIDTH}}  {row.statement.text}"
    if who:
        yield f"{indent}{who}"
    if row.told:
        told = cited[row.told.citations[0]]
        yield f"{indent}klar enligt {when(told.date)}: {row.told.text} ({_file(told)})"
    where = (_day(row.meeting), row.meeting.body or row.meeting.title, row.item)
    place = f"{', '.join(filter(None, where))} ({_place(row.statement, cited)})"
    yield f"{indent}{place} · nyckel {row.key}{by_hand}"


def _place(statement: Statement, cited: dict[int, Citation]) -> str:
    citation = cited[statement.citations[0]]
    page = f", s. {citation.page}" if citation.page else ""
    return f"{_file(citation)}{page}"


def _file(citation: Citation) -> str:
    return shown(Path(citation.source).name)


def _day(meeting: Meeting) -> str:
    return held_on(meeting.date)


def _read(meetings: int) -> str:
    return f"Ur {count_of(meetings)}."
