"""Serve the app on a free port of this machine, to be looked at and measured in a browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

# The command line is started, not imported: what measures does not know what shows.
SERVE = "from ui.cli import main; main()"
BOOT_S = 60.0
STOP_S = 20.0
GLANCE_S = 0.2

# The first of them that is here: without a window to draw a page costs half as much.
_BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser")
CHROMIUM = next(filter(None, map(shutil.which, _BROWSERS)), None)
QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()

TOUR_SEEN = 'localStorage.setItem("motesminne.tour", "seen")'
"""What a page runs first, that the tour for new users may not lie over it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A running server."""

    address: str
    """Such as `http://127.0.0.1:8123`, without a slash at the end."""
    process: int
    """The id of the process that holds the app."""


@contextmanager
def serving(
    library: Path, *, port: int = 0, variables: Mapping[str, str] | None = None
) -> Iterator[Served]:
    """Serve *library* until the block is left, on a free port unless one is given.

    Args:
        library: The folder of the library.
        port: Where it listens.
        variables: Settings, as the environment has them: `MOTESMINNE_LLM`.

    Raises:
        TimeoutError: the server does not answer.
    """
    port = port or _free_port()
    options = ["--library", str(library), "--port", str(port), "--no-browser"]
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", SERVE, "serve", *options], env=os.environ | (variables or {})
    ) as server:
        try:
            _wait_for(f"{address}/_stcore/health")
            yield Served(address=address, process=_app_of(server.pid))
        finally:
            server.terminate()
            server.wait(STOP_S)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def _wait_for(url: str) -> None:
    for _ in range(int(BOOT_S / GLANCE_S)):
        try:
            with urlopen(url):  # noqa: S310 - our own server
                return
        except URLError:
            time.sleep(GLANCE_S)
    raise TimeoutError(url)


def _app_of(command: int) -> int:
    """Return the process that the command started, where the system tells; else its own."""
    children = Path(f"/proc/{command}/task/{command}/children")
    found = children.read_text(encoding="ascii").split() if children.exists() else []
    return int(found[0]) if found else command
