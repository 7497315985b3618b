"""Make a library as an earlier version of the program left it: its tables, and what it wrote there.

The SQL is that of the time. No version took a table or a column away.
"""

import json
import os
import shutil
import signal
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from itertools import accumulate
from pathlib import Path
from typing import Any

from rag.access import EVERYTHING
from rag.storing.database import Database
from rag.storing.schema import SCHEMA_VERSION

FIRST = """
create table meta (name text primary key, value text not null) without rowid;
create table document (
    key integer primary key autoincrement,
    id text not null unique,
    ready integer not null default 0,
    text text not null,
    pages text not null,
    warnings text not null,
    minutes text not null,
    title text not null,
    kind text not null,
    body text,
    date text,
    first text,
    last text
);
create table location (
    path text primary key,
    source text not null,
    document integer not null references document on delete cascade
) without rowid;
create index location_document on location (document);
create table chunk (
    key integer primary key autoincrement,
    document integer not null references document on delete cascade,
    start integer not null,
    end integer not null,
    kind text not null,
    heading_path text not null,
    page integer
);
create index chunk_document on chunk (document);
create table person (
    document integer not null references document on delete cascade,
    searchable text not null,
    person text not null
);
create index person_document on person (document);
create table doomed (document integer primary key);
"""
VECTORS = """
create table vector (
    chunk integer primary key references chunk on delete cascade,
    vector blob not null
);
"""
COARSE = """
create index document_filters on document (body, ready, kind, first, last);
create table coarse (
    document integer primary key references document on delete cascade,
    vectors blob not null
);
create index person_searchable on person (searchable, document);
"""
ABBREVIATIONS = """
create table abbreviation (
    document integer not null references document on delete cascade,
    short text not null,
    long text not null,
    primary key (document, short, long)
) without rowid;
"""
CORRECTIONS = """
create table correction (
    path text not null references location on delete cascade,
    field text not null,
    value text not null,
    primary key (path, field)
) without rowid;
create table parsed (
    document integer primary key references document on delete cascade,
    minutes text not null
);
create table stale (
    document integer primary key references document on delete cascade
);
create table same_meeting (
    document integer primary key references document on delete cascade,
    answered_from integer not null references document on delete cascade
);
create index same_meeting_answered_from on same_meeting (answered_from);
create table unlinked (day text primary key) without rowid;
"""
DAYS = "create index document_days on document (first, last, ready, kind, body);"
MARKS = """
create table task_mark (
    path text not null references location on delete cascade,
    key text not null,
    done integer not null,
    primary key (path, key)
) without rowid;
create table summary_edit (
    path text not null references location on delete cascade,
    line text not null,
    act text not null,
    text text not null,
    cited text not null,
    primary key (path, line)
) without rowid;
create table followed (topic text primary key, seen integer not null) without rowid;
"""
CONVERSATIONS = """
create table conversation (
    id text primary key,
    visitor text not null,
    name text not null,
    changed text not null
) without rowid;
create index conversation_visitor on conversation (visitor, changed);
create table turn (
    conversation text not null references conversation on delete cascade,
    number integer not null,
    asked text not null,
    answer text,
    problem text not null,
    gone integer not null default 0,
    verdict text,
    primary key (conversation, number)
) without rowid;
create table turn_document (
    document text not null,
    conversation text not null,
    number integer not null,
    primary key (document, conversation, number),
    foreign key (conversation, number) references turn on delete cascade
) without rowid;
create index turn_document_turn on turn_document (conversation, number);
create trigger forget_answers before delete on document begin
    update turn set answer = null, gone = 1 where (conversation, number) in
        (select conversation, number from turn_document where document = old.id);
    delete from turn_document where document = old.id;
end;
"""
CARRIED_OUT = """
create table carried_out (
    document integer primary key references document on delete cascade,
    following text not null,
    told text not null
);
"""

# What each adds to the one before it. Where two have a number, tables came without a new one.
ADDED: Mapping[str, str] = {
    "1": FIRST,
    "1, with vectors": VECTORS,
    "2": COARSE,
    "3": ABBREVIATIONS,
    "4": CORRECTIONS,
    "5": DAYS,
    "5, with marks": MARKS,
    "6": CONVERSATIONS,
    "6, with what was carried out": CARRIED_OUT,
}
SCHEMAS = dict(zip(ADDED, accumulate(ADDED.values()), strict=True))

# What was not read out of minutes before the fourth version.
OF_MINUTES = ("registration_number", "status", "next_meeting", "readings", "unheaded")
BELOW = ("outcome", "proposals", "votes", "reservations", "statements", "links", "paragraphs")


def make_older(library: Path, version: str) -> None:
    """Let the *library*, made by this program, be one that the program of *version* made."""
    file = library / "library.sqlite"
    new = library.with_name("nytt.sqlite")
    for path in library.glob("library.sqlite*"):
        shutil.move(path, new.with_name(path.name.replace("library", "nytt")))
    with closing(sqlite3.connect(file, isolation_level=None)) as old:
        old.execute("pragma journal_mode=wal")
        old.executescript(SCHEMAS[version])
        old.execute("attach ? as new", [str(new)])
        tables = old.execute("select name from main.sqlite_master where type = 'table'")
        for (table,) in tables.fetchall():
            columns = ", ".join(row[1] for row in old.execute(f"pragma main.table_info({table})"))
            old.execute(f"insert into main.{table} ({columns}) select {columns} from new.{table}")  # noqa: S608 - names of tables
        if version < "4":
            _forget_later_fields(old)
        old.execute(f"pragma main.user_version={version[0]}")


def _forget_later_fields(old: sqlite3.Connection) -> None:
    for key, minutes in old.execute("select key, minutes from document").fetchall():
        known = {name: v for name, v in json.loads(minutes).items() if name not in OF_MINUTES}
        old.execute("update document set minutes = ? where key = ?", [_earlier(known), key])
    for row, person in old.execute("select rowid, person from person").fetchall():
        old.execute("update person set person = ? where rowid = ?", [_earlier(person), row])


def _earlier(value: Any) -> str:
    """Return the JSON of *value* without what was not known below it."""
    read = json.loads(value) if isinstance(value, str) else value
    return json.dumps(_without(read), ensure_ascii=False)


def _without(value: Any) -> Any:
    if isinstance(value, list):
        return [_without(one) for one in value]
    if isinstance(value, dict):
        return {name: _without(one) for name, one in value.items() if name not in BELOW}
    return value


def upgrade_and_die(library: Path) -> None:
    """Take the *library* to the version of this program, and be killed."""

    class Cut(Database):
        def _limit(self, access: object) -> None:
            os.kill(os.getpid(), signal.SIGKILL)

    Cut.open(library, EVERYTHING)


def write_later_and_die(library: Path) -> None:
    """Write to the *library* as a later version would, and be killed with it still in the log."""
    database = Database.open(library, EVERYTHING)
    database.rows(f"pragma user_version={SCHEMA_VERSION + 1}")
    database.set_meta("nytt", "här")
    os.kill(os.getpid(), signal.SIGKILL)
