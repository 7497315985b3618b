"""Draw the registers as HTML; a click opens a place or a matter, or marks a task."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from rag.registers.values import ActionRow, DecisionRow, TaskStatus
from rag.results import Citation, Meeting, Statement
from ui import local, strings
from ui.drawing.cited import SEPARATOR, excerpt, in_order, separated, statement
from ui.drawing.markup import NOTHING, Html, swedish, tag, text
from ui.drawing.matter_rows import MATTER
from ui.drawing.meeting import box
from ui.parsed import meeting_date

# What else than a place or a matter a click can mean.
DONE = "klar="
REOPENED = "oppen="
# So much of a task tells those who hear the page which one a button marks.
LABEL_CHARS = 80

COLOURS = {
    TaskStatus.OPEN: "partial",
    TaskStatus.OVERDUE: "overdue",
    TaskStatus.DONE: "answered",
}

Numbered = Mapping[int, Citation]


def decisions(rows: Sequence[DecisionRow], citations: Sequence[Citation]) -> Html:
    """Draw decisions, those of one item together; what they cite is numbered from 1."""
    numbered = in_order((row.statement for row in rows), citations)
    groups = groupby(rows, key=lambda row: (row.meeting, row.item, row.registration_number))
    return tag(
        "ul",
        *(
            tag(
                "li",
                _where(meeting, item, number),
                *(_decision(row, numbered) for row in group),
            )
            for (meeting, item, number), group in groups
        ),
        class_="register",
    )


def tasks(
    rows: Sequence[ActionRow],
    citations: Sequence[Citation],
    *,
    is_markable: Callable[[Meeting], bool] = lambda _: True,
) -> Html:
    """Draw tasks with who, when and status, and what sets the status of markable ones by hand."""
    said = [one for row in rows for one in (row.statement, row.told) if one]
    numbered = in_order(said, citations)
    return tag(
        "ul",
        *(
            _task(row, numbered, _mark(row) if is_markable(row.meeting) else NOTHING)
            for row in rows
        ),
        class_="register",
    )


def _decision(row: DecisionRow, numbered: Numbered) -> Html:
    outcome = (
        tag("span", swedish(row.outcome), class_="status not_found") if row.outcome else NOTHING
    )
    return tag("div", statement(row.statement, numbered), outcome, class_="entry")


def _task(row: ActionRow, numbered: Numbered, mark: Html) -> Html:
    return tag(
        "li",
        _where(row.meeting, row.item, row.registration_number),
        tag(
            "div",
            statement(row.statement, numbered),
            tag(
                "span",
                text(strings.TASK_STATUSES[row.status]),
                class_=f"status {COLOURS[row.status]}",
            ),
            class_="entry",
        ),
        _told(row.told, numbered),
        tag("p", text(_agreed(row)), mark, class_="details foot"),
    )


def _agreed(row: ActionRow) -> str:
    """Write who is to do a task and when, and that its status is the user's own."""
    day = row.due_on and strings.REGISTER_DUE.format(day=local.date_text(row.due_on, row.due_on))
    told = (
        row.who and strings.ACTION_WHO.format(who=row.who),
        day or row.due,
        strings.REGISTER_BY_HAND if row.by_hand else "",
    )
    return SEPARATOR.join(filter(None, told))


def _mark(row: ActionRow) -> Html:
    """Draw what sets the status of a task by hand."""
    is_done = row.status is TaskStatus.DONE
    label = strings.REGISTER_REOPEN if is_done else strings.REGISTER_DONE
    return tag(
        "button",
        text(label),
        class_="mark-task",
        type="button",
        data_open=f"{REOPENED if is_done else DONE}{row.meeting.document_id}:{row.key}",
        aria_label=strings.REGISTER_MARK_LABEL.format(
            label=label, task=excerpt(row.statement.text, LABEL_CHARS)
        ),
    )


def _told(said: Statement | None, numbered: Numbered) -> Html:
    if said is None:
        return NOTHING
    return box(strings.REGISTER_TOLD, [statement(said, numbered)], "other", heading="p")


def _where(meeting: Meeting, item: str | None, number: str | None) -> Html:
    named = (meeting.body or meeting.title, item)
    told = (text(meeting_date(meeting.date)), *map(swedish, filter(None, named)))
    return tag("p", separated(*told, *([_matter(number)] if number else [])), class_="details")


def _matter(number: str) -> Html:
    """Draw the registration number of a matter, which leads to its course."""
    return tag(
        "button",
        text(number),
        class_="matter",
        type="button",
        title=strings.REGISTER_MATTER,
        data_open=f"{MATTER}{number}",
    )
