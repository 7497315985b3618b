"""What lets many threads of a process ask at once."""

import sys
from collections.abc import Iterator

import pytest

from rag.many import TURN_S, take_turns


@pytest.fixture
def _as_before() -> Iterator[None]:
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("_as_before")
def test_threads_take_shorter_turns() -> None:
    sys.setswitchinterval(0.005)

    take_turns()

    assert TURN_S == pytest.approx(sys.getswitchinterval())
