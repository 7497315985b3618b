"""Meetings of three bodies with words of their own, and all that is kept of them in a library."""

import random
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from odd_minutes import SYLLABLES

from eval.saving import FILE_NAME, save_question
from ingest.pipeline import ingest
from ingest.watch import watch
from rag.access import EVERYTHING, Access
from rag.across import Across
from rag.assembling.across_assembly import build_across, open_registers
from rag.assembling.assembly import build_assistant, open_store
from rag.assistant import Assistant
from rag.edits import Act, Edit
from rag.minutes import DocumentId
from rag.registers.marks import mark
from rag.registers.register import Registers
from rag.registers.task import tasks_of
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.directory import Directory
from rag.storing.kept_conversations import Conversations
from rag.storing.kept_edits import keep_edit
from rag.storing.library import Library
from rag.storing.store import Store
from rag.storing.turns import Asked, Turn
from rag.swedish.words import fold
from rag.topics.followed import follow

TEXT = """Protokoll från {body}
Datum: {date}
Tid: kl. 13.00–15.30
Plats: {hall}salen i {town}

Närvarande: {first} {last} (ordförande), {other} {last}, Alva Nordin
Ersättare: {substitute} {last} för {other} {last}

§ 1 {subject} vid {place}
Dnr {letters} 2024/{number}

{town} kommun berättar att {subject} kostar {number}00 kronor. Arbetsgruppen för {group} ({short})
träffas i mars. {other} {last} yrkar avslag.
Beslut: Nämnden beslutade att laga {mended}.
{first} {last} får i uppdrag att ringa {called} om {subject} senast den 1 april.

§ 2 Nästa möte
Nästa möte hålls den {next} i {hall}salen."""
FIELDS = "hall town first last other substitute subject place group mended called".split()
MEETINGS = 3
"""Of each body."""
VISITOR = "någon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Minutes, and the words that only their body's have."""

    body: str
    words: dict[str, str]
    text: str
    name: str
    """Of their file."""

    @property
    def secrets(self) -> tuple[str, ...]:
        """What shows that something was told of them."""
        return (self.body.removesuffix("nämnden"), *self.words.values())


def minutes_of(number: int, *, chance: random.Random) -> list[Held]:
    """Return the minutes of one body; its name, people and places are the same in all of them."""
    lasting = {field: _word(chance) for field in ("body", "hall", "town", "last", "first")}
    return [_held(number, meeting, lasting, chance) for meeting in range(MEETINGS)]


def _held(number: int, meeting: int, lasting: dict[str, str], chance: random.Random) -> Held:
    words = {field: lasting.get(field) or _word(chance) for field in FIELDS}
    body, short = f"{lasting['body']}nämnden", words["group"][:5].upper()
    text = TEXT.format(
        **words,
        body=body,
        date=f"2024-0{meeting + 1}-1{number}",
        next=f"1{number} {('februari', 'mars', 'april')[meeting]} 2024",
        letters=lasting["body"][:3].upper(),
        number=100 * number + meeting + 11,
        short=short,
    )
    return Held(body=body, words=words, text=text, name=f"{words['called']}.txt")


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=4)).capitalize()


_CHANCE = random.Random(20_241)  # noqa: S311 - no secret
BODIES = [minutes_of(number, chance=_CHANCE) for number in range(3)]
SEEN, *HIDDEN = BODIES
ACCESS = Access(frozenset({SEEN[0].body.upper()}))
HELD = HIDDEN[0][1]
"""Minutes that are not to be seen, which the tests try to …"""
SUBJECT, PLACE = HELD.words["subject"], HELD.words["place"]
"""… by naming what they are about."""
SECRETS = tuple(
    secret
    for meetings in HIDDEN
    for held in meetings
    for secret in held.secrets
    if secret not in (SUBJECT, PLACE)
)
"""All other words of what is not to be seen."""


class Reader:
    """All that reads a library, as far as *settings* let it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.database = Database.open(settings.library, settings.access)
        self.library = Library(self.database)
        self.directory = Directory(self.database)
        self.talks = Conversations(self.database)

    @cached_property
    def assistant(self) -> Assistant:
        return build_assistant(self.settings)

    @cached_property
    def across(self) -> Across:
        return build_across(self.settings)

    @cached_property
    def registers(self) -> Registers:
        return open_registers(self.settings)

    @cached_property
    def store(self) -> Store:
        return open_store(self.settings)


def fill(root: Path) -> Settings:
    """Return a library in *root* of all the minutes, with what users did there."""
    settings = Settings(library=root / "library", access=EVERYTHING)
    for number, meetings in enumerate(BODIES):
        for held in meetings:
            path = settings.library / "uploads" / f"{number}-{held.name}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(held.text, encoding="utf-8")
    reader = Reader(settings)
    ingest([settings.library / "uploads"], reader.store, settings=settings)
    for meetings in BODIES:
        for held in meetings:
            _use(reader, held)
    watch(reader.store, root / HELD.words["mended"])
    return settings


def _use(reader: Reader, held: Held) -> None:
    """Do with a meeting all that users can."""
    document = reader.library.document(id_of(reader, held))
    secret, store = held.words["mended"], reader.store
    store.correct(document.id, {"place": f"Hos {secret}"})
    edit = Edit(line="rad", act=Act.CHANGED, text=f"Laga {secret}", cited="")
    store.note(partial(keep_edit, document=document.id, edit=edit))
    [task, *_] = tasks_of(document)
    store.note(partial(mark, document=document.id, key=task.key, done=True))
    store.note(partial(follow, topic=f"{held.words['subject']} {secret}"))
    question = f"Vad beslutades om {held.words['subject']} och {held.words['group']}?"
    answer = reader.assistant.ask(question)
    reader.talks.put(
        talk_of(held), VISITOR, 0, Turn(asked=Asked(question=question), outcome=answer)
    )
    save_question(reader.settings.library / FILE_NAME, answer)


def talk_of(held: Held) -> str:
    """Return the id of the conversation about a meeting."""
    return f"samtal-{fold(held.name.lower())}"


def id_of(reader: Reader, held: Held) -> DocumentId:
    """Return the id of a meeting, as whoever sees it knows it."""
    return next(
        meeting.document_id
        for meeting in reader.library.meetings(copies=True)
        if meeting.source.endswith(held.name)
    )


def shown(told: object) -> list[str]:
    """Return which secrets stand in what was told, however they are spelled."""
    folded = fold(repr(told).lower())
    return [secret for secret in SECRETS if fold(secret.lower()) in folded]


def dump(settings: Settings) -> list[str]:
    """Return all that a library's SQLite file says."""
    with closing(sqlite3.connect(settings.library / "library.sqlite")) as connection:
        return list(connection.iterdump())
