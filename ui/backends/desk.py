"""Hold what a visitor wants to add: read in a thread of its own, shown, confirmed, stored.

What goes on survives reruns and a change of page; the page looks at the desk from time to time.
"""

import shutil
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum, auto
from functools import partial
from pathlib import Path
from threading import Lock, Thread

from ingest.members import distinct
from ingest.pipeline import Progress, Report, ingest
from ingest.preview import Incoming, Preview, Standing, previews
from ingest.watch import Stamps, dealt_with
from rag.assembling.assembly import open_store
from rag.errors import MinutesError
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.library import Library
from rag.storing.watched import keep_watched
from ui import strings
from ui.backends import uploads
from ui.choosing.own_bodies import own
from ui.choosing.placing import settled
from ui.guarding.audit import Deed
from ui.guarding.door import door
from ui.guarding.person import ANYONE, Person
from ui.guarding.roles import Act
from ui.language import Language, current, told

ADDABLE = frozenset({Standing.NEW, Standing.CHANGED, Standing.SAME_MEETING})


class Phase(Enum):
    """How far what lies on the desk has come."""

    EMPTY = auto()
    READING = auto()
    READY = auto()
    STORING = auto()
    DONE = auto()


BUSY = frozenset({Phase.READING, Phase.STORING})


class Desk:
    """What one visitor wants to add."""

    def __init__(self, settings: Settings, folder: Path, person: Person = ANYONE) -> None:
        self.phase = Phase.EMPTY
        self.lines: list[Preview] = []
        self.left_out: set[int] = set()
        """The numbers of the lines that the visitor does not want."""
        self.total = 0
        """How many files were received."""
        self.stored = Progress(done=0, total=0, source="")
        self.report: Report | None = None
        self.round = 0
        """How many times what was uploaded has been dealt with."""
        self.problem = ""
        """Why it could not go on; a Swedish sentence."""
        self._settings = settings
        self._folder = folder
        self._person = person
        self._waiting: deque[Incoming] = deque()
        self._received: set[str] = set()
        self._watched: Stamps = {}
        self._lock = Lock()
        self._thread: Thread | None = None

    @property
    def chosen(self) -> list[Preview]:
        """Return what is to be taken in."""
        return [
            line
            for number, line in enumerate(self.lines)
            if line.standing in ADDABLE and number not in self.left_out
        ]

    def has(self, upload: str) -> bool:
        """Tell whether the *upload* with that id was received."""
        return upload in self._received

    def receive(self, upload: str, name: str, content: bytes) -> None:
        """Put an uploaded file on the desk, to be read.

        Raises:
            ReadError: its name holds no usable character.
            LimitError: too many came in a short time.
        """
        self._received.add(upload)
        door().count_upload(self._person)
        safe = uploads.safe_name(name)
        staged = self._folder / str(len(self._received))
        staged.parent.mkdir(parents=True, exist_ok=True)
        staged.write_bytes(content)
        taken = [line.incoming.location for line in self.lines]
        taken += [incoming.location for incoming in self._waiting]
        location = distinct(str(uploads.folder(self._settings) / safe), taken)
        self._put([Incoming(path=staged, name=safe, location=location)])

    def receive_folder(self, files: Sequence[Path], present: Stamps) -> None:
        """Put *files* of the watched folder on the desk, to be read where they are."""
        self._watched = present
        known = {line.incoming.path for line in self.lines}
        self._put(
            Incoming(path=file, name=file.name, location=str(file))
            for file in files
            if file not in known
        )

    def _put(self, incoming: Iterable[Incoming]) -> None:
        new = list(incoming)
        self._waiting.extend(new)
        self.total += len(new)

    def read(self) -> None:
        """Read what waits, unless that goes on already."""
        with self._lock:
            if self._waiting and self.phase not in BUSY:
                self._start(Phase.READING, self._read)

    def stop(self) -> None:
        """Let what is not read yet be."""
        self.total -= len(self._waiting)
        self._waiting.clear()

    def toggle(self, number: int) -> None:
        """Leave a line out, or take it in after all."""
        self.left_out ^= {number}

    def leave_out(self, *, everything: bool) -> None:
        """Leave *everything* out, or nothing."""
        self.left_out = set(range(len(self.lines))) if everything else set()

    def store(self) -> None:
        """Take in what is chosen."""
        with self._lock:
            if self.phase is Phase.READY:
                self.round += 1
                self._start(Phase.STORING, self._store)

    def clear(self) -> None:
        """Forget all that lies on the desk, and the copies of what was uploaded."""
        self.stop()
        self.wait()
        self.round += 1
        shutil.rmtree(self._folder, ignore_errors=True)
        self.phase, self.lines, self.left_out, self.total = Phase.EMPTY, [], set(), 0
        self.report, self.problem, self._watched = None, "", {}

    def wait(self) -> None:
        """Return when nothing goes on any longer."""
        if self._thread:
            self._thread.join()

    def _start(self, phase: Phase, work: Callable[[], Phase]) -> None:
        self.phase, self.problem = phase, ""
        self._thread = Thread(target=self._run, args=(work, current()), daemon=True)
        self._thread.start()

    def _run(self, work: Callable[[], Phase], spoken: Language) -> None:
        """Do *work*; its failure becomes a sentence, one that nobody foresaw goes to the log."""
        with told(spoken):
            after, problem = Phase.READY, strings.UNEXPECTED
        try:
            after, problem = work(), ""
        except MinutesError as error:
            problem = str(error)
        finally:
            self.problem, self.phase = problem, after

    def _read(self) -> Phase:
        database = Database.open(self._settings.library, self._settings.access)
        before = [document for line in self.lines for document in line.documents]
        library = Library(database)
        try:
            for line in previews(self._arriving(), library, settings=self._settings, before=before):
                placed = settled(line, uploads.folder(self._settings))
                self.lines.append(own(placed, self._may_add))
        finally:
            database.close()
        self._settle_watched(line for line in self.lines if line.standing not in ADDABLE)
        return Phase.READY

    def _may_add(self, body: str | None) -> bool:
        return self._person.may_with(Act.ADD, body)

    def _arriving(self) -> Iterator[Incoming]:
        while self._waiting:
            yield self._waiting.popleft()

    def _store(self) -> Phase:
        chosen = self.chosen
        paths = [self._placed(line.incoming) for line in chosen]
        understood = {document.id: document for line in chosen for document in line.documents}
        for document in understood:
            door().note(self._person, Deed.ADDED, document)
        store = open_store(self._settings)
        self.report = ingest(
            paths,
            store,
            settings=self._settings,
            understood=understood,
            on_progress=self._note_progress,
        )
        self._settle_watched(self.lines)
        shutil.rmtree(self._folder, ignore_errors=True)
        return Phase.DONE

    def _note_progress(self, progress: Progress) -> None:
        self.stored = progress

    def _placed(self, incoming: Incoming) -> Path:
        """Return where the file lies from now on: what was uploaded moves into the library."""
        target = Path(incoming.location)
        if incoming.path.is_relative_to(self._folder) and incoming.path.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(incoming.path, target)
        return target

    def _settle_watched(self, lines: Iterable[Preview]) -> None:
        """Note that the watched folder's files in *lines* need not be shown again as they are."""
        if files := [line.incoming.path for line in lines if line.incoming.path in self._watched]:
            store = open_store(self._settings)
            value = dealt_with(store.library.watched(), files, self._watched)
            store.note(partial(keep_watched, value=value))
