"""Keep conversations in the library's SQLite file, each with the visitor who held it.

An answer holds words of the minutes, so it is forgotten when a document that it cites is removed
or replaced: a trigger of the schema sees to that, whoever removes it. Asking must not wait for a
long ingest, so the writer's lock is not taken: SQLite's own is enough for these tables. They are
written by their whole names: with a limited access (`rag.limiting`) the short ones are of what may
be read again.
"""

import json
import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from threading import Lock

from pydantic import TypeAdapter

from rag.errors import LibraryError
from rag.minutes import DocumentId
from rag.results import Answer, Status
from rag.storing.database import Database
from rag.storing.turns import (
    Asked,
    Conversation,
    Gone,
    Interrupted,
    Outcome,
    Problem,
    Turn,
    Verdict,
)

ID_BYTES = 12
NAME_CHARS = 80
# The passages that are shown when nothing was found; more of the minutes' text is not kept.
HITS_KEPT = 3

# An answer may be kept a moment after a document that it cites was removed.
FORGET_OUTDATED = """
update main.turn set answer = null, gone = 1 where conversation = ? and number = ? and exists
    (select 1 from main.turn_document t where t.conversation = turn.conversation
        and t.number = turn.number and document not in (select id from document))
"""
CITING = """
select distinct conversation, number, name, json_extract(asked, '$.question') from turn_document
join turn using (conversation, number) join conversation on conversation = id
where document in (select value from json_each(?))
"""
FIRST = """
select json_extract(asked, '$.question') from turn where conversation = ? order by number limit 1
"""

ASKED = TypeAdapter(Asked)
ANSWER = TypeAdapter(Answer)
VERDICT = TypeAdapter(Verdict | None)


class Conversations:
    """The conversations of one library, over a connection of their own."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._lock = Lock()

    def turns(self, conversation: str) -> list[Turn]:
        """Return the turns of a conversation, none when it is not kept."""
        with self._reading():
            rows = self._db.rows(
                "select asked, answer, problem, gone, verdict from turn "
                "where conversation = ? order by number",
                [conversation],
            )
        return [
            Turn(
                asked=ASKED.validate_json(asked),
                outcome=_outcome(answer, problem, gone=bool(gone)),
                verdict=VERDICT.validate_json(verdict or "null"),
            )
            for asked, answer, problem, gone, verdict in rows
        ]

    def count(self, conversation: str) -> int:
        """Return how many turns a conversation has, without reading them."""
        with self._reading():
            return int(
                self._db.value("select count(*) from turn where conversation = ?", [conversation])
            )

    def listed(self, visitor: str) -> list[Conversation]:
        """Return a visitor's conversations, the one that went on last first."""
        with self._reading():
            rows = self._db.rows(
                "select id, name, changed, group_concat(json_extract(asked, '$.question'), '\n') "
                "from conversation join turn on conversation = id where visitor = ? "
                "group by id order by changed desc",
                [visitor],
            )
        return [
            Conversation(id=id_, name=name, changed=changed, questions=tuple(said.split("\n")))
            for id_, name, changed, said in rows
        ]

    def put(self, conversation: str, visitor: str, number: int, turn: Turn) -> None:
        """Keep a turn, instead of the one with its number; the first names the conversation."""
        now = datetime.now(tz=UTC).isoformat(timespec="seconds")
        turn = _slim(turn)
        with self._writing():
            self._db.rows(
                "insert into main.conversation values (?, ?, ?, ?) "
                "on conflict (id) do update set changed = excluded.changed",
                [conversation, visitor, shortened(turn.question), now],
            )
            self._drop(conversation, number)
            outcome = turn.outcome
            self._db.rows(
                "insert into main.turn values (?, ?, ?, ?, ?, ?, ?)",
                [
                    conversation,
                    number,
                    ASKED.dump_json(turn.asked).decode(),
                    ANSWER.dump_json(outcome).decode() if isinstance(outcome, Answer) else None,
                    outcome.sentence if isinstance(outcome, Problem) else "",
                    int(isinstance(outcome, Gone)),
                    VERDICT.dump_json(turn.verdict).decode(),
                ],
            )
            self._db.each(
                "insert into main.turn_document values (?, ?, ?)",
                [(document, conversation, number) for document in turn.documents],
            )
            if self._db.access.is_limited:
                self._db.rows(
                    "insert into main.turn_within values (?, ?, ?)",
                    [conversation, number, self._db.access.key],
                )
            self._db.rows(FORGET_OUTDATED, [conversation, number])

    def drop(self, conversation: str, number: int) -> None:
        """Forget a turn."""
        with self._writing():
            self._drop(conversation, number)

    def judge(self, conversation: str, number: int, verdict: Verdict | None) -> None:
        """Keep what the asker thinks of an answer."""
        with self._writing():
            self._db.rows(
                "update main.turn set verdict = ? where conversation = ? and number = ?",
                [VERDICT.dump_json(verdict).decode(), conversation, number],
            )

    def rename(self, conversation: str, visitor: str, name: str) -> None:
        """Give a visitor's conversation a name; an empty one changes nothing."""
        if wanted := shortened(name):
            with self._writing():
                self._db.rows(
                    "update main.conversation set name = ? where id = ? and visitor = ?",
                    [wanted, conversation, visitor],
                )

    def remove(self, conversation: str, visitor: str) -> None:
        """Forget a visitor's conversation."""
        with self._writing():
            self._db.rows(
                "delete from main.conversation where id = ? and visitor = ?",
                [conversation, visitor],
            )
        with self._reading():
            self._db.checkpoint()

    def _drop(self, conversation: str, number: int) -> None:
        self._db.rows(
            "delete from main.turn where conversation = ? and number = ?", [conversation, number]
        )

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            with self._lock:
                yield
        except sqlite3.Error as error:
            raise LibraryError(
                f"Samtalet kan inte sparas eller läsas i {self._db.path} ({error}): kontrollera "
                "att disken inte är full och försök igen."
            ) from error

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._reading(), self._db.transaction():
            yield


