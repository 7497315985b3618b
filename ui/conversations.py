"""Hold the conversations of a server's visitors, in memory alone: no answer is left on disk."""

import secrets
from collections import OrderedDict
from threading import Lock
from typing import Generic, TypeVar

# The least recently opened is forgotten beyond these.
MOST = 200
ID_BYTES = 12

Turn = TypeVar("Turn")


class Conversations(Generic[Turn]):
    """Conversations by ids that nobody can guess, so that a reloaded page finds its own.

    >>> kept = Conversations[str]()
    >>> one = kept.start()
    >>> kept.turns(one).append("Hej")
    >>> kept.turns(one), kept.turns("gissat")
    (['Hej'], None)
    """

    def __init__(self, *, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[str, list[Turn]] = OrderedDict()
        self._lock = Lock()

    def start(self) -> str:
        """Begin an empty conversation; return its id."""
        new = secrets.token_urlsafe(ID_BYTES)
        with self._lock:
            self._kept[new] = []
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return new

    def turns(self, conversation: str) -> list[Turn] | None:
        """Return the turns of a conversation, to be appended to; `None` when it is not held."""
        with self._lock:
            if conversation in self._kept:
                self._kept.move_to_end(conversation)
            return self._kept.get(conversation)
