"""What the user has set by hand, laid over a register that was read before."""

from datetime import date

import pytest

from rag.minutes import DocumentId, Kind
from rag.registers.marks import marked
from rag.registers.values import ActionRegister, ActionRow, TaskStatus
from rag.results import Meeting, Statement, Support

TODAY = date(2024, 6, 1)
MEETING = Meeting(
    document_id=DocumentId("ab" * 32),
    source="nämnden.md",
    title="Protokoll",
    kind=Kind.PROTOKOLL,
    body=None,
    date=None,
    chunks=1,
)
SAID = Statement(text="Mira målar fyren.", support=Support.SUPPORTED, citations=(1,))


def register(status: TaskStatus, *, due: date | None = None) -> ActionRegister:
    row = ActionRow(
        key="ab12",
        meeting=MEETING,
        statement=SAID,
        item=None,
        registration_number=None,
        who="Mira",
        due=None,
        due_on=due,
        status=status,
        told=SAID if status is TaskStatus.DONE else None,
    )
    return ActionRegister(rows=(row,), citations=(), meetings=1)


@pytest.mark.parametrize(
    ("before", "due", "done", "after"),
    [
        pytest.param(TaskStatus.OPEN, None, True, TaskStatus.DONE, id="done"),
        pytest.param(TaskStatus.DONE, None, False, TaskStatus.OPEN, id="open after all"),
        pytest.param(
            TaskStatus.DONE, date(2024, 5, 1), False, TaskStatus.OVERDUE, id="open and late"
        ),
    ],
)
def test_the_users_own_word_counts(
    before: TaskStatus,
    due: date | None,
    done: bool,  # noqa: FBT001 - a case
    after: TaskStatus,
) -> None:
    [row] = marked(register(before, due=due), {"ab12": done}, today=TODAY).rows

    assert (after, True, None) == (row.status, row.by_hand, row.told)


def test_other_tasks_stay_as_they_are() -> None:
    read = register(TaskStatus.OPEN)

    assert read == marked(read, {"cd34": True}, today=TODAY)
