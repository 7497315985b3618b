"""What lets many threads of a process ask at once."""

import sys
import threading
import time
from collections.abc import Iterator

import pytest

from rag.many import PAUSE_S, PYTHONS_TURN_S, TURN_S, give_way, take_turns


@pytest.fixture
def _as_before() -> Iterator[None]:
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("_as_before")
def test_threads_take_shorter_turns() -> None:
    sys.setswitchinterval(PYTHONS_TURN_S)

    take_turns()

    assert TURN_S == pytest.approx(sys.getswitchinterval())


@pytest.mark.usefixtures("_as_before")
def test_who_works_for_long_lets_others_have_their_turn() -> None:
    take_turns()
    over = threading.Event()

    def work() -> None:
        while not over.is_set():
            sum(range(1_000))
            give_way()

    worker = threading.Thread(target=work)
    worker.start()
    began = time.perf_counter()
    for _ in range(200):
        time.sleep(0)  # as a call of SQLite's that gives the turn away
    took = time.perf_counter() - began
    over.set()
    worker.join()

    assert 200 * TURN_S > took


@pytest.mark.usefixtures("_as_before")
def test_who_kept_others_waiting_lets_them_go_on_for_as_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    take_turns()
    slept = list[float]()
    monkeypatch.setattr(time, "sleep", slept.append)

    give_way(0.04)
    give_way(0.0)

    assert [0.04, PAUSE_S] == slept


@pytest.mark.usefixtures("_as_before")
def test_nobody_waits_where_no_turns_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    sys.setswitchinterval(PYTHONS_TURN_S)
    slept = list[float]()
    monkeypatch.setattr(time, "sleep", slept.append)

    give_way()

    assert [] == slept