def forget_citing(db: Database, documents: Sequence[DocumentId]) -> int:
    """Forget the turns that cite *documents*, question and verdict too; return their number.

    The caller opens the transaction, before the documents go.
    """
    turns = db.rows(CITING, [json.dumps(documents)])
    for conversation, number, name, question in turns:
        db.rows("delete from turn where conversation = ? and number = ?", [conversation, number])
        left = db.value(FIRST, [conversation])
        if left is None:
            db.rows("delete from conversation where id = ?", [conversation])
        elif name == shortened(question):
            db.rows(
                "update conversation set name = ? where id = ?", [shortened(left), conversation]
            )
    return len(turns)


def new_id() -> str:
    """Return an id that nobody can guess, so that a link leads to one conversation only."""
    return secrets.token_urlsafe(ID_BYTES)


def shortened(name: str) -> str:
    r"""Return *name* on one line, cut at a word when it is long.

    >>> shortened(" Vad beslutades om\nbryggan? ")
    'Vad beslutades om bryggan?'
    """
    line = " ".join(name.split())
    if len(line) <= NAME_CHARS:
        return line
    head = line[: NAME_CHARS - 2].rpartition(" ")[0] or line[: NAME_CHARS - 2]
    return f"{head} …"


def _outcome(answer: str | None, problem: str, *, gone: bool) -> Outcome:
    if answer is not None:
        return ANSWER.validate_json(answer)
    if problem:
        return Problem(sentence=problem)
    return Gone() if gone else Interrupted()


def _slim(turn: Turn) -> Turn:
    """Return *turn* with no more of the minutes' words than are shown."""
    answer = turn.outcome
    if not isinstance(answer, Answer):
        return turn
    shown = answer.hits[:HITS_KEPT] if answer.status is Status.NOT_FOUND else ()
    return replace(turn, outcome=replace(answer, hits=shown))
