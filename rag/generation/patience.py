"""Wait for a reply only so long, whatever the server does."""

from collections.abc import Callable, Iterator
from queue import Empty, Queue
from threading import Event, Thread
from time import monotonic

from rag.errors import LanguageModelError
from rag.generation.pieces import Piece

END = None
Read = Queue[Piece | LanguageModelError | None]


def patiently(
    source: Callable[[], Iterator[Piece]],
    *,
    name: str,
    first_s: float,
    total_s: float,
    most_chars: int,
) -> Iterator[Piece]:
    """Yield what *source* yields, read in a thread of its own: a read may hang however long.

    *name* is the model's, for what is said when it is not waited for any longer.

    Raises:
        LanguageModelError: *source* did; or no piece came within *first_s*, not all within
            *total_s*, or more than *most_chars* characters.
    """
    read: Read = Queue()
    left = Event()
    Thread(target=_read, args=(source, read, left), daemon=True).start()
    started, limit_s, written = monotonic(), min(first_s, total_s), 0
    try:
        while (item := _next(read, started + limit_s - monotonic())) is not END:
            if isinstance(item, LanguageModelError):
                raise item
            written += len(item.text)
            if written > most_chars:
                raise LanguageModelError(f"Språkmodellen {name} skrev utan att bli klar")
            limit_s = total_s if written else limit_s
            yield item
    except Empty as error:
        what = "blev inte klar" if written else "började inte svara"
        raise LanguageModelError(
            f"Språkmodellen {name} {what} inom {limit_s:g} sekunder"
        ) from error
    finally:
        left.set()


def _next(read: Read, left_s: float) -> Piece | LanguageModelError | None:
    return read.get(timeout=max(0.0, left_s))


def _read(source: Callable[[], Iterator[Piece]], read: Read, left: Event) -> None:
    """Put the pieces in *read* until they end, or the reader has *left*."""
    try:
        for piece in source():
            if left.is_set():
                break
            read.put(piece)
    except LanguageModelError as error:
        read.put(error)
    finally:
        read.put(END)
