"""Find in later minutes of the same body where they tell that a task is carried out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import cached_property, lru_cache
from itertools import chain, islice, pairwise

from rag.citing import Evidence
from rag.items import Item
from rag.minutes import Document
from rag.registers.cues import is_open_still, is_report_of_task, is_told_done
from rag.registers.task import START, Task
from rag.span import Span
from rag.swedish.matching import less, most
from rag.swedish.registration import Registration, read_registration
from rag.swedish.sentences import sentences
from rag.swedish.words import fold, words

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
# Uppföljning · Föregående protokoll · Att göra sedan förra mötet · Genomgång av uppdrag
FOLLOWING_UP = re.compile(
    r"\b(?:uppfölj\w*|återkoppl\w*|återrapport\w*|föregående\s(?:möte\w*|protokoll\w*"
    r"|anteckning\w*)|förra\smötet|att[\s-]göra\w*|uppdragslista\w*|beslutslogg\w*)",
    re.IGNORECASE,
)


class _Sentence:
    """A sentence of later minutes, read once for all the tasks that it may be about."""

    def __init__(self, part: "_Part", span: Span) -> None:
        self.part = part
        self.span = span
        self.text = span.of(part.text)
        self.words = frozenset(words(self.text))
        self.near: list[_Sentence] = []
        """Those beside it, where nothing but white space in a line stands between."""

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the words here and beside it, as names are compared."""
        said = self.words.union(*(one.words for one in self.near))
        return frozenset(map(_as_name, said))

    @cached_property
    def around(self) -> str:
        """Return all that a task may be known by, in small letters."""
        near = (one.text for one in self.near)
        return " ".join((self.text, self.part.item.title, *near)).lower()

    @cached_property
    def is_open_still(self) -> bool:
        return is_open_still(self.text)

    @property
    def starts(self) -> set[str]:
        """Return how the words begin that a task may be known by."""
        near = (one.words for one in self.near)
        return {word[:START] for word in self.words.union(self.part.heading, *near)}


class _Part:
    """An item of later minutes: its heading and sentences, but for what is still to be done."""

    def __init__(self, document: Document, item: Item) -> None:
        self.text = document.text
        self.item = item
        self.heading = frozenset(words(item.title))
        self.follows_up = FOLLOWING_UP.search(item.title) is not None
        self.sentences = list(self._sentences())
        self.words = frozenset[str]().union(*(one.words for one in self.sentences))

    def is_of(self, task: Task) -> bool:
        """Tell whether the item is of the matter that *task* belongs to."""
        return bool(task.registration and self._number and self._number.may_be(task.registration))

    @cached_property
    def _number(self) -> Registration | None:
        return read_registration(self.item.registration_number or "")

    def _sentences(self) -> Iterator[_Sentence]:
        own = sentences(self.text, Span(self.item.heading.end, self.item.span.end))
        read = [_Sentence(self, span) for span in own]
        for one, other in pairwise(read):
            if "\n" not in self.text[one.span.end : other.span.start]:
                one.near.append(other)
                other.near.append(one)
        to_come = [action.span for action in self.item.actions]
        return (one for one in read if not any(map(one.span.overlaps, to_come)))


@lru_cache(maxsize=10_000)
def _as_name(word: str) -> str:
    """Return *word* without å, ä and ö, and in no genitive."""
    return fold(word).removesuffix("s")


class Later:
    """One of the later minutes, read for what it tells of earlier tasks."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def _parts(self) -> list[_Part]:
        return [_Part(self.document, item) for item in self.document.minutes.all_items]

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
        first = min((one.span for one in told), key=lambda span: span.start, default=None)
        return Evidence(self.document, first) if first else None

    def _received(self, task: Task) -> Span | None:
        """Return the decision by which what *task* was to report is received."""
        if task.registration is None or not task.is_report:
            return None
        parts = (part for part in self._parts if part.is_of(task))
        decided = (decision.span for part in parts for decision in part.item.decisions)
        text = self.document.text
        return next((span for span in decided if RECEIVED.search(span.of(text))), None)

    def _near(self, task: Task) -> Iterator[_Sentence]:
        """Yield the sentences that tell of something done and may be about *task*."""
        told = [self._told_done[start] for start in task.starts if start in self._told_done]
        fewest = 1 if task.registration else min(len(task.starts), 2)
        for one, count in Counter(chain.from_iterable(told)).items():
            if count >= fewest or not task.names.isdisjoint(one.names):
                yield one

    @cached_property
    def _told_done(self) -> dict[str, list[_Sentence]]:
        """Return the sentences that tell of something done, by the starts of the words there."""
        found: dict[str, list[_Sentence]] = {}
        for one in (one for part in self._parts for one in part.sentences):
            for start in one.starts if is_told_done(one.text) else ():
                found.setdefault(start, []).append(one)
        return found

    def _past(self, task: Task) -> list[_Sentence]:
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


def _is_about(task: Task, one: _Sentence, *, least: float, soon: bool) -> bool:
    """Tell whether *one*, with what stands near it, speaks of what *task* is about."""
    same, by_name = one.part.is_of(task), not task.names.isdisjoint(one.names)
    reports = by_name and is_report_of_task(one.text)
    hints = same + one.part.follows_up + by_name + reports
    fewest = 1 if same or hints > 1 or (soon and len(task.things) == 1) else 2
    known = [root in one.around for root in task.roots]
    if sum(known[: len(task.things)]) < fewest or task.share(known) < ALIKE_WITH[-1]:
        return False  # the quick way: most sentences are about none of it
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


def carried_out(task: Task, later: Iterable[Later]) -> Evidence | None:
    """Return the first words of *later* minutes, in order of time, that tell that it is done."""
    if not task.things:
        return None
    told = (
        minutes.tells(task, soon=number < SOON)
        for number, minutes in enumerate(_within(task, later))
    )
    return next(filter(None, told), None)


def _within(task: Task, later: Iterable[Later]) -> Iterator[Later]:
    held = task.document.minutes.date
    for minutes in islice(later, MOST_MEETINGS):
        day = minutes.document.minutes.date
        if held and day and day.first - held.last > LONGEST:
            return
        yield minutes
