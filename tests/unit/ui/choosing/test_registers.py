"""What is chosen of a register."""

from dataclasses import replace
from datetime import date

import pytest

from rag.minutes import DocumentId, MeetingDate
from rag.registers.values import (
    ActionRegister,
    ActionRow,
    DecisionRegister,
    DecisionRow,
    TaskStatus,
)
from rag.results import Meeting, Statement, Support
from ui.choosing.registers import Choice, by_status, decisions, tasks

LATER = DocumentId("cd" * 32)


def said(text: str) -> Statement:
    return Statement(text=text, support=Support.SUPPORTED, citations=(1,))


@pytest.fixture
def later(meeting: Meeting) -> Meeting:
    day = date(2024, 6, 10)
    return replace(meeting, document_id=LATER, date=MeetingDate(first=day, last=day))


@pytest.fixture
def decided(meeting: Meeting, later: Meeting) -> DecisionRegister:
    rows = [
        DecisionRow(
            meeting=held,
            statement=said(text),
            item=item,
            registration_number=number,
            outcome=None,
        )
        for held, text, item, number in (
            (meeting, "att bygga en brygga", "§ 2 Badet", "KS 2024/7"),
            (meeting, "att köpa en båt", "§ 3 Båten", None),
            (later, "att måla bryggan", "§ 1 Badet", None),
        )
    ]
    return DecisionRegister(rows=tuple(rows), citations=(), meetings=2)


@pytest.fixture
def agreed(meeting: Meeting, later: Meeting) -> ActionRegister:
    rows = [
        ActionRow(
            key=who or "ingen",
            meeting=held,
            statement=said(text),
            item=None,
            registration_number=None,
            who=who,
            due=None,
            due_on=None,
            status=status,
        )
        for held, text, who, status in (
            (meeting, "Mira målar", "Mira Sandvall", TaskStatus.DONE),
            (meeting, "Tor borrar åt Mira", "Tor Blad", TaskStatus.OPEN),
            (later, "Mira och Tor städar", None, TaskStatus.OPEN),
        )
    ]
    return ActionRegister(rows=tuple(rows), citations=(), meetings=2)


@pytest.mark.parametrize(
    ("choice", "chosen"),
    [
        pytest.param(
            Choice(),
            ["att måla bryggan", "att bygga en brygga", "att köpa en båt"],
            id="all, the newest first",
        ),
        pytest.param(
            Choice(query="BRYGGA"), ["att måla bryggan", "att bygga en brygga"], id="word"
        ),
        pytest.param(Choice(query="badet 2024/7"), ["att bygga en brygga"], id="item and number"),
        pytest.param(Choice(meetings={LATER}), ["att måla bryggan"], id="meetings"),
        pytest.param(Choice(meetings=set()), [], id="no meeting"),
    ],
)
def test_decisions_are_chosen(decided: DecisionRegister, choice: Choice, chosen: list[str]) -> None:
    assert chosen == [row.statement.text for row in decisions(decided, choice).rows]


@pytest.mark.parametrize(
    ("choice", "chosen"),
    [
        pytest.param(Choice(who="tor"), ["ingen", "Tor Blad"], id="who, or named when unsaid"),
        pytest.param(Choice(status=TaskStatus.OPEN), ["ingen", "Tor Blad"], id="status"),
        pytest.param(Choice(who="Mira", status=TaskStatus.DONE), ["Mira Sandvall"], id="both"),
        pytest.param(Choice(query="blad"), ["Tor Blad"], id="a word of the name"),
    ],
)
def test_tasks_are_chosen(agreed: ActionRegister, choice: Choice, chosen: list[str]) -> None:
    assert chosen == [row.key for row in tasks(agreed, choice).rows]


def test_tasks_are_counted_by_status(agreed: ActionRegister) -> None:
    assert {TaskStatus.OPEN: 2, TaskStatus.DONE: 1} == by_status(agreed.rows)
