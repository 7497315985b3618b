"""Put questions to one library from many threads, as the app's server does, while one writes."""

import threading
import time
import uuid
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import count, cycle
from pathlib import Path
from random import Random

from eval.invented import invented_minutes
from eval.memory import held_mb
from eval.scale_answers import FORMS, WORDS
from eval.stolen import stolen
from ingest.pipeline import ingest
from rag.access import EVERYTHING
from rag.assembling.assembly import build_assistant, open_store
from rag.assistant import Assistant
from rag.indexing.vectors import load_chroma
from rag.many import take_turns
from rag.minutes import DocumentId
from rag.results import Answer
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.kept_conversations import Conversations, new_id
from rag.storing.turns import Asked, Interrupted, Turn
from rag.upkeep.clearing import Clearing

# Who reads an answer and thinks of the next question takes at least so long.
PAUSE_S = (5.0, 10.0)
TURNS = 6
"""Questions in a row of one conversation, which the next ones may lean on."""
KEPT_BY_WRITER = 5
"""Meetings that the writer lets be before it removes the oldest of its own."""
GLANCE_S = 1.0
WARMING = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """How much is done at once."""

    clients: int
    seconds: float
    pause_s: tuple[float, float] = PAUSE_S
    """Between an answer and the same client's next question, at least and at most."""
    write_pause_s: float = 2.0
    """Between one change of the library and the next."""


@dataclass(frozen=True, slots=True)
class Took:
    """Something that somebody waited for."""

    at: float
    """When it began, in seconds from the start."""
    ms: float
    cpu_ms: float
    """The processor's time in its own thread, which others who use it do not lengthen much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Borne:
    """What the load came to."""

    seconds: float
    questions: Sequence[Took]
    changes: Sequence[Took]
    memory: Sequence[tuple[float, float]]
    """At which second how many megabytes the process held."""
    stolen: Sequence[tuple[float, float]]
    """At which second which share of the machine's time others had, since the one before."""
    errors: Sequence[str]
    cpu_s: float


@dataclass
class Course:
    """One run: its clock, and what is noted by all its threads."""

    load: Load
    start: float = field(default_factory=time.perf_counter)
    questions: list[Took] = field(default_factory=list)
    changes: list[Took] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def now(self) -> float:
        """The seconds since it began."""
        return time.perf_counter() - self.start

    def rest(self, seconds: float) -> bool:
        """Wait; return whether there is time left."""
        self.over.wait(min(seconds, max(0.0, self.load.seconds - self.now)))
        return not self.over.is_set() and self.now < self.load.seconds

    def timed(self, act: Callable[[], object], noted: list[Took]) -> None:
        """Do something, and note how long it took."""
        began, cpu = self.now, time.thread_time()
        act()
        noted.append(Took(began, (self.now - began) * 1_000, (time.thread_time() - cpu) * 1_000))


def bear(library: Path, questions: Sequence[str], folder: Path, load: Load) -> Borne:
    """Let clients ask and one writer write for the time that *load* says.

    Args:
        library: The library's directory.
        questions: What is asked, in any order.
        folder: Where the writer keeps its files.
        load: How much, for how long.
    """
    take_turns()
    load_chroma()  # as the app's server does when it starts
    settings = Settings(library=library)
    assistant, talks = build_assistant(settings), Conversations(Database.open(library, EVERYTHING))
    for question in questions[:WARMING]:
        assistant.ask(question)
    cpu, course, memory = time.process_time(), Course(load), list[tuple[float, float]]()
    taken, others = list[tuple[float, float]](), stolen()
    client = _Client(course, assistant, talks, questions)
    with ThreadPoolExecutor(load.clients + 1) as threads:
        working: list[Future[None]] = [
            threads.submit(client, number) for number in range(load.clients)
        ]
        working.append(threads.submit(_Writer(course, settings, folder)))
        while course.rest(GLANCE_S):
            memory.append((course.now, held_mb() or 0.0))
            taken.append((course.now, others()))
    return Borne(
        seconds=load.seconds,
        questions=course.questions,
        changes=course.changes,
        memory=memory,
        stolen=taken,
        errors=[repr(error) for one in working if (error := one.exception())],
        cpu_s=time.process_time() - cpu,
    )


def asked(pieces: Iterable[str]) -> list[str]:
    """Return questions of every kind about *pieces* of sentences.

    >>> asked(["bron över ån är avstängd i sommar"])[1]
    'Vad beslutades om bron över ån är?'
    """
    subjects = [" ".join(piece.rstrip(".?").split()[:WORDS]) for piece in pieces]
    return [form.format(subject) for subject in subjects for form in FORMS.values()]


class _Client:
    """Asks one question after another with the pauses of a reader, and keeps what it is told."""

    def __init__(
        self, course: Course, assistant: Assistant, talks: Conversations, questions: Sequence[str]
    ) -> None:
        self._course = course
        self._assistant = assistant
        self._talks = talks
        self._questions = questions

    def __call__(self, number: int) -> None:
        """Hold conversations until the time is over."""
        random = Random(number)  # noqa: S311 - nothing is secret here
        shortest, longest = self._course.load.pause_s
        talk, earlier = "", list[Answer]()
        left = self._course.rest(random.uniform(0, longest))
        while left:
            if len(earlier) % TURNS == 0:
                talk, earlier = new_id(), []
            asked = Asked(question=random.choice(self._questions))
            ask = partial(self._ask, talk, str(number), asked, earlier)
            self._course.timed(ask, self._course.questions)
            turn = Turn(asked=asked, outcome=earlier[-1])
            self._talks.put(talk, str(number), len(earlier) - 1, turn)
            left = self._course.rest(random.uniform(shortest, longest))

    def _ask(self, talk: str, visitor: str, asked: Asked, earlier: list[Answer]) -> None:
        """Ask as the page does: the question is kept before it is answered."""
        self._talks.put(talk, visitor, len(earlier), Turn(asked=asked, outcome=Interrupted()))
        earlier.append(self._assistant.ask(asked.question, earlier=earlier))


class _Writer:
    """Adds, corrects, replaces and removes meetings as the app does, one change after another."""

    def __init__(self, course: Course, settings: Settings, folder: Path) -> None:
        self._course = course
        self._settings = settings
        self._folder = folder
        self._store = open_store(settings)
        self._texts = (t for seed in count(1_000) for _, t in invented_minutes(8, seed=seed))
        self._clearing = Clearing(lambda: self._store)
        self._own: list[Path] = []

    def __call__(self) -> None:
        """Change the library until the time is over."""
        changes = cycle((self._add, self._correct, self._replace, self._remove))
        while self._course.rest(self._course.load.write_pause_s):
            self._course.timed(next(changes), self._course.changes)

    def _add(self) -> None:
        self._own.append(self._folder / f"nytt-{uuid.uuid4().hex}.md")
        self._replace()

    def _replace(self) -> None:
        self._own[-1].write_text(next(self._texts), encoding="utf-8")
        # A store of its own each time, as those who add files in the app have.
        ingest([self._own[-1]], open_store(self._settings), settings=self._settings)

    def _correct(self) -> None:
        self._store.correct(self._held(self._own[-1]), {"title": "Extra möte"})

    def _remove(self) -> None:
        if len(self._own) > KEPT_BY_WRITER:
            self._store.hide(self._held(self._own.pop(0)))
            self._clearing.soon()

    def _held(self, path: Path) -> DocumentId:
        document = self._store.library.located(str(path))
        assert document, f"{path} was lost"  # noqa: S101 - what is measured is wrong then
        return document
