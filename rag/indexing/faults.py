"""Tell in a sentence what is wrong with the files that Chroma keeps vectors in."""

import errno
import os
import time
from collections.abc import Collection
from pathlib import Path

from rag.errors import DamagedVectorsError
from rag.indexing.hnsw_files import is_sound

# What SQLite, and the system, say of a disk without room.
FULL = ("disk is full", "os error 28", "No space left")

LOOKS = 3
LOOK_AGAIN_S = 0.3


def require_sound(directory: Path) -> None:
    """Go on only if Chroma can read what is in its *directory*.

    The files are looked at more than once: somebody may be writing them just now.

    Raises:
        DamagedVectorsError: they would end the process.
    """
    for _ in range(LOOKS):
        if is_sound(directory):
            return
        time.sleep(LOOK_AGAIN_S)
    raise DamagedVectorsError(
        f"Vektorregistret i {directory} är skadat: bygg om det med «motesminne doctor --rebuild»."
    )


class Telling:
    """Tells in a sentence what Chroma finds damaged; its panics are of no class one can name."""

    def __init__(
        self, directory: Path, kinds: Collection[str] = ("InternalError", "PanicException")
    ) -> None:
        self._directory = directory
        self._kinds = kinds

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: object
    ) -> None:
        if kind is not None and kind.__name__ in self._kinds:
            raise damaged(self._directory, error) from error


def damaged(directory: Path, error: BaseException | None) -> DamagedVectorsError:
    """Return what to raise for an *error* of Chroma's that no other attempt would help."""
    return DamagedVectorsError(
        f"Vektorregistret i {directory} kan inte öppnas ({error}): "
        "bygg om det med «motesminne doctor --rebuild»."
    )


def require_room(error: Exception) -> None:
    """Go on unless Chroma's *error* says that the disk is full.

    Raises:
        OSError: it does.
    """
    if any(said in str(error) for said in FULL):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
