"""Run question files on the library beside the app, and keep what came of them.

The page Utvärdering loads this when it is first opened: the app starts without what measures.
"""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache, partial
from importlib import resources
from pathlib import Path
from threading import Event, Lock, Thread

from eval.compare import Comparison, compare
from eval.dataset import load_questions
from eval.record import Run, load_run, save_run
from eval.report import html_report
from eval.runner import run
from eval.saving import FILE_NAME
from rag.assistant import Assistant
from rag.errors import DatasetError, MinutesError
from rag.settings import Settings
from ui import strings
from ui.backends.uploads import safe_name
from ui.language import Language, current, told

RUNS = "utvarderingar"
"""The folder of the library where runs are kept."""
UPLOADED = "fragefiler"
"""The folder of the library where uploaded question files are kept."""

SAMPLES = Path(str(resources.files("eval") / "data" / "gate.jsonl"))
"""The questions about the invented samples."""

# A run's file tells when it was made, and of what: `20261122T060000123456Z-testfragor.json`.
STAMP = "%Y%m%dT%H%M%S%fZ"
RUNS_IN_MEMORY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionFile:
    """A file of questions that can be run."""

    path: Path
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRun:
    """An earlier run."""

    path: Path
    file: str
    """What the question file is called."""
    created: datetime
    """In UTC."""


@dataclass(slots=True, kw_only=True)
class Job:
    """A run under way, as far as it has come."""

    file: str
    done: int = 0
    total: int = 0
    stop: Event = field(default_factory=Event)
    run: Path | None = None
    """Where the result is."""
    failure: str = ""
    """Why there is none; the first line is the sentence, others are the particulars."""
    is_over: bool = False


class _StoppedError(MinutesError):
    """The user stopped the run."""


class Evaluations:
    """The question files and runs of one library; at most one run is under way."""

    def __init__(self, settings: Settings, assistant: Assistant) -> None:
        self._settings = settings
        self._assistant = assistant
        self._lock = Lock()
        self._job: Job | None = None
        self._load = lru_cache(RUNS_IN_MEMORY)(load_run)

    @property
    def job(self) -> Job | None:
        """The run under way, or the one that ended last."""
        return self._job

    def files(self) -> list[QuestionFile]:
        """Return what can be run: the saved questions, uploaded files, the samples' own file."""
        library = self._settings.library
        saved = library / FILE_NAME
        found = [
            QuestionFile(path=path, label=path.name)
            for path in sorted((library / UPLOADED).glob("[!.]*.jsonl"))
        ]
        if saved.exists():
            found.insert(0, QuestionFile(path=saved, label=strings.EVALUATION_SAVED))
        if self._holds_samples():
            found.append(QuestionFile(path=SAMPLES, label=strings.EVALUATION_SAMPLES))
        return found

    def keep_file(self, name: str, content: bytes) -> Path:
        """Keep an uploaded question file.

        Raises:
            DatasetError: it is malformed.
        """
        kept = self._settings.library / UPLOADED / safe_name(name)
        kept.parent.mkdir(parents=True, exist_ok=True)
        unread = kept.with_name(f".{kept.name}")
        unread.write_bytes(content)
        try:
            load_questions(unread)
        except DatasetError as error:
            unread.unlink()
            raise DatasetError(str(error).replace(str(unread), kept.name)) from error
        os.replace(unread, kept)  # noqa: PTH105 - says that it replaces
        return kept

    def start(self, file: QuestionFile, *, check: bool) -> None:
        """Begin to run *file*; nothing happens while a run is under way."""
        with self._lock:
            if self._job and not self._job.is_over:
                return
            self._job = job = Job(file=file.label)
        work = partial(self._work, job, file.path, current(), check=check)
        Thread(target=work, daemon=True).start()

    def runs(self) -> list[KeptRun]:
        """Return the kept runs, newest first."""
        files = (self._settings.library / RUNS).glob("*Z-*.json")
        return sorted(_kept(files), key=lambda run: run.created, reverse=True)

    def run(self, path: Path) -> Run:
        """Return a kept run."""
        return self._load(path)

    def comparison(self, before: Path, after: Path) -> Comparison:
        """Return what differs between two runs of the same questions.

        Raises:
            DatasetError: the questions differ.
        """
        return compare(self._load(before), self._load(after))

    def page(self, path: Path) -> str:
        """Return the whole report of a run, as a web page of its own."""
        return html_report(self._load(path))

    def remove(self, path: Path) -> None:
        """Remove a kept run."""
        path.unlink(missing_ok=True)

    def _work(self, job: Job, file: Path, spoken: Language, *, check: bool) -> None:
        with told(spoken):
            stopped, unexpected = strings.EVALUATION_STOPPED, strings.UNEXPECTED
        try:
            job.run = self._run(job, file, check=check)
        except _StoppedError:
            job.failure = stopped
        except MinutesError as error:
            job.failure = str(error)
        finally:
            if not job.run and not job.failure:  # the traceback goes to the server's log
                job.failure = unexpected
            job.is_over = True

    def _run(self, job: Job, file: Path, *, check: bool) -> Path:
        def advance(done: int, total: int) -> None:
            job.done, job.total = done, total
            if job.stop.is_set():
                raise _StoppedError

        assistant = self._assistant
        result = run(
            load_questions(file),
            assistant.ask,
            follow_up=assistant.ask,
            documents=[assistant.document(one.document_id) for one in assistant.meetings()],
            settings=self._settings.model_dump(mode="json"),
            check=check,
            progress=advance,
        )
        path = self._settings.library / RUNS / f"{datetime.now(UTC):{STAMP}}-{file.stem}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        save_run(result, path)
        return path

    def _holds_samples(self) -> bool:
        """Tell whether the library holds what the first of the samples' questions asks about."""
        with SAMPLES.open(encoding="utf-8") as lines:
            named: str = json.loads(next(lines))["documents"][0]
        sources = (one.source.replace("\\", "/") for one in self._assistant.meetings())
        return any(source.endswith(named) for source in sources)


def _called(stem: str) -> str:
    own = {
        Path(FILE_NAME).stem: strings.EVALUATION_SAVED,
        SAMPLES.stem: strings.EVALUATION_SAMPLES,
    }
    return own.get(stem, stem)


def _kept(files: Iterable[Path]) -> Iterator[KeptRun]:
    for path in files:
        stamp, _, name = path.stem.partition("-")
        try:
            created = datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
        except ValueError:
            continue  # a file of the user's own
        yield KeptRun(path=path, file=_called(name), created=created)
