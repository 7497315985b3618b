"""Let many threads ask in one process, as a server's do, while one of them writes."""

import sys
from collections.abc import Mapping

# Python lets a thread go on for 5 ms before another gets its turn. A question gives its turn away
# a hundred times, to SQLite and tantivy, and waits for it as often while someone reads a file or
# writes: with one such thread it took half as long by 1 ms, with two a third as long.
TURN_S = 0.001

ENVIRONMENT: Mapping[str, str] = {
    # glibc keeps what ended threads have freed for threads of theirs, and each change of the word
    # index has threads of its own: 210 megabytes after a hundred changes, 25 with this.
    "MALLOC_ARENA_MAX": "2",
}
"""What such a process is to be started with; other systems than Linux make nothing of it."""


def take_turns() -> None:
    """Let the threads of this process take shorter turns."""
    sys.setswitchinterval(TURN_S)
