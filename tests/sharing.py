"""Processes that live long and share one library: what each is asked to do, and what it sees."""

import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from odd_minutes import odd_minutes

from ingest.pipeline import ingest
from ingest.purging import purge
from rag.access import EVERYTHING
from rag.assembling.across_assembly import open_registers
from rag.assembling.assembly import build_assistant, open_store
from rag.errors import MinutesError
from rag.minutes import DocumentId
from rag.results import Answer, Filters
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.kept_conversations import Conversations
from rag.storing.turns import Asked, Turn

PROCESSES = 4
PLACES = 3
"""Of files, for each process; what it writes at the same time as others it writes there."""
TEXTS = 4
"""That may stand at those places."""
TITLES = ("Snöplogning", "Fiskodling", "Körsång")
"""What a meeting may be called when it is corrected."""

MINUTES = odd_minutes(PROCESSES * TEXTS, seed=77)
IDS = [DocumentId(sha256(one.text.encode()).hexdigest()) for one in MINUTES]
QUESTIONS = {one.question: number for number, one in enumerate(MINUTES)}
NUMBERS = {document: number for number, document in enumerate(IDS)}

VISITOR = "någon"
IMPATIENT = PROCESSES - 1
"""The process that does not wait for a writer but is told."""
PATIENCE_S = 60
CHUNKS = 3
"""Of each of the minutes."""
TODAY = date(2026, 11, 22)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One operation."""

    name: str
    place: int
    """The number of a file; also of a conversation."""
    text: int
    """The number of minutes."""
    title: int | None = None
    """What they are called from now on, or sought by; `None` as they call themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What came of an operation."""

    began: float
    ended: float
    said: Any = None
    refused: str = ""
    """The kind of error, when it is one whose sentence is for users."""
    sentence: str = ""
    wrong: Sequence[str] = ()
    """What can never be right, whatever others do at the same time."""


@dataclass
class Member:
    """One process's hold on the library."""

    number: int
    root: Path
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.settings = Settings(
            library=self.root / "library",
            lock_timeout_s=0 if self.number == IMPATIENT else PATIENCE_S,
            # Half of them search in memory, half in Chroma.
            exact_up_to=2_000_000 if self.number % 2 else 0,
        )
        self.open()

    def open(self) -> None:
        self.store = open_store(self.settings)
        self.assistant = build_assistant(self.settings)
        self.registers = open_registers(self.settings)
        self.talks = Conversations(Database.open(self.settings.library, EVERYTHING))

    def do(self, act: Act) -> Told:
        """Do what is asked, and tell what came of it."""
        self.wrong = []
        said, refused, sentence, began = None, "", "", time.monotonic()
        try:
            said = ACTS[act.name](self, act)
        except MinutesError as error:
            refused, sentence = type(error).__name__, str(error)
        except Exception:  # noqa: BLE001 - whatever it is, the test is to tell of it
            self.wrong.append(traceback.format_exc())
        ended = time.monotonic()
        return Told(
            began=began,
            ended=ended,
            said=said,
            refused=refused,
            sentence=sentence,
            wrong=self.wrong,
        )

    def whole(self, document: str, words: str, start: int, end: int) -> int:
        """Return the number of the minutes that *words* were taken from, and see that they were."""
        number = NUMBERS[DocumentId(document)]
        if MINUTES[number].text[start:end] != words:
            self.wrong.append(f"{words!r} is not what {number} says at {start}–{end}")
        return number


def _take(member: Member, act: Act) -> str:
    file = member.root / f"{act.place:02}.txt"
    file.write_text(MINUTES[act.text].text, encoding="utf-8")
    report = ingest([file], member.store, settings=member.settings)
    found = {"read": report.read, "replaced": report.replaced, "unchanged": report.unchanged}
    return " ".join(name for name, files in found.items() if files) or f"{report.failed}"


def _remove(member: Member, act: Act) -> None:
    # Half of them leave their words in files for a while, as the app does.
    remove = member.store.hide if member.number % 2 else member.store.remove
    remove(IDS[act.text])


def _purge(member: Member, act: Act) -> int:
    return purge(member.store, [IDS[act.text]]).turns


def _correct(member: Member, act: Act) -> None:
    title = None if act.title is None else TITLES[act.title]
    member.store.correct(IDS[act.text], {"title": title})


def _rebuild(member: Member, act: Act) -> None:
    member.store.rebuild()


def _open_anew(member: Member, act: Act) -> None:
    member.open()


def _search(member: Member, act: Act) -> dict[int, bool]:
    """Look for a word that only one of the minutes has."""
    word = MINUTES[act.text].words[8]
    return {number: True for number, text in _found(member, word) if word in text}


