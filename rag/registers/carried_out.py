"""Find in later minutes of the same body where they tell that a task is carried out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from functools import cached_property
from itertools import chain, islice
from operator import attrgetter

from rag.citing import Evidence
from rag.minutes import Document
from rag.registers.cues import is_report_of_task, is_told_done
from rag.registers.task import Task
from rag.registers.told_in import Part, Sentence
from rag.span import Span
from rag.swedish.matching import less, most

# Later minutes that are searched: of so many meetings, and for so long.
MOST_MEETINGS = 10
LONGEST = timedelta(days=550)
# The share of a task's words that the later place must speak of: precision before recall, since a
# task that is wrongly taken for done is lost. tests/unit/rag/registers has the table of cases.
ALIKE = 0.5
# Told by the task's own verb in the past, which old news are too.
IN_PAST = 0.66
# Enough with so many hints: who is to do it is named, the item follows up or is the same matter.
ALIKE_WITH = (1.0, 0.5, 0.3)
# How many of the next meetings may tell of a task that has one thing only. Others must be told of
# by two: "Lokalen för cykelbanan är bokad" is not about the one for the school.
SOON = 3
# A thing that is spoken of less surely than this is not: a word that is merely alike.
SPOKEN = 0.72
IN_HEADING = 0.9
BESIDE = 0.6
# "till handlingarna", "godkänner redovisningen": a report has been received.
RECEIVED = re.compile(
    r"""\btill\shandlingarna\b
    | \b(?:godkän\w{1,6}|nöjer\ssig\smed|tar?\sdel\sav|noter\w{1,5})\s(?:\w{1,20}\s){0,3}?
      \w{0,20}(?:redovisning|rapport|uppföljning|utredning|utvärdering|återrapportering)\w{0,3}\b""",
    re.VERBOSE | re.IGNORECASE,
)


class Later:
    """One of the later minutes, read for what it tells of earlier tasks."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def _parts(self) -> list[Part]:
        return [Part(self.document, item) for item in self.document.minutes.all_items]

    def tells(self, task: Task, *, soon: bool) -> Evidence | None:
        """Return the words that tell that *task* is carried out.

        Args:
            task: Of earlier minutes.
            soon: These minutes are among the first after them.
        """
        if received := self._received(task):
            return Evidence(self.document, received)
        told = [one for one in self._near(task) if _is_about(task, one, least=ALIKE, soon=soon)]
        told += [one for one in self._past(task) if _is_about(task, one, least=IN_PAST, soon=soon)]
        if not told:
            return None
        return Evidence(self.document, min((one.span for one in told), key=attrgetter("start")))

    def _received(self, task: Task) -> Span | None:
        """Return the decision by which what *task* was to report is received."""
        if task.registration is None or not task.is_report:
            return None
        parts = (part for part in self._parts if part.is_of(task))
        decided = (decision.span for part in parts for decision in part.item.decisions)
        text = self.document.text
        return next((span for span in decided if RECEIVED.search(span.of(text))), None)

    def _near(self, task: Task) -> Iterator[Sentence]:
        """Yield the sentences that tell of something done and may be about *task*."""
        having = chain.from_iterable(self._starts.get(start, ()) for start in task.starts)
        fewest = 1 if task.registration else min(len(task.starts), 2)
        for one, count in Counter(having).items():
            if count >= fewest or not task.names.isdisjoint(one.names):
                yield one

    @cached_property
    def _told_done(self) -> list[Sentence]:
        """Return the sentences that tell of something done."""
        telling = (part for part in self._parts if part.may_tell_done)
        return [one for part in telling for one in part.sentences if is_told_done(one.text)]

    @cached_property
    def _starts(self) -> dict[str, list[Sentence]]:
        """Return those sentences by the starts of the words there."""
        found: dict[str, list[Sentence]] = {}
        for one in self._told_done:
            for start in one.starts:
                found.setdefault(start, []).append(one)
        return found

    def _past(self, task: Task) -> list[Sentence]:
        """Return the sentences that say that a verb of *task* was done."""
        past = task.past & self._words
        return [
            one
            for part in (self._parts if past else ())
            if not past.isdisjoint(part.words)
            for one in part.sentences
            if not past.isdisjoint(one.words) and not one.is_open_still
        ]

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset[str]().union(*(part.words for part in self._parts))


def _is_about(task: Task, one: Sentence, *, least: float, soon: bool) -> bool:
    """Tell whether *one*, with what stands near it, speaks of what *task* is about."""
    known = [root in one.around for root in task.roots]
    things = sum(known[: len(task.things)])
    if not things or task.share(known) < ALIKE_WITH[-1]:
        return False  # the quick way: most sentences are about none of it
    same, by_name = one.part.is_of(task), not task.names.isdisjoint(one.names)
    reports = by_name and is_report_of_task(one.text)
    hints = same + one.part.follows_up + by_name + reports
    fewest = 1 if same or hints > 1 or (soon and len(task.things) == 1) else 2
    if things < fewest:
        return False
    subject = task.subject
    presence = most(
        subject.presence(one.words),
        less(IN_HEADING, subject.presence(one.part.heading)),
        *(less(BESIDE, subject.presence(other.words)) for other in one.near if reports),
    )
    bar = SPOKEN * BESIDE if reports else SPOKEN
    spoken = sum(sure >= bar for sure in presence[: len(task.things)])
    enough = min(least, ALIKE_WITH[min(hints, 2)])
    return spoken >= fewest and subject.coverage(presence) >= enough


def carried_out(tasks: Sequence[Task], later: Iterable[Later]) -> Iterator[tuple[Task, Evidence]]:
    """Yield those *tasks* of one document that *later* minutes, in order of time, tell are done.

    With each come the first words that tell it.
    """
    following = list(_within(tasks[0].document, later)) if tasks else []
    for task in tasks:
        told = _told(task, following) if task.things else None
        if told:
            yield task, told


def _told(task: Task, later: Sequence[Later]) -> Evidence | None:
    told = (minutes.tells(task, soon=number < SOON) for number, minutes in enumerate(later))
    return next(filter(None, told), None)


def _within(document: Document, later: Iterable[Later]) -> Iterator[Later]:
    held = document.minutes.date
    for minutes in islice(later, MOST_MEETINGS):
        day = minutes.document.minutes.date
        if held and day and day.first - held.last > LONGEST:
            return
        yield minutes
