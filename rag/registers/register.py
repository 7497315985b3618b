"""Read the registers of a library: its decisions and its tasks."""

from collections.abc import Iterator
from datetime import date

from rag.citing import Citations, Evidence
from rag.errors import FilterError
from rag.minutes import Document, DocumentId
from rag.registers.judge import Judge, Judged
from rag.registers.marks import marked, marks
from rag.registers.reader import Reader, in_time
from rag.registers.remembered import Remembered
from rag.registers.task import KEY_LENGTH, Task, tasks_of
from rag.registers.values import (
    ActionRegister,
    ActionRow,
    DecisionRegister,
    DecisionRow,
    TaskStatus,
)
from rag.results import Filters, Meeting
from rag.storing.database import Database
from rag.storing.filtering import require_known
from rag.storing.library import Library
from rag.storing.steady import documents_of, steadily
from rag.swedish.words import fold


class Registers:
    """The decisions and tasks of one library."""

    def __init__(self, library: Library, database: Database) -> None:
        self._library = library
        self._db = database

    @steadily
    def decisions(self, filters: Filters) -> DecisionRegister:
        """Return the decisions of the meetings that *filters* admit, in order of time.

        Raises:
            FilterError: no meeting has the body or person of *filters*.
        """
        meetings, citations = self._meetings(filters), Citations()
        rows = [
            row
            for meeting, document in documents_of(self._library, meetings)
            for row in _decisions(document, meeting, citations)
        ]
        return DecisionRegister(rows=tuple(rows), citations=citations.all(), meetings=len(meetings))

    @steadily
    def actions(
        self,
        filters: Filters,
        *,
        today: date,
        who: str = "",
        status: TaskStatus | None = None,
    ) -> ActionRegister:
        """Return the tasks of the meetings that *filters* admit, in order of time.

        Args:
            filters: Which meetings they were agreed at.
            today: What is due before it and not done is overdue.
            who: A part of the name of who is to do it.
            status: Only these.

        Raises:
            FilterError: no meeting has the body or person of *filters*.
        """
        meetings, read = self._meetings(filters), Reader(self._library)
        judge, remembered = Judge(marks(self._db), today), Remembered(self._db, read)
        citations, rows = Citations(), []
        for meeting in meetings:
            tasks = list(tasks_of(read.document(meeting)))
            told = remembered(read.document(meeting), tasks)
            judged = (judge(task, told.get(task.key)) for task in tasks if _is_whose(task, who))
            rows += [
                _action(one, meeting, citations) for one in judged if status in {None, one.status}
            ]
        remembered.keep()
        return ActionRegister(rows=tuple(rows), citations=citations.all(), meetings=len(meetings))

    def marked(self, register: ActionRegister, *, today: date) -> ActionRegister:
        """Return *register* with the status that the user has set by hand since it was read."""
        return marked(register, marks(self._db), today=today)

    def admitted(self, filters: Filters) -> frozenset[DocumentId]:
        """Return the meetings that *filters* admit.

        Raises:
            FilterError: no meeting has the body or person of *filters*.
        """
        return frozenset(meeting.document_id for meeting in self._meetings(filters))

    def find(self, prefix: str) -> DocumentId:
        """Return the one document whose id starts with *prefix*.

        Raises:
            UnknownMeetingError: none does, or several do.
        """
        return self._library.find(prefix)

    @steadily
    def task(self, key: str) -> tuple[DocumentId, Task]:
        """Return the one task whose key begins with *key*, and its document.

        Raises:
            FilterError: none does, or several do.
        """
        found = {
            task.key: (meeting.document_id, task)
            for meeting, document in documents_of(
                self._library, self._library.meetings(copies=True)
            )
            for task in tasks_of(document)
            if key and task.key.startswith(key.lower())
        }
        if len(found) != 1:
            what = "Flera uppgifter" if found else "Ingen uppgift"
            raise FilterError(
                f"{what} har en nyckel som börjar med {key!r}: se «motesminne register actions», "
                f"där varje uppgift har en nyckel på {KEY_LENGTH} tecken."
            )
        return next(iter(found.values()))

    def _meetings(self, filters: Filters) -> list[Meeting]:
        """Return the meetings that *filters* admit, the oldest first and those undated last."""
        meetings = self._library.meetings(filters)
        if not meetings:
            require_known(filters, self._library)
        return sorted(meetings, key=in_time)


def _decisions(document: Document, meeting: Meeting, citations: Citations) -> Iterator[DecisionRow]:
    for item in document.minutes.all_items:
        for decision in item.decisions:
            [statement] = citations.state([Evidence(document, decision.span)])
            yield DecisionRow(
                meeting=meeting,
                statement=statement,
                item=item.label or None,
                registration_number=item.registration_number,
                outcome=decision.outcome,
            )


def _action(one: Judged, meeting: Meeting, citations: Citations) -> ActionRow:
    task = one.task
    [statement] = citations.state([Evidence(task.document, task.action.span)])
    return ActionRow(
        key=task.key,
        meeting=meeting,
        statement=statement,
        item=task.item.label or None,
        registration_number=task.item.registration_number,
        who=task.action.who,
        due=task.action.due,
        due_on=one.due_on,
        status=one.status,
        by_hand=one.by_hand,
        told=citations.state([one.told])[0] if one.told else None,
    )


def _is_whose(task: Task, who: str) -> bool:
    """Tell whether the task is *who*'s: by its responsible, or named in it when none is told."""
    return not who or fold(who) in fold(task.action.who or task.text)
