"""The command line on a library of the rowers' minutes."""

import shutil
from pathlib import Path

import pytest
from command_line import ROWERS, Motesminne, run

from ingest.pipeline import ingest
from rag.assembling.assembly import open_store
from rag.settings import Settings


@pytest.fixture(scope="session")
def filled_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library of the rowers' minutes; no test may write to it."""
    folder = tmp_path_factory.mktemp("rowers")
    settings = Settings(library=tmp_path_factory.mktemp("filled") / "library")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name, text in ROWERS.items():
            Path(name).write_text(text, encoding="utf-8")
        ingest([Path(name) for name in ROWERS], open_store(settings), settings=settings)
    return settings.library


@pytest.fixture
def reader(filled_library: Path, monkeypatch: pytest.MonkeyPatch) -> Motesminne:
    """Return the command on a filled library that it may only read."""
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(filled_library))
    return run


@pytest.fixture
def writer(filled_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Motesminne:
    """Return the command on a filled library of the test's own, in a folder with the minutes."""
    shutil.copytree(filled_library, tmp_path / "library")
    folder = tmp_path / "moten"
    folder.mkdir()
    for name, text in ROWERS.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(tmp_path / "library"))
    return run
