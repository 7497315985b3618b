"""What was removed is taken out of the files a while later, again when that fails."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

import pytest

from rag.errors import LibraryLockedError
from rag.storing.store import Store
from rag.upkeep.clearing import Clearing

CALM_S = 0.01
LONGEST_S = 10.0


@dataclass
class Kept:
    """A library that has something to be cleared of."""

    failing: int = 0
    """How often it cannot be."""
    is_cleared: bool = False
    tried: list[float] = field(default_factory=list)

    def clear(self) -> None:
        self.tried.append(time.monotonic())
        if len(self.tried) <= self.failing:
            raise LibraryLockedError("Biblioteket skrivs just nu av ett annat program.")
        self.is_cleared = True


def clearing(kept: Kept) -> Clearing:
    return Clearing(lambda: cast(Store, kept), calm_s=CALM_S)


def wait_for(told: Callable[[], bool]) -> None:
    until = time.monotonic() + LONGEST_S
    while not told():
        assert time.monotonic() < until
        time.sleep(CALM_S)


def test_a_library_is_cleared_once_for_all_that_was_removed_meanwhile() -> None:
    kept = Kept()
    later = clearing(kept)
    began = time.monotonic()
    for _ in range(5):
        later.soon()

    wait_for(lambda: kept.is_cleared)
    time.sleep(3 * CALM_S)

    assert 1 == len(kept.tried)
    assert kept.tried[0] - began >= CALM_S


@pytest.mark.parametrize("failing", [1, 3])
def test_what_fails_is_tried_again(failing: int) -> None:
    kept = Kept(failing=failing)

    clearing(kept).soon()
    wait_for(lambda: kept.is_cleared)

    assert failing + 1 == len(kept.tried)


def test_a_library_without_anything_left_is_not_written_to() -> None:
    kept = Kept(is_cleared=True)
    opened = list[Kept]()

    def open_it() -> Store:
        opened.append(kept)
        return cast(Store, kept)

    Clearing(open_it, calm_s=CALM_S).soon()
    wait_for(lambda: bool(opened))
    time.sleep(3 * CALM_S)

    assert [] == kept.tried
