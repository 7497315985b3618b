"""What holds for every test: an empty environment, no network, one shared library to read."""

import os
import socket
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from chroma_process import chroma_process
from fakes import MINUTES
from hypothesis import settings as hypothesis_settings

from ingest.pipeline import ingest
from rag.assembling.assembly import build_assistant, open_store
from rag.assistant import Assistant
from rag.settings import Settings

# Other work on the machine must not fail a property by slowness, nor chance fail a build.
hypothesis_settings.register_profile("default", deadline=None, max_examples=50)
hypothesis_settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis_settings.load_profile("ci" if "CI" in os.environ else "default")

LOOPBACK = ("127.", "::1", "localhost")

Address = tuple[Any, ...] | str | bytes

OWN_MAIN = sys.modules["__main__"]


@pytest.fixture(autouse=True)
def _own_main() -> Iterator[None]:
    """Take back the program's main module, from which new processes begin.

    Streamlit puts each page that it runs in its place.
    """
    sys.modules["__main__"] = OWN_MAIN
    yield
    sys.modules["__main__"] = OWN_MAIN


@pytest.fixture(scope="session", autouse=True)
def _environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let nothing of the user's own settings and directories reach a test."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("MOTESMINNE_")]:
            patch.delenv(name)
        patch.setenv("HOME", str(home))
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(home / name.lower()))
        with _vectors_elsewhere(tmp_path_factory.mktemp("chroma")) as settings:
            for name, value in settings.items():
                patch.setenv(name, value)
            yield


@contextmanager
def _vectors_elsewhere(folder: Path) -> Iterator[Mapping[str, str]]:
    """With `TEST_CHROMA=server`, let every library have its vectors on a server, and ask it."""
    if os.environ.get("TEST_CHROMA") != "server":
        yield {}
        return
    with chroma_process(folder) as process:
        yield {"MOTESMINNE_CHROMA": process.url, "MOTESMINNE_EXACT_UP_TO": "0"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what is of the files of Chroma where it has none in the library."""
    if os.environ.get("TEST_CHROMA") == "server":
        elsewhere = pytest.mark.skip(reason="the vectors are on a server")
        for item in items:
            if item.get_closest_marker("embedded"):
                item.add_marker(elsewhere)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Refuse all but loopback, and fail the test even when a library swallowed the refusal."""
    tried: list[Address] = []
    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, _guarded(name, tried))
    yield
    assert not tried, f"a test opened a connection to {tried}"


def _guarded(name: str, tried: list[Address]) -> Any:
    allowed = getattr(socket.socket, name)

    def connect(self: socket.socket, address: Address) -> Any:
        is_local = self.family == socket.AF_UNIX or str(address[0]).startswith(LOOPBACK)
        if not is_local:
            tried.append(address)
            raise PermissionError(f"tests may not connect to {address!r}")
        return allowed(self, address)

    return connect


@pytest.fixture(scope="session")
def shared_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return the settings of a library of all invented minutes; no test may write to it."""
    folder = tmp_path_factory.mktemp("minutes")
    for name, text in MINUTES.items():
        (folder / name).write_text(text, encoding="utf-8")
    settings = Settings(library=tmp_path_factory.mktemp("shared") / "library")
    ingest([folder], open_store(settings), settings=settings)
    return settings


@pytest.fixture(scope="session")
def assistant(shared_settings: Settings) -> Assistant:
    """Return a reader of the shared library."""
    return build_assistant(shared_settings)


@pytest.fixture
def minutes_folder(tmp_path: Path) -> Path:
    """Return a folder with all invented minutes, for a test to change."""
    folder = tmp_path / "minutes"
    folder.mkdir()
    for name, text in MINUTES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
