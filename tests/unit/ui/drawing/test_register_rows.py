"""The registers as HTML."""

import re
from dataclasses import replace
from datetime import date

import pytest

from rag.items import Outcome
from rag.registers.values import ActionRow, DecisionRow, TaskStatus
from rag.results import Citation, Meeting, Statement, Support
from ui import strings
from ui.drawing import matter_rows, register_rows

HOSTILE = "<img src=x onerror=alert(1)>"


def shown(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


@pytest.fixture
def said(citation: Citation) -> Statement:
    return Statement(text=citation.quote, support=Support.SUPPORTED, citations=(1,))


@pytest.fixture
def decision(meeting: Meeting, said: Statement) -> DecisionRow:
    return DecisionRow(
        meeting=meeting,
        statement=said,
        item="§ 2 Bryggan",
        registration_number="KS 2024/7",
        outcome=Outcome.APPROVED,
    )


@pytest.fixture
def task(meeting: Meeting, said: Statement) -> ActionRow:
    return ActionRow(
        key="ab12",
        meeting=meeting,
        statement=said,
        item="§ 2 Bryggan",
        registration_number=None,
        who="Mira",
        due="senast den 1 maj",
        due_on=date(2024, 5, 1),
        status=TaskStatus.OVERDUE,
    )


def test_the_decisions_of_an_item_stand_under_it_once(
    decision: DecisionRow, citation: Citation
) -> None:
    html = register_rows.decisions([decision, replace(decision, outcome=None)], [citation])

    assert 1 == shown(html).count("§ 2 Bryggan")
    assert 2 == shown(html).count("Styrelsen beslutar att bygga en ny.")
    assert 1 == shown(html).count("bifall")


def test_a_registration_number_leads_to_its_matter(
    decision: DecisionRow, citation: Citation
) -> None:
    html = register_rows.decisions([decision], [citation])

    assert f'data-open="{matter_rows.MATTER}KS 2024/7"' in html


@pytest.mark.parametrize(
    ("status", "act", "label"),
    [
        pytest.param(TaskStatus.OVERDUE, "klar=", strings.REGISTER_DONE, id="overdue"),
        pytest.param(TaskStatus.OPEN, "klar=", strings.REGISTER_DONE, id="open"),
        pytest.param(TaskStatus.DONE, "oppen=", strings.REGISTER_REOPEN, id="done"),
    ],
)
def test_a_task_tells_how_far_it_has_come_and_can_be_marked(
    task: ActionRow, citation: Citation, status: TaskStatus, act: str, label: str
) -> None:
    html = register_rows.tasks([replace(task, status=status)], [citation])

    assert f"1 {status} Ansvarig: Mira · senast 1 maj 2024 {label}" in shown(html)
    assert f'data-open="{act}{task.meeting.document_id}:ab12"' in html


def test_what_a_page_of_a_register_cites_is_numbered_from_1(
    task: ActionRow, citation: Citation
) -> None:
    row = replace(task, statement=replace(task.statement, citations=(873,)))

    html = register_rows.tasks([row], [replace(citation, n=4), replace(citation, n=873)])

    assert ">1</button>" in html


def test_nothing_in_a_register_is_html(
    decision: DecisionRow, task: ActionRow, citation: Citation
) -> None:
    html = register_rows.decisions(
        [replace(decision, item=HOSTILE, registration_number=HOSTILE)], [citation]
    ) + register_rows.tasks([replace(task, who=HOSTILE, item=HOSTILE)], [citation])

    assert "<img" not in html
