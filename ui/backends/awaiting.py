"""Take values as they are made in a thread of its own, so that waiting for them can be stopped."""

from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TypeVar

from rag.errors import MinutesError

Value = TypeVar("Value")

# How long a click on "stop" waits at most.
TICK_S = 0.2


def awaited(values: Iterator[Value], tick: Callable[[], object]) -> Iterator[Value]:
    """Yield *values*, and call *tick* while there is none; it may raise to stop the waiting.

    What makes the values is not asked for another one after that.

    >>> list(awaited(iter("ab"), lambda: None))
    ['a', 'b']
    """
    made: SimpleQueue[tuple[Value, ...] | MinutesError | None] = SimpleQueue()
    stopped = Event()

    def make() -> None:
        last: MinutesError | None = None
        try:
            for value in values:
                made.put((value,))
                if stopped.is_set():
                    break
        except MinutesError as error:
            last = error
        finally:
            made.put(last)

    Thread(target=make, daemon=True).start()
    try:
        while True:
            try:
                item = made.get(timeout=TICK_S)
            except Empty:
                tick()
                continue
            if item is None:
                return
            if isinstance(item, MinutesError):
                raise item
            yield from item
    finally:
        stopped.set()
