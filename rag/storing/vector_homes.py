"""Say where each generation of a library's vectors is kept: in its directory, or on a server."""

import shutil
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from rag.errors import LibraryError, NoVectorsError
from rag.indexing.chroma_server import ChromaServer
from rag.indexing.hnsw_files import clear_unused, is_sound
from rag.indexing.vectors import HNSW, VectorIndex
from rag.storing.database import Database
from rag.storing.stamping import is_newer, stamp

NAME, PLACE = "library", "place"
"""Stand in the manifest for what a server knows the library by, and the directory it then had."""

FILE = "library.sqlite"
CHUNKS = "select count(*) from chunk"
EMBEDDED = "embedding"
"""Stands there once something has been embedded."""


class Homes(Protocol):
    """Where the generations of one library's vectors are kept."""

    @property
    def where(self) -> str:
        """What to say of the place; nothing of the library's own directory."""

    @property
    def outage(self) -> str:
        """Why they cannot be asked just now, one Swedish sentence; empty when they can."""

    def open(self, generation: int) -> VectorIndex:
        """Open those of *generation*; none are remembered that another process has changed."""

    def make(self, generation: int) -> VectorIndex:
        """Open those of *generation*, of which there are none yet."""

    def are_there(self, generation: int) -> bool:
        """Tell a writer, before it writes, whether those of *generation* are there and whole."""

    def tidy(self, generation: int) -> None:
        """Take away all others than those of *generation*."""


class Folders:
    """A directory a generation, in the library's own."""

    where = ""
    outage = ""

    def __init__(self, directory: Path, database: Database) -> None:
        self._directory = directory
        self._db = database
        self._sound: Path | None = None

    def open(self, generation: int) -> VectorIndex:
        """See `Homes`.

        Raises:
            DamagedVectorsError: they are damaged.
        """
        home, self._sound = self._home(generation), None
        index = VectorIndex.open(home, generation=generation, fresh=True)
        self._sound = home
        return index

    def make(self, generation: int) -> VectorIndex:
        """See `Homes`."""
        home = self._directory / f"vectors-{generation}"
        remove(home)
        home.mkdir()
        stamp(self._db)
        return VectorIndex.open(home, generation=generation, fresh=True)

    def are_there(self, generation: int) -> bool:
        """See `Homes`."""
        home = self._home(generation)
        if not home.exists():
            return not self._db.meta(EMBEDDED)
        return home == self._sound or is_sound(home)

    def tidy(self, generation: int) -> None:
        """See `Homes`."""
        used = self._home(generation)
        for home in self._directory.glob("vectors*"):
            if home != used:
                remove(home)
        clear_unused(used)
        if not is_newer(self._db):
            stamp(self._db)

    def _home(self, generation: int) -> Path:
        rebuilt = self._directory / f"vectors-{generation}"
        return rebuilt if rebuilt.exists() else self._directory / "vectors"


class Served:
    """A collection a generation, on a server that may hold those of other libraries too."""

    def __init__(self, server: ChromaServer, directory: Path, database: Database) -> None:
        self._server = server
        self._directory = directory
        self._db = database

    @property
    def where(self) -> str:
        """See `Homes`."""
        return f" på Chroma-servern {self._server.name}"

    @property
    def outage(self) -> str:
        """See `Homes`."""
        return self._server.outage

    def open(self, generation: int) -> VectorIndex:
        """See `Homes`.

        Raises:
            NoVectorsError: the server does not answer, or does not have them.
        """
        if not self._db.meta(EMBEDDED):
            self._claim()
            return self._made(generation)
        collection = self._server.find(self._name(generation))
        if collection is None:
            lost = NoVectorsError(
                f"Chroma-servern {self._server.name} har inga vektorer för biblioteket i "
                f"{self._directory}: lägg dit dem med «motesminne doctor --rebuild»."
            )
            raise self._server.paused(lost)
        return VectorIndex(collection)

    def make(self, generation: int) -> VectorIndex:
        """See `Homes`."""
        self._claim()
        self._server.delete(self._name(generation))
        return self._made(generation)

    def are_there(self, generation: int) -> bool:
        """See `Homes`.

        Raises:
            NoVectorsError: the server does not answer.
        """
        self._claim()
        if not self._db.meta(EMBEDDED):
            return True
        found = self._server.find(self._name(generation))
        # What a crash left may be there too; less is what an older copy of its files holds.
        return found is not None and found.count() >= self._db.value(CHUNKS)

    def tidy(self, generation: int) -> None:
        """See `Homes`; those in the library's own directory, from before, go too."""
        self._claim()
        for name in self._server.names(self._name("")):
            if name != self._name(generation):
                self._server.delete(name)
        for home in self._directory.glob("vectors*"):
            remove(home)

    def _claim(self) -> None:
        """Give the library a name of its own on servers; a copy of its directory gets another."""
        place = str(self._directory.resolve())
        if place != self._db.meta(PLACE):
            with self._db.transaction():
                if not self._db.meta(NAME) or (Path(self._db.meta(PLACE)) / FILE).exists():
                    self._db.set_meta(NAME, uuid.uuid4().hex)
                self._db.set_meta(PLACE, place)

    def _made(self, generation: int) -> VectorIndex:
        name, configuration = self._name(generation), {"hnsw": dict(HNSW)}
        return VectorIndex(self._server.make(name, configuration))

    def _name(self, generation: int | str) -> str:
        return f"motesminne-{self._db.meta(NAME)}-{generation}"


def open_now(homes: Homes, generation: Callable[[], int]) -> VectorIndex:
    """Open the vectors of this moment: those that are rebuilt meanwhile may be gone.

    Raises:
        LibraryError: they cannot be opened.
    """
    while True:
        wanted = generation()
        try:
            opened = homes.open(wanted)
        except LibraryError:
            if wanted == generation():
                raise
        else:
            if wanted == generation():
                return opened


def remove(home: Path) -> None:
    """Remove a directory at one blow; what a reader on Windows has open goes the next time."""
    with suppress(OSError):
        home = home.rename(home.with_name(f"{home.name}.bort"))
    shutil.rmtree(home, ignore_errors=True)
