"""Let many threads ask in one process, as a server's do, while one of them writes."""

import sys
import time
from collections.abc import Mapping

PYTHONS_TURN_S = 0.005
# So long Python lets a thread go on before another gets its turn. A question gives its turn away a
# hundred times, to SQLite and tantivy, and waits for it as often while someone reads a file or
# writes: with one such thread it took half as long by 1 ms, with two a third as long.
TURN_S = 0.001

# Who works for seconds on end gives its turn away between pieces of a third of a millisecond: so
# long the others wait for theirs, 32 of them 210 ms (p95) instead of 2.8 s, and it takes half as
# long again (10,800 passages). With no time at all, the one who gives its turn away takes it back.
PAUSE_S = 0.00005

ENVIRONMENT: Mapping[str, str] = {
    # glibc keeps what ended threads have freed for threads of theirs, and each change of the word
    # index has threads of its own: 210 megabytes after a hundred changes, 25 with this.
    "MALLOC_ARENA_MAX": "2",
}
"""What such a process is to be started with; other systems than Linux make nothing of it."""


def take_turns() -> None:
    """Let the threads of this process take shorter turns."""
    sys.setswitchinterval(TURN_S)


def turns_are_taken() -> bool:
    """Tell whether the threads of this process take shorter turns."""
    return sys.getswitchinterval() < PYTHONS_TURN_S


def give_way(seconds: float = PAUSE_S) -> None:
    """Let other threads have their turn in the midst of what takes long, where turns are taken.

    Args:
        seconds: For how long: who has kept all others waiting owes them as much.
    """
    if turns_are_taken():
        time.sleep(max(seconds, PAUSE_S))
