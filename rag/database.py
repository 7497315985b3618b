"""Open the library's SQLite file: its schema, its version, its manifest."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rag.errors import LibraryError, LibraryVersionError
from rag.exact import as_numbers, coarse
from rag.minutes import ChunkKey

Value = str | int | bytes | None
Row = tuple[Any, ...]

SCHEMA_VERSION = 5
# Of two processes that open an empty library at once, the second finds the tables made.
SCHEMA = """
create table if not exists meta (name text primary key, value text not null) without rowid;
create table if not exists document (
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
create index if not exists document_filters on document (body, ready, kind, first, last);
create index if not exists document_days on document (first, last, ready, kind, body);
create table if not exists location (
    path text primary key,
    source text not null,
    document integer not null references document on delete cascade
) without rowid;
create index if not exists location_document on location (document);
create table if not exists chunk (
    key integer primary key autoincrement,
    document integer not null references document on delete cascade,
    start integer not null,
    end integer not null,
    kind text not null,
    heading_path text not null,
    page integer
);
create index if not exists chunk_document on chunk (document);
create table if not exists vector (
    chunk integer primary key references chunk on delete cascade,
    vector blob not null
);
create table if not exists coarse (
    document integer primary key references document on delete cascade,
    vectors blob not null
);
create table if not exists person (
    document integer not null references document on delete cascade,
    searchable text not null,
    person text not null
);
create index if not exists person_document on person (document);
create index if not exists person_searchable on person (searchable, document);
create table if not exists abbreviation (
    document integer not null references document on delete cascade,
    short text not null,
    long text not null,
    primary key (document, short, long)
) without rowid;
create table if not exists doomed (document integer primary key);
create table if not exists correction (
    path text not null references location on delete cascade,
    field text not null,
    value text not null,
    primary key (path, field)
) without rowid;
create table if not exists task_mark (
    path text not null references location on delete cascade,
    key text not null,
    done integer not null,
    primary key (path, key)
) without rowid;
create table if not exists summary_edit (
    path text not null references location on delete cascade,
    line text not null,
    act text not null,
    text text not null,
    cited text not null,
    primary key (path, line)
) without rowid;
create table if not exists followed (topic text primary key, seen integer not null) without rowid;
create table if not exists parsed (
    document integer primary key references document on delete cascade,
    minutes text not null
);
create table if not exists stale (
    document integer primary key references document on delete cascade
);
create table if not exists same_meeting (
    document integer primary key references document on delete cascade,
    answered_from integer not null references document on delete cascade
);
create index if not exists same_meeting_answered_from on same_meeting (answered_from);
create table if not exists unlinked (day text primary key) without rowid;
"""

# What takes a library to a version from the one before it, after SCHEMA has added what is new.
UPGRADES: Mapping[int, str] = {
    2: "insert or ignore into coarse select c.document, coarse(c.key, v.vector) "
    "from vector v join chunk c on c.key = v.chunk group by c.document;",
    3: "insert or ignore into abbreviation select d.key, json_extract(a.value, '$.short'), "
    "json_extract(a.value, '$.long') from document d, json_each(d.minutes, '$.abbreviations') a;",
    4: "insert or ignore into unlinked select first from document where first is not null;",
}

PRAGMAS = ("journal_mode=wal", "synchronous=full", "foreign_keys=on", "secure_delete=on")


class Database:
    """One connection to `library.sqlite`; readers and writers hold one each."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    @classmethod
    def open(cls, directory: Path) -> "Database":
        """Open the library in *directory*, making it when there is none.

        Raises:
            LibraryError: the directory cannot be made, or its file is damaged.
            LibraryVersionError: a newer version of the program wrote it.
        """
        path = directory / "library.sqlite"
        try:
            directory.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(
                path, timeout=10, isolation_level=None, check_same_thread=False
            )
            for pragma in PRAGMAS:
                connection.execute(f"pragma {pragma}")
            connection.create_function("casefold", 1, str.casefold, deterministic=True)
            connection.create_aggregate("coarse", 2, _Coarse)  # type: ignore[arg-type]
            database = cls(connection, path)
            database._prepare()
        except (OSError, sqlite3.Error) as error:
            raise LibraryError(
                f"Biblioteket i {directory} kan inte öppnas ({error}): kontrollera att mappen "
                "finns, att du får skriva i den och att disken inte är full."
            ) from error
        return database

    def _prepare(self) -> None:
        version = self.value("pragma user_version")
        if version > SCHEMA_VERSION:
            self.close()
            raise LibraryVersionError(
                f"Biblioteket {self.path} är skrivet av en nyare version av Mötesminne (format "
                f"{version}, den här läser {SCHEMA_VERSION}): uppgradera programmet."
            )
        if version < SCHEMA_VERSION:
            upgrades = "".join(sql for to, sql in UPGRADES.items() if 0 < version < to)
            self._connection.executescript(
                f"begin immediate; {SCHEMA} {upgrades} "
                f"pragma user_version={SCHEMA_VERSION}; commit;"
            )

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit what is done inside, or nothing of it."""
        self._connection.execute("begin immediate")
        try:
            yield
        except BaseException:
            self._connection.execute("rollback")
            raise
        self._connection.execute("commit")

    def checkpoint(self) -> None:
        """Empty the log beside the file, where what was deleted can still be read."""
        self.rows("pragma wal_checkpoint(truncate)")

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """Return all rows of a query."""
        return self._connection.execute(sql, values).fetchall()

    def stream(self, sql: str) -> Iterator[Row]:
        """Yield the rows of a query, of which one at a time is in memory."""
        yield from self._connection.execute(sql)

    def value(self, sql: str, values: Sequence[Value] = (), *, default: Any = None) -> Any:
        """Return the first column of the first row, or *default*."""
        row = self._connection.execute(sql, values).fetchone()
        return default if row is None else row[0]

    def insert(self, sql: str, values: Sequence[Value]) -> int:
        """Insert a row and return its key."""
        return self._connection.execute(sql, values).lastrowid or 0

    def each(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run a statement once for each row of values."""
        self._connection.executemany(sql, rows)

    def meta(self, name: str, default: str = "") -> str:
        """Return the manifest's value for *name*."""
        return str(self.value("select value from meta where name = ?", [name], default=default))

    def set_meta(self, name: str, value: str) -> None:
        """Set the manifest's value for *name*."""
        self.insert("insert or replace into meta values (?, ?)", [name, value])

    @property
    def revision(self) -> int:
        """A number that grows with every change that readers can see."""
        return int(self.meta("revision", "0"))

    def bump(self) -> None:
        """Tell readers that something changed."""
        self.set_meta("revision", str(self.revision + 1))


class _Coarse:
    """Make one document's `coarse` out of its vectors, as an aggregate function of SQL."""

    def __init__(self) -> None:
        self._vectors: dict[ChunkKey, bytes] = {}

    def step(self, chunk: Any, vector: Any, /) -> None:
        """Take a row."""
        self._vectors[ChunkKey(chunk)] = vector

    def finalize(self) -> bytes:
        """Return what all the rows make."""
        numbers = as_numbers(b"".join(self._vectors.values()))
        return coarse(list(self._vectors), numbers.reshape(len(self._vectors), -1))
