"""Keep a log of who did what, without the minutes' words: a file a day, only ever added to."""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from threading import Lock

from rag.errors import LibraryError
from ui.guarding.person import Person

# Beside the library: a backup that is restored brings no older log, and `purge` reads none of it.
FOLDER_ENDING = "-granskning"
ONLY_OWN = 0o600
AUDIT_DAYS = 365
"""How many days lines are kept where nothing else is said."""


class Deed(StrEnum):
    """What is noted."""

    SIGNED_IN = "signed in"
    SIGNED_OUT = "signed out"
    TURNED_AWAY = "turned away"
    ASKED = "asked"
    OPENED = "opened"
    EXPORTED = "exported"
    DOWNLOADED = "downloaded"
    ADDED = "added"
    CORRECTED = "corrected"
    REMOVED = "removed"
    PURGED = "purged"
    REBUILT = "rebuilt"
    EVALUATED = "evaluated"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the log."""

    time: str
    """ISO 8601, UTC, to the second."""
    who: str
    id: str
    """Who it was for the issuer; empty where nobody signs in."""
    did: Deed
    of: str = ""
    """A document's id, a kind of question or of file, or an act that was refused."""
    meetings: int | None = None
    """How many meetings were searched, or documents it was done to."""

    @property
    def line(self) -> str:
        """The line as it is kept, without its end."""
        return json.dumps(asdict(self), ensure_ascii=False)

    def is_of(self, who: str) -> bool:
        """Tell whether it is of somebody whose name has *who* in it, however that is written."""
        return who.casefold() in self.who.casefold()


class Log:
    """The log in one folder."""

    def __init__(self, folder: Path, days: int) -> None:
        self.folder = folder
        self.days = days
        self._cleared: date | None = None
        self._lock = Lock()

    def note(self, person: Person, did: Deed, of: str = "", meetings: int | None = None) -> None:
        """Add a line; what is older than the log's days goes.

        Raises:
            LibraryError: it cannot be written; what is to be noted must not be done then.
        """
        now = datetime.now(tz=UTC)
        entry = Entry(
            time=now.isoformat(timespec="seconds"),
            who=person.name,
            id=person.id,
            did=did,
            of=of,
            meetings=meetings,
        )
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._clear(now.date())
            _append(self._file(now.date()), f"{entry.line}\n".encode())
        except OSError as error:
            raise LibraryError(
                f"Granskningsloggen i {self.folder} kan inte skrivas ({error.strerror}), och då "
                "görs inget: kontrollera mappens rättigheter och att disken inte är full."
            ) from error

    def entries(self, first: date, last: date) -> Iterator[Entry]:
        """Yield the lines of the days from *first* to *last*, in UTC, the oldest first."""
        for number in range((last - first).days + 1):
            file = self._file(first + timedelta(days=number))
            if file.exists():
                with file.open(encoding="utf-8") as lines:
                    yield from map(_entry, lines)

    def _file(self, day: date) -> Path:
        return self.folder / f"{day.isoformat()}.jsonl"

    def _clear(self, today: date) -> None:
        """Remove the files of days that are too old, once a day."""
        with self._lock:
            if self._cleared == today:
                return
            self._cleared = today
        oldest = self._file(today - timedelta(days=self.days)).name
        for file in self.folder.glob("*.jsonl"):
            if file.name < oldest:
                file.unlink(missing_ok=True)


def log_folder(library: Path) -> Path:
    """Return where the log of a library is.

    >>> log_folder(Path("/var/lib/motesminne/bibliotek")).name
    'bibliotek-granskning'
    """
    return library.with_name(f"{library.name}{FOLDER_ENDING}")


def _append(file: Path, line: bytes) -> None:
    """Add *line* in one piece, whoever else adds."""
    descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, ONLY_OWN)
    try:
        os.write(descriptor, line)
    finally:
        os.close(descriptor)


def _entry(line: str) -> Entry:
    told = json.loads(line)
    return Entry(**(told | {"did": Deed(told["did"])}))
