"""The stable JSON of what many meetings tell: registers, timelines, a subject's summary."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from rag.matters.values import Step, Timeline
from rag.phrasing.coverage import coverage_text
from rag.registers.values import ActionRegister, ActionRow, DecisionRegister, DecisionRow
from rag.results import Meeting, Statement
from rag.summaries import ActionLine
from rag.topics.values import TopicMeeting, TopicSummary
from ui.contracts.answers import citations_json

Json = dict[str, Any]


def decisions_json(register: DecisionRegister) -> Json:
    """Return the decisions as `register decisions --format json` prints them."""
    return {
        "meetings": register.meetings,
        "decisions": [_decision(row) for row in register.rows],
        "citations": citations_json(register.citations),
    }


def actions_json(register: ActionRegister) -> Json:
    """Return the tasks as `register actions --format json` prints them."""
    return {
        "meetings": register.meetings,
        "actions": [_action(row) for row in register.rows],
        "citations": citations_json(register.citations),
    }


def timeline_json(found: Timeline) -> Json:
    """Return a matter's timeline as `summarise --matter --format json` prints it."""
    return {
        "title": found.title,
        "registration_number": found.registration_number,
        "organisation": found.organisation,
        "meetings": found.meetings,
        "steps": [_step(step) for step in found.steps],
        "notes": list(found.notes),
        "citations": citations_json(found.citations),
    }


def topic_json(summary: TopicSummary) -> Json:
    """Return a subject's summary as `summarise --topic --format json` prints it."""
    return {
        "topic": summary.topic,
        "meetings": [_topic_meeting(one) for one in summary.meetings],
        "actors": [
            {
                "actor": row.actor,
                "organisation": row.organisation,
                "group": row.is_group,
                "statements": _statements(row.statements),
            }
            for row in summary.actors
        ],
        "coverage": asdict(summary.coverage)
        | {"text": coverage_text(summary.coverage, summary.topic)},
        "missing": list(summary.missing),
        "near": list(summary.near),
        "citations": citations_json(summary.citations),
    }


def _decision(row: DecisionRow) -> Json:
    return {
        "meeting": _meeting(row.meeting),
        "item": row.item,
        "registration_number": row.registration_number,
        **_statement(row.statement),
        "outcome": row.outcome,
    }


def _action(row: ActionRow) -> Json:
    return {
        "key": row.key,
        "meeting": _meeting(row.meeting),
        "item": row.item,
        "registration_number": row.registration_number,
        **_statement(row.statement),
        "who": row.who,
        "due": row.due,
        "due_on": row.due_on and row.due_on.isoformat(),
        "status": row.status,
        "by_hand": row.by_hand,
        "told": row.told and _statement(row.told),
    }


def _step(step: Step) -> Json:
    return {
        "kind": step.kind,
        "meeting": _meeting(step.meeting),
        "item": step.item,
        "decisions": _statements(step.decisions),
        "said": _statements(step.said),
        "dissent": _statements(step.dissent),
        "latest": step.is_latest,
    }


def _topic_meeting(one: TopicMeeting) -> Json:
    return {
        "meeting": _meeting(one.meeting),
        "statements": _statements(one.statements),
        "decisions": _statements(one.decisions),
        "actions": [_action_line(action) for action in one.actions],
    }


def _action_line(action: ActionLine) -> Json:
    told = {"who": action.who, "due": action.due, "item": action.item}
    return _statement(action.statement) | told


def _meeting(meeting: Meeting) -> Json:
    return {
        "document_id": meeting.document_id,
        "title": meeting.title,
        "body": meeting.body,
        "date": meeting.date.iso if meeting.date else None,
    }


def _statements(statements: Iterable[Statement]) -> list[Json]:
    return [_statement(statement) for statement in statements]


def _statement(statement: Statement) -> Json:
    return {"text": statement.text, "citations": list(statement.citations)}
