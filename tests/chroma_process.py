"""Run Chroma's own server on a free port of this machine, stop it, and start it again."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

START_S = 60

# What `chroma` runs, after it has loaded all of Chroma for that: 0.1 s of work instead of 7.
# On Linux it ends with the tests, however they end.
PROGRAM = """
import ctypes, sys, chromadb_rust_bindings
if sys.platform == "linux":
    ctypes.CDLL(None).prctl(1, 9)
chromadb_rust_bindings.cli(sys.argv)
"""


class ChromaProcess:
    """A server that keeps its files in *folder*."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self._port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and wait until it answers."""
        where = ("--path", str(self.folder), "--host", "127.0.0.1", "--port", str(self._port))
        self._process = subprocess.Popen(  # noqa: S603 - our own command line
            [sys.executable, "-c", PROGRAM, "run", *where],
            # In a home of its own, so that it finds nobody's settings.
            env={"PATH": os.environ["PATH"], "HOME": str(self.folder)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + START_S
        while not self._answers():
            assert time.monotonic() < until, "Chroma's server did not start"
            assert self._process.poll() is None, "Chroma's server stopped"
            time.sleep(0.05)

    def _answers(self) -> bool:
        with suppress(OSError):
            return bool(urlopen(f"{self.url}/api/v2/heartbeat", timeout=5).read())  # noqa: S310
        return False

    def kill(self) -> None:
        """Let it be gone, as when the power goes."""
        if self._process:
            self._send(signal.SIGCONT)
            self._process.kill()
            self._process.wait()

    def empty(self) -> None:
        """Let it have lost all that it held."""
        self.kill()
        shutil.rmtree(self.folder)
        self.folder.mkdir()
        self.start()

    def ensure(self) -> None:
        """Let it run, whatever was done to it."""
        self._send(signal.SIGCONT)
        if self._process is None or self._process.poll() is not None:
            self.start()

    def freeze(self) -> None:
        """Let it take requests and answer none."""
        self._send(signal.SIGSTOP)

    def _send(self, number: int) -> None:
        if self._process and self._process.poll() is None:
            self._process.send_signal(number)


@contextmanager
def chroma_process(folder: Path) -> Iterator[ChromaProcess]:
    """Run a server while inside."""
    process = ChromaProcess(folder)
    try:
        process.start()
        yield process
    finally:
        process.kill()
