"""What a process has read reaches no file by way of memory that it has not used."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from dirtied import change, write_without_clearing

from eval import spawned


@pytest.fixture
def alone(
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[Callable[[Path], list[str]], Path], list[str]]:
    """Return what runs something in a process whose threads share all memory."""
    monkeypatch.setenv("MALLOC_ARENA_MAX", "1")
    return spawned.alone


@pytest.mark.skipif(sys.platform != "linux", reason="memory is given out as glibc does")
def test_chroma_alone_writes_what_was_in_memory(
    alone: Callable[[Callable[[Path], list[str]], Path], list[str]], tmp_path: Path
) -> None:
    assert [] != alone(write_without_clearing, tmp_path)


def test_no_change_of_a_library_writes_what_was_in_memory(
    alone: Callable[[Callable[[Path], list[str]], Path], list[str]], tmp_path: Path
) -> None:
    assert [] == alone(change, tmp_path / "library")
