"""Take what was removed out of a library's files a while later, in a thread of its own."""

from collections.abc import Callable
from threading import Lock, Timer

from rag.errors import MinutesError
from rag.storing.store import Store

# Meetings are removed several at a time, and the words of all others are written anew once.
CALM_S = 30.0


class Clearing:
    """Clears the library that *opened* returns, so many seconds after it is asked to.

    What fails, as while another program writes or reads, is tried again after as long.
    """

    def __init__(self, opened: Callable[[], Store], *, calm_s: float = CALM_S) -> None:
        self._opened = opened
        self._calm_s = calm_s
        self._lock = Lock()
        self._waiting: Timer | None = None

    def soon(self) -> None:
        """See that the library is cleared of what has been removed until then."""
        with self._lock:
            if self._waiting is None:
                self._waiting = Timer(self._calm_s, self._clear)
                self._waiting.daemon = True
                self._waiting.start()

    def _clear(self) -> None:
        with self._lock:
            self._waiting = None
        try:
            store = self._opened()
            if not store.is_cleared:
                store.clear()
        except MinutesError:  # the doctor tells of it until it is done
            self.soon()
