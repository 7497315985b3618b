"""Keep in the library's SQLite file which tasks the user set as done or open.

A mark belongs to the place of a file, so that it is kept when the file there is read anew and goes
when the file is removed. The caller holds the writer's lock and opens the transaction.
What is kept by the library's revision holds still: a register that was read before is `marked`.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from rag.minutes import DocumentId
from rag.registers.values import ActionRegister, ActionRow, TaskStatus
from rag.storing.database import Database


def mark(db: Database, document: DocumentId, key: str, *, done: bool) -> None:
    """Note at all places of *document* that its task *key* is *done*, or open after all."""
    db.rows(
        "insert or replace into task_mark select path, ?, ? from location "
        "join document on document = document.key where id = ?",
        [key, int(done), document],
    )


def marks(db: Database) -> dict[str, bool]:
    """Return the tasks whose status the user set, and whether they are done."""
    return {key: bool(done) for key, done in db.rows("select key, done from task_mark")}


def marked(register: ActionRegister, by_hand: Mapping[str, bool], *, today: date) -> ActionRegister:
    """Return *register* with the status that the user has set *by_hand* since it was read."""
    rows = (_marked(row, by_hand, today) for row in register.rows)
    return replace(register, rows=tuple(rows))


def _marked(row: ActionRow, by_hand: Mapping[str, bool], today: date) -> ActionRow:
    if row.key not in by_hand:
        return row
    undone = TaskStatus.OVERDUE if row.due_on and row.due_on < today else TaskStatus.OPEN
    status = TaskStatus.DONE if by_hand[row.key] else undone
    return replace(row, status=status, by_hand=True, told=None)
