"""Kill -9 at random moments loses nothing that was acknowledged, and leaves nothing half.

A few times in every run of the tests, two hundred in `make trust`, while others read and search.
"""

import math
import multiprocessing
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
from killed import CHANGES, State, ask, change, look
from odd_minutes import Odd

KILLS = int(os.environ.get("KILLS", "200"))
FEW = 4
SEED = int(os.environ.get("KILL_SEED", "1"))
# Until the change that a round aims at begins; it may have nothing to change.
LONGEST_S = 5.0
# What a change is taken to last before one has been seen whole.
USUAL_S = 0.3
ROUND_S = 120

# What issue is taken of most often comes first, for the few.
AIMS = ("add", "model", "replace", "remove", "rebuild", "purge", "hide", "backup", "restore")

Told = list[tuple[str, State]]


@pytest.fixture
def processes() -> Any:
    """Return what starts processes that have everything imported and no library open."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["killed", "chromadb", "chromadb.api.rust", "tantivy"])
    return context


def read(pipe: Connection, told: Told, until: float, *, to: str = "") -> None:
    """Hear what a process tells until a time, its end, or that the change *to* begins."""
    while pipe.poll(max(0.0, until - time.monotonic()) if until < math.inf else None):
        try:
            told.append(pipe.recv())
        except (EOFError, OSError):  # what was cut off counts as not told
            return
        if to and told[-1][0] == to:
            return


class Killer:
    """Kills processes while they make the changes aimed at, for as long as those usually take."""

    def __init__(self, processes: Any, root: Path, chance: random.Random) -> None:
        self._processes = processes
        self._root = root
        self._chance = chance
        self._took = dict.fromkeys(CHANGES, USUAL_S)

    def round(self, seed: int, aim: str, state: State) -> Told:
        """Let a process change the library and kill it, best in the midst of *aim*."""
        pipe, end = self._processes.Pipe(duplex=False)
        process = self._processes.Process(target=change, args=(self._root, seed, aim, state, end))
        process.start()
        end.close()
        assert pipe.poll(ROUND_S), "the process that changes the library did not begin"
        told: Told = []
        read(pipe, told, time.monotonic() + LONGEST_S, to=aim)
        began = time.monotonic()
        until = began + self._chance.uniform(0, 1.2 * self._took[aim])
        read(pipe, told, until, to="done")
        if told[-1][0] == "done":
            self._took[aim] = time.monotonic() - began
            read(pipe, told, until)
        assert process.is_alive(), f"changing failed by itself in {told[-1][0]}"
        os.kill(process.pid, signal.SIGKILL)
        process.join()
        read(pipe, told, math.inf)
        return told


def looked(processes: Any, root: Path, gone: list[Odd]) -> tuple[Any, Any, list[str], list[str]]:
    pipe, end = processes.Pipe(duplex=False)
    process = processes.Process(target=look, args=(root, gone, end))
    process.start()
    end.close()
    found = pipe.recv() if pipe.poll(ROUND_S) else ({}, {}, ["the next start hangs"], [])
    process.join(ROUND_S)
    return found  # type: ignore[no-any-return]


@contextmanager
def others_reading(processes: Any, root: Path) -> Iterator[None]:
    """Let another process read and search all the while."""
    stop, (pipe, end) = processes.Event(), processes.Pipe(duplex=False)
    process = processes.Process(target=ask, args=(root, stop, end))
    process.start()
    end.close()
    try:
        yield
    finally:
        stop.set()
        rounds, wrong = pipe.recv() if pipe.poll(ROUND_S) else (0, ["the reader hangs"])
        process.join(ROUND_S)
    assert [] == wrong
    assert rounds


@pytest.mark.parametrize(
    "kills",
    [
        pytest.param(FEW, id="few", marks=pytest.mark.timeout(FEW * 60)),
        pytest.param(KILLS, id="many", marks=(pytest.mark.slow, pytest.mark.timeout(KILLS * 60))),
    ],
)
def test_what_was_acknowledged_is_whole_after_any_kill(
    tmp_path: Path, processes: Any, capsys: pytest.CaptureFixture[str], kills: int
) -> None:
    (tmp_path / "moten").mkdir()
    state, cut, removed, mended = State(), Counter[str](), dict[str, str](), list[str]()
    killer = Killer(processes, tmp_path, random.Random(SEED))  # noqa: S311 - no secret
    with others_reading(processes, tmp_path):
        for number, aim in zip(range(kills), cycle(AIMS), strict=False):
            told = killer.round(SEED * 100_000 + number, aim, state)
            acknowledged, underway, removed = follow(state, told, removed)
            cut[underway or "between"] += 1
            gone = [Odd(name=n, text=text, words=words_in(text)) for n, text in removed.items()]

            seen, texts, wrong, said = looked(processes, tmp_path, gone)

            allowed = [dict(acknowledged.texts)]
            if underway:
                allowed.append(dict(told[-1][1].texts))
            assert [] == wrong, (number, underway, said)
            assert seen in allowed, (number, underway)
            assert texts in allowed, (number, underway)
            assert texts == seen, (number, underway)
            mended += said
            has_backup = underway == "backup" and (tmp_path / "kopia.zip").exists()
            state = State(texts=texts, backup=None if has_backup else acknowledged.backup)
    with capsys.disabled():
        print(f"\n{kills}/{kills} kills, in the middle of: {dict(cut.most_common())}")  # noqa: T201
        print(f"mended by doctor --rebuild: {len(mended)} {sorted(set(mended))}")  # noqa: T201


def follow(state: State, told: Told, removed: dict[str, str]) -> tuple[State, str, dict[str, str]]:
    """Return what was acknowledged last, what was under way, and what was removed for good."""
    underway, gone = "", dict(removed)
    for name, after in told:
        if name == "done":
            if underway in {"remove", "hide", "purge"}:
                gone |= {n: text for n, text in state.texts.items() if n not in after.texts}
            state, underway = after, ""
        else:
            underway = name
        gone = {n: text for n, text in gone.items() if n not in after.texts}
    return state, underway, gone


def words_in(text: str) -> tuple[str, ...]:
    """Return words that only these minutes have."""
    title = text.split("\n", 1)[0]  # "Protokoll från Xnämnden i Y"
    return (title.split()[-1],)
