"""Draw the registers and the timeline of a matter as HTML; a click opens a place or a matter."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from rag.date_words import date_text
from rag.matters.values import Step, Timeline
from rag.registers.values import ActionRow, DecisionRow, TaskStatus
from rag.results import Citation, Meeting, Statement
from ui import strings
from ui.cited import SEPARATOR, meeting_date, statement
from ui.markup import NOTHING, Html, join, tag, text
from ui.meeting import box

# What else than a place a click can mean.
MATTER = "arende="
DONE = "klar="
REOPENED = "oppen="

COLOURS = {
    TaskStatus.OPEN: "partial",
    TaskStatus.OVERDUE: "overdue",
    TaskStatus.DONE: "answered",
}

Numbered = Mapping[int, Citation]


def decisions(rows: Iterable[DecisionRow], citations: Sequence[Citation]) -> Html:
    """Draw decisions, those of one item together."""
    numbered = {citation.n: citation for citation in citations}
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


def tasks(rows: Iterable[ActionRow], citations: Sequence[Citation]) -> Html:
    """Draw tasks with who, when and status, and what sets the status by hand."""
    numbered = {citation.n: citation for citation in citations}
    return tag("ul", *(_task(row, numbered) for row in rows), class_="register")


def timeline(found: Timeline) -> Html:
    """Draw what each meeting did with a matter, the latest valid decision marked."""
    numbered = {citation.n: citation for citation in found.citations}
    details = (found.registration_number, found.organisation)
    notes = (tag("p", text(note), class_="details") for note in found.notes)
    return tag(
        "section",
        tag("h2", text(found.title)),
        tag("p", text(SEPARATOR.join(filter(None, details))), class_="details"),
        tag("ol", *(_step(step, numbered) for step in found.steps), class_="timeline"),
        *notes,
        class_="answer",
    )


def _decision(row: DecisionRow, numbered: Numbered) -> Html:
    outcome = tag("span", text(row.outcome), class_="status not_found") if row.outcome else NOTHING
    return tag("div", statement(row.statement, numbered), outcome, class_="entry")


def _task(row: ActionRow, numbered: Numbered) -> Html:
    day = row.due_on and strings.REGISTER_DUE.format(day=date_text(row.due_on, row.due_on))
    details = (
        row.who and strings.ACTION_WHO.format(who=row.who),
        day or row.due,
        strings.REGISTER_BY_HAND if row.by_hand else "",
    )
    is_done = row.status is TaskStatus.DONE
    return tag(
        "li",
        _where(row.meeting, row.item, row.registration_number),
        tag(
            "div",
            statement(row.statement, numbered),
            tag("span", text(row.status), class_=f"status {COLOURS[row.status]}"),
            class_="entry",
        ),
        tag("p", text(SEPARATOR.join(filter(None, details))), class_="details"),
        _told(row.told, numbered),
        tag(
            "button",
            text(strings.REGISTER_REOPEN if is_done else strings.REGISTER_DONE),
            class_="mark-task",
            type="button",
            data_open=f"{REOPENED if is_done else DONE}{row.meeting.document_id}:{row.key}",
        ),
    )


def _told(said: Statement | None, numbered: Numbered) -> Html:
    if said is None:
        return NOTHING
    return box(strings.REGISTER_TOLD, [statement(said, numbered)], "other")


def _where(meeting: Meeting, item: str | None, number: str | None) -> Html:
    told = (meeting_date(meeting.date), meeting.body or meeting.title, item)
    matter = (
        tag(
            "button",
            text(number),
            class_="matter",
            type="button",
            title=strings.REGISTER_MATTER,
            data_open=f"{MATTER}{number}",
        )
        if number
        else NOTHING
    )
    return tag("p", text(SEPARATOR.join(filter(None, told))), matter, class_="details")


def _step(step: Step, numbered: Numbered) -> Html:
    told = (meeting_date(step.meeting.date), step.meeting.body or step.meeting.title, step.item)
    latest = (
        tag("span", text(strings.TIMELINE_LATEST), class_="status answered")
        if step.is_latest
        else NOTHING
    )
    decided = [statement(said, numbered) for said in step.decisions]
    return tag(
        "li",
        tag("h3", text(step.kind.capitalize()), latest),
        tag("p", text(SEPARATOR.join(filter(None, told))), class_="details"),
        *(statement(said, numbered) for said in step.said),
        box(strings.DECISIONS, decided, "decided"),
        *(statement(said, numbered) for said in step.dissent),
    )


def joined(found: Iterable[Timeline]) -> Html:
    """Draw several timelines one after the other."""
    return join(*map(timeline, found))