def _search_title(member: Member, act: Act) -> dict[int, bool]:
    title = TITLES[act.title or 0]
    return {number: True for number, text in _found(member, title) if title in text}


def _found(member: Member, words: str) -> list[tuple[int, str]]:
    hits = [hit.passage for hit in member.assistant.search(words, limit=100)]
    return [
        (member.whole(p.document_id, p.text, p.span.start, p.span.end), p.indexed) for p in hits
    ]


def _ask(member: Member, act: Act) -> dict[int, bool]:
    answer = member.assistant.ask(MINUTES[act.text].question)
    return dict.fromkeys(_cited(member, answer) & {act.text}, True)


def _cited(member: Member, answer: Answer) -> set[int]:
    for hit in answer.hits:
        place = hit.passage.span
        member.whole(hit.passage.document_id, hit.passage.text, place.start, place.end)
    return {member.whole(c.document_id, c.quote, c.start, c.end) for c in answer.citations}


def _list(member: Member, act: Act) -> dict[int, str]:
    meetings = member.assistant.meetings(copies=True)
    return {NUMBERS[meeting.document_id]: meeting.title for meeting in meetings}


def _read(member: Member, act: Act) -> dict[int, str]:
    """Read minutes whole, summary and all."""
    document = member.assistant.document(IDS[act.text])
    if document.text != MINUTES[act.text].text:
        member.wrong.append(f"{act.text} is half: {document.text!r}")
    if len(document.chunks) != CHUNKS:
        member.wrong.append(f"{act.text} has {len(document.chunks)} chunks")
    summary = member.assistant.summarise(document.id)
    for cited in summary.citations:
        member.whole(cited.document_id, cited.quote, cited.start, cited.end)
    return {act.text: document.minutes.title}


def _register(member: Member, act: Act) -> dict[int, bool]:
    decisions = member.registers.decisions(Filters())
    tasks = member.registers.actions(Filters(), today=TODAY)
    decided, agreed = (
        {member.whole(c.document_id, c.quote, c.start, c.end) for c in register.citations}
        for register in (decisions, tasks)
    )
    return dict.fromkeys(decided & agreed, True)


def _keep(member: Member, act: Act) -> bool:
    """Keep a question of the conversation if its answer cites the minutes asked for, no others."""
    asked = Asked(question=MINUTES[act.text].question)
    answer = replace(member.assistant.ask(asked.question), hits=())
    if _cited(member, answer) != {act.text}:
        return False
    member.talks.put(_talk(act.place), VISITOR, 0, Turn(asked=asked, outcome=answer))
    return True


def _talk(place: int) -> str:
    return f"samtal-{place}"


def _recall(member: Member, act: Act) -> dict[int, tuple[int, bool]]:
    """Return of each conversation what was asked for, and whether the answer is left."""
    talks = {place: member.talks.turns(_talk(place)) for place in range(PROCESSES * PLACES)}
    return {place: _recalled(member, turns[0]) for place, turns in talks.items() if turns}


def _recalled(member: Member, turn: Turn) -> tuple[int, bool]:
    asked_for = QUESTIONS[turn.question]
    if not isinstance(turn.outcome, Answer):
        return asked_for, False
    if _cited(member, turn.outcome) != {asked_for}:
        member.wrong.append(f"what was kept of {asked_for} cites {turn.outcome.citations}")
    return asked_for, True


def _doctor(member: Member, act: Act) -> list[str]:
    member.store.clear()
    return [f"{f.name}: {f.detail}" for f in member.store.check() if not f.ok]


ACTS: Mapping[str, Callable[[Member, Act], Any]] = {
    "take": _take,
    "remove": _remove,
    "purge": _purge,
    "correct": _correct,
    "keep": _keep,
    "rebuild": _rebuild,
    "open anew": _open_anew,
    "search": _search,
    "search title": _search_title,
    "ask": _ask,
    "list": _list,
    "read": _read,
    "register": _register,
    "recall": _recall,
    "doctor": _doctor,
}


def work(number: int, orders: Connection) -> None:
    """Do what is asked for through *orders* until nobody asks: open a library, or some acts."""
    member: Member | None = None
    while True:
        try:
            order = orders.recv()
        except EOFError:
            return
        if isinstance(order, Path):
            member = Member(number, order)
            orders.send(memory_mb())
        elif member:
            orders.send([member.do(act) for act in order])


def memory_mb() -> float:
    """Return how much memory this process holds, where the system tells."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return 0.0
    return int(statm.read_text(encoding="ascii").split()[1]) * 4_096 / 2**20
