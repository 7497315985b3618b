"""Remember who has signed in, by a secret that only their browser has.

They live in the server's memory: what signs out is out at once, and a restart signs all out.
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from ui.guarding.person import Person

TOKEN_BYTES = 32


@dataclass(slots=True, kw_only=True)
class _Session:
    person: Person
    began: float
    used: float


class Sessions:
    """The sessions of all who have signed in."""

    def __init__(
        self, *, longest_s: float, idle_s: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._longest_s = longest_s
        self._idle_s = idle_s
        self._clock = clock
        self._held: dict[str, _Session] = {}
        self._lock = Lock()

    def open(self, person: Person) -> str:
        """Begin a session of *person*; return its secret."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        with self._lock:
            now = self._clock()
            self._held = {key: one for key, one in self._held.items() if self._lasts(one, now)}
            self._held[token] = _Session(person=person, began=now, used=now)
        return token

    def person(self, token: str) -> Person | None:
        """Return whose session has the secret *token*; nobody's when it is over."""
        with self._lock:
            now = self._clock()
            session = self._held.get(token)
            if session is None:
                return None
            if not self._lasts(session, now):
                del self._held[token]
                return None
            session.used = now
            return session.person

    def close(self, token: str) -> Person | None:
        """End a session; return whose it was."""
        with self._lock:
            session = self._held.pop(token, None)
        return session.person if session else None

    def _lasts(self, session: _Session, now: float) -> bool:
        return now - session.began < self._longest_s and now - session.used < self._idle_s
