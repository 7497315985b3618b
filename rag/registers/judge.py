"""Judge what became of a task: open, done or overdue."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rag.citing import Evidence
from rag.registers.due import due_date
from rag.registers.task import Task
from rag.registers.values import TaskStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A task and what became of it."""

    task: Task
    due_on: date | None
    status: TaskStatus
    by_hand: bool
    told: Evidence | None


@dataclass(frozen=True, slots=True)
class Judge:
    """Tell what became of tasks, by later minutes and by what the user said."""

    by_hand: Mapping[str, bool]
    today: date

    def __call__(self, task: Task, told: Evidence | None) -> Judged:
        """Return what became of *task*, which later minutes *told* or not."""
        set_by_hand, minutes = task.key in self.by_hand, task.document.minutes
        told = None if set_by_hand or task.is_ticked else told
        due = task.action.due
        due_on = due_date(due, held=minutes.date, following=minutes.next_meeting) if due else None
        done = self.by_hand.get(task.key, task.is_ticked or told is not None)
        is_late = due_on is not None and due_on < self.today
        undone = TaskStatus.OVERDUE if is_late else TaskStatus.OPEN
        return Judged(
            task=task,
            due_on=due_on,
            status=TaskStatus.DONE if done else undone,
            by_hand=set_by_hand,
            told=told,
        )
