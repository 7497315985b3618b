"""Kill -9 at random moments loses nothing that was acknowledged, and leaves nothing half.

Ten times in `make trust`; more by hand: `KILLS=200 pytest -m slow tests/trust/test_kill.py`.
"""

import math
import multiprocessing
import os
import random
import signal
import time
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
from killed import State, change, look
from odd_minutes import Odd

KILLS = int(os.environ.get("KILLS", "10"))
SEED = int(os.environ.get("KILL_SEED", "1"))
# A round's changes take a tenth of a second to a second each.
LONGEST_S = 3.0
ROUND_S = 120

Told = list[tuple[str, State]]


@pytest.fixture
def processes() -> Any:
    """Return what starts processes that have everything imported and no library open."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["killed", "chromadb", "chromadb.api.rust", "tantivy"])
    return context


def read(pipe: Connection, told: Told, until: float) -> None:
    """Hear what a process tells until a time, or its end; what was cut off counts as not told."""
    while pipe.poll(max(0.0, until - time.monotonic()) if until < math.inf else None):
        try:
            told.append(pipe.recv())
        except (EOFError, OSError):
            return


def killed_round(processes: Any, root: Path, seed: int, state: State, after_s: float) -> Told:
    """Let a process change the library, and kill it so long after its first change began."""
    pipe, end = processes.Pipe(duplex=False)
    process = processes.Process(target=change, args=(root, seed, state, end))
    process.start()
    end.close()
    assert pipe.poll(ROUND_S), "the process that changes the library did not begin"
    told: Told = []
    read(pipe, told, time.monotonic() + after_s)
    assert process.is_alive(), f"changing failed by itself in {told[-1][0]}"
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    read(pipe, told, math.inf)
    return told


def looked(processes: Any, root: Path, gone: list[Odd]) -> tuple[Any, Any, list[str]]:
    pipe, end = processes.Pipe(duplex=False)
    process = processes.Process(target=look, args=(root, gone, end))
    process.start()
    end.close()
    found = pipe.recv() if pipe.poll(ROUND_S) else ({}, {}, ["the next start hangs"])
    process.join(ROUND_S)
    return found  # type: ignore[no-any-return]


@pytest.mark.slow
@pytest.mark.timeout(KILLS * 60)
def test_what_was_acknowledged_is_whole_after_any_kill(
    tmp_path: Path, processes: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "moten").mkdir()
    chance, state, cut, removed = random.Random(SEED), State(), Counter[str](), dict[str, str]()  # noqa: S311 - no secret
    for number in range(KILLS):
        seed = SEED * 100_000 + number
        told = killed_round(processes, tmp_path, seed, state, chance.uniform(0, LONGEST_S))
        acknowledged, underway, removed = follow(state, told, removed)
        cut[underway or "between"] += 1
        gone = [Odd(name=name, text=text, words=words_in(text)) for name, text in removed.items()]

        seen, texts, wrong = looked(processes, tmp_path, gone)

        allowed = [dict(acknowledged.texts)]
        if underway:
            allowed.append(dict(told[-1][1].texts))
        assert [] == wrong, (number, underway)
        assert seen in allowed, (number, underway)
        assert texts in allowed, (number, underway)
        assert texts == seen, (number, underway)
        has_backup = underway == "backup" and (tmp_path / "kopia.zip").exists()
        state = State(texts=texts, backup=None if has_backup else acknowledged.backup)
    with capsys.disabled():
        print(f"\n{KILLS}/{KILLS} kills, in the middle of: {dict(cut.most_common())}")  # noqa: T201


def follow(state: State, told: Told, removed: dict[str, str]) -> tuple[State, str, dict[str, str]]:
    """Return what was acknowledged last, what was under way, and what was removed for good."""
    underway, gone = "", dict(removed)
    for name, after in told:
        if name == "done":
            if underway in {"remove", "purge"}:
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
