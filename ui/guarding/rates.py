"""Count how often somebody does something, and tell when that is too often."""

import time
from collections import defaultdict, deque
from collections.abc import Callable
from threading import Lock

# So many visitors may be remembered before those who have been quiet are looked for.
CROWD = 1_000


class Rate:
    """At most so many times in so many seconds, for each key."""

    def __init__(
        self, most: int, within_s: float, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.most = most
        self._within_s = within_s
        self._clock = clock
        self._times: defaultdict[str, deque[float]] = defaultdict(deque)
        self._lock = Lock()

    def take(self, key: str) -> float:
        """Count once more for *key*; return 0, or in how many seconds it may be tried again."""
        with self._lock:
            now = self._clock()
            if len(self._times) > CROWD:
                self._forget(now - self._within_s)
            times = self._times[key]
            while times and times[0] <= now - self._within_s:
                times.popleft()
            if len(times) >= self.most:
                return times[0] + self._within_s - now
            times.append(now)
            return 0.0

    def _forget(self, before: float) -> None:
        for key in [key for key, times in self._times.items() if not times or times[-1] <= before]:
            del self._times[key]
