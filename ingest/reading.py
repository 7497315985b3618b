"""Have files read in a process of its own, and stop it when it takes too long."""

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from threading import Timer
from types import TracebackType
from typing import IO, Self, TypeVar

from ingest.failure import unreadable
from ingest.formats import Format
from ingest.limits import Limits
from ingest.members import Members
from ingest.read import read_file
from ingest.sheets import Marked, Sheet
from ingest.source import File, Source
from ingest.unpack import CONTAINERS
from ingest.work import Request, Task, Waiting
from rag.errors import ReadError
from rag.minutes import Minutes

# Plain text costs no more than its size: reading it here spares sending it there and back.
HARMLESS = frozenset({Format.TEXT})

# -P: what happens to lie in the working directory is not imported.
COMMAND = (sys.executable, "-P", "-m", "ingest.worker")

TOO_SLOW = (
    "tog mer än {:.0f} s att läsa och avbröts; dela upp den eller höj MOTESMINNE_READ_TIMEOUT_S."
)
CRASHED = "kunde inte läsas, läsaren avbröts; filen är troligen skadad, skapa den på nytt."


Reply = TypeVar("Reply")


class Reading:
    """Reads files one at a time; the process starts with the first that needs it and is kept."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop the process; the next file starts another."""
        self._stop()

    def read(self, file: File, format_: Format) -> Source:
        """Return the text of *file*.

        Raises:
            ReadError: It cannot be read, or not within the limits.
        """
        if format_ in HARMLESS:
            return read_file(file, format_, self._limits)
        return self._ask(self._request(Task.READ, file, format_), Source)

    def unpack(self, file: File, format_: Format) -> Members:
        """Return what lies in *file*.

        Raises:
            ReadError: It cannot be taken apart, or not within the limits.
        """
        if format_ not in CONTAINERS:
            return Members()
        return self._ask(self._request(Task.UNPACK, file, format_), Members)

    def sheets(self, file: File, marked: Sequence[Marked]) -> tuple[Sheet, ...]:
        """Return the pages of a PDF, with the places of what is *marked*.

        Raises:
            ReadError: It cannot be read, or not within the limits.
        """
        request = self._request(Task.SHEETS, file, Format.PDF)
        return self._ask(replace(request, marked=tuple(marked)), tuple)

    def picture(self, file: File, page: int) -> bytes:
        """Return a page of a PDF as a PNG file.

        Raises:
            ReadError: It cannot be drawn, or not within the limits.
        """
        return self._ask(replace(self._request(Task.PICTURE, file, Format.PDF), page=page), bytes)

    def parse(self, name: str, text: str) -> Minutes:
        """Return what the *text* of the file called *name* says of its meeting.

        Raises:
            ReadError: It cannot be told within the limits.
        """
        file = File(name=name, raw=text.encode("utf-8"))
        return self._ask(self._request(Task.PARSE, file, Format.TEXT), Minutes)

    def _request(self, task: Task, file: File, format_: Format) -> Request:
        return Request(task=task, file=file, format=format_, limits=self._limits)

    def _ask(self, request: Request, kind: type[Reply]) -> Reply:
        """Return the answer to *request*, which is a *kind* or a `ReadError` to raise."""
        process = self._process = self._process or _start()
        seconds = request.limits.timeout_s
        deadline = _Deadline(process, seconds)
        try:
            with deadline:
                reply = _exchange(process, request)
            if isinstance(reply, Waiting):
                seconds = reply.seconds
                deadline = _Deadline(process, seconds)
                with deadline:
                    reply = _receive(process)
        except (EOFError, BrokenPipeError, pickle.UnpicklingError) as error:
            self._stop()
            reason = TOO_SLOW.format(seconds) if deadline.passed else CRASHED
            raise unreadable(request.file.name, reason) from error
        if isinstance(reply, ReadError):
            raise reply
        if not isinstance(reply, kind):
            raise TypeError(reply)
        return reply

    def _stop(self) -> None:
        if self._process is not None:
            _kill(self._process)
            self._process.communicate()
            self._process = None


class _Deadline:
    """Kills a process unless one comes out of the context in time."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self.passed = False
        self._process = process
        self._timer = Timer(seconds, self._pass)

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def _pass(self) -> None:
        self.passed = True
        _kill(self._process)


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own module
        COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # so that tesseract can be stopped with it
    )


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Stop the process, and on POSIX those that it has started."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)


def _exchange(process: subprocess.Popen[bytes], request: Request) -> object:
    pickle.dump(request, _pipe(process.stdin), protocol=pickle.HIGHEST_PROTOCOL)
    _pipe(process.stdin).flush()
    return _receive(process)


def _receive(process: subprocess.Popen[bytes]) -> object:
    return pickle.load(_pipe(process.stdout))  # noqa: S301 - our own process wrote it


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise BrokenPipeError
    return stream
