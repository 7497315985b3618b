"""Open the library's SQLite file: its version, its manifest, its transactions."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from rag.access import EVERYTHING, PART, Access
from rag.errors import AccessError, LibraryDamagedError, LibraryError
from rag.indexing.exact import as_numbers, coarse
from rag.minutes import ChunkKey
from rag.storing.limiting import find_spellings, is_refused, limit
from rag.storing.locking import set_patiently
from rag.storing.schema import SCHEMA, SCHEMA_VERSION, UPGRADES
from rag.storing.versions import refuse_newer

Value = str | int | bytes | None
Row = tuple[Any, ...]

# What SQLite says of a page that is damaged, and of a file that is none of its own.
DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}

# How many rows are read at a time where not all of them are: each time costs 10 µs.
STREAMED = 64

PRAGMAS = ("journal_mode=wal", "synchronous=full", "foreign_keys=on", "secure_delete=on")


class Database:
    """One connection to `library.sqlite`; readers and writers hold one each."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path
        self.access = EVERYTHING
        """What can be seen over this connection; nothing else can."""
        self._spelled_at = ""
        # A statement holds SQLite's own lock while it calls back into Python, which another thread
        # that waits for that lock would keep it from: one at a time, they never wait so.
        self._lock = RLock()
        self._changing = RLock()

    @classmethod
    def open(cls, directory: Path, access: Access) -> "Database":
        """Open the library in *directory* for *access*, making it when there is none.

        Raises:
            LibraryError: the directory cannot be made, or its file is damaged.
            LibraryVersionError: a newer version of the program wrote it.
        """
        path = directory / "library.sqlite"
        try:
            directory.mkdir(parents=True, exist_ok=True)
            refuse_newer(path)
            connection = sqlite3.connect(
                path, timeout=10, isolation_level=None, check_same_thread=False
            )
            for pragma in PRAGMAS:
                set_patiently(connection, pragma)
            connection.create_function("casefold", 1, str.casefold, deterministic=True)
            connection.create_aggregate("coarse", 2, _Coarse)  # type: ignore[arg-type]
            database = cls(connection, path)
            database._prepare()
            database._limit(access)
        except (OSError, sqlite3.Error) as error:
            if _is_damage(error):
                raise _damaged(path, error) from error
            raise LibraryError(
                f"Biblioteket i {directory} kan inte öppnas ({error}): kontrollera att mappen "
                "finns, att du får skriva i den och att disken inte är full."
            ) from error
        return database

    def _prepare(self) -> None:
        version = self.value("pragma user_version")
        if version < SCHEMA_VERSION:
            upgrades = "".join(sql for to, sql in UPGRADES.items() if 0 < version < to)
            self._connection.executescript(
                f"begin immediate; {SCHEMA} {upgrades} "
                f"pragma user_version={SCHEMA_VERSION}; commit;"
            )

    def _limit(self, access: Access) -> None:
        if access.is_limited:
            limit(self._connection, access)
        self.access = access

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit what is done inside, or nothing of it; other threads wait for their turn."""
        with self._changing:
            self._run("begin immediate")
            try:
                yield
            except BaseException:
                self._run("rollback")
                self._spelled_at = ""  # what was found meanwhile is rolled back too
                raise
            self._run("commit")

    def _run(self, statement: str) -> None:
        with self._lock:
            self._connection.execute(statement)

    def checkpoint(self) -> bool:
        """Empty the log beside the file, where what was deleted can still be read.

        Returns:
            Whether it is empty: someone who has been reading for long keeps it from that.
        """
        return not self.value("pragma wal_checkpoint(truncate)")

    def compact(self) -> bool:
        """Write the file anew without a trace of what was deleted; return whether it is done."""
        self.rows("vacuum")
        return self.checkpoint()

    def copy_to(self, path: Path) -> None:
        """Write the file as it is now to *path*, while others read and write it."""
        self.access.require_all()
        with self._explained(), closing(sqlite3.connect(path)) as copy:
            self._connection.backup(copy)
            copy.execute("pragma journal_mode=delete")

    def copy_from(self, path: Path) -> None:
        """Hold what the file at *path* does in place of everything here, in one transaction."""
        self.access.require_all()
        with closing(sqlite3.connect(path)) as other:
            other.backup(self._connection)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            with self._lock:
                if self.access.is_limited:
                    self._spelled_at = find_spellings(self._connection, self._spelled_at)
                yield
        except sqlite3.DatabaseError as error:
            if _is_damage(error):
                raise _damaged(self.path, error) from error
            if self.access.is_limited and is_refused(error):
                raise AccessError(PART) from error
            raise

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """Return all rows of a query."""
        with self._explained():
            return self._connection.execute(sql, values).fetchall()

    def stream(self, sql: str) -> Iterator[Row]:
        """Yield the rows of a query, of which a few at a time are in memory."""
        with self._explained():
            rows = self._connection.execute(sql)
        while True:
            with self._explained():
                some = rows.fetchmany(STREAMED)
            if not some:
                return
            yield from some

    def value(self, sql: str, values: Sequence[Value] = (), *, default: Any = None) -> Any:
        """Return the first column of the first row, or *default*."""
        with self._explained():
            row = self._connection.execute(sql, values).fetchone()
        return default if row is None else row[0]

    def insert(self, sql: str, values: Sequence[Value]) -> int:
        """Insert a row and return its key."""
        with self._explained():
            return self._connection.execute(sql, values).lastrowid or 0

    def each(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Run a statement once for each row of values."""
        with self._explained():
            self._connection.executemany(sql, rows)

    def spared(self, sql: str, rows: Iterable[Sequence[Value]]) -> bool:
        """Run a statement like `each`, if it can be done now; return whether it was.

        It cannot in a library that may only be read, or that others have been writing to for long.
        """
        try:
            with self.transaction():
                self.each(sql, rows)
        except sqlite3.OperationalError:
            return False
        return True

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


def _is_damage(error: Exception) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in DAMAGE


def _damaged(path: Path, error: Exception) -> LibraryDamagedError:
    return LibraryDamagedError(
        f"Biblioteket i {path.parent} kan inte öppnas ({error}): databasen är skadad; spara det "
        "som går att läsa med «motesminne export MAPP» och återställ en säkerhetskopia med "
        "«motesminne restore FIL.zip»."
    )


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
