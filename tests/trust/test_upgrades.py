"""A library of any earlier version is taken over whole; one of a later version is not touched."""

import signal
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest
from fakes import HashEmbedder
from numpy.typing import NDArray
from odd_minutes import in_bytes, odd_minutes, take
from old_libraries import SCHEMAS, make_older, upgrade_and_die, write_later_and_die

from rag.access import EVERYTHING
from rag.assembling.assembly import build_assistant
from rag.errors import EmbeddingError, LibraryError, LibraryVersionError
from rag.minutes import Document
from rag.searching.search import Search
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.indexes import Indexes
from rag.storing.schema import SCHEMA_VERSION
from rag.storing.store import Store

ODD = odd_minutes(5)
CHROMA = f"vektorregistret skrevs av version {version('chromadb')}"
NOT_YET = {"readings": ()}
"""Of minutes, what the first versions did not keep."""


def store_of(library: Path, identity: str = "hash@1/64") -> Store:
    database = Database.open(library, EVERYTHING)
    return Store(library, database, HashEmbedder(identity), lock_timeout_s=5)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a library of five meetings."""
    take(store_of(tmp_path / "library"), tmp_path / "moten", ODD)
    return tmp_path / "library"


def documents(library: Path) -> list[Document]:
    held = store_of(library).library
    return [held.document(meeting.document_id) for meeting in held.meetings(copies=True)]


def schema_of(library: Path) -> dict[str, list[str]]:
    """Return the columns of each table and index."""
    with closing(sqlite3.connect(library / "library.sqlite")) as database:
        names = database.execute("select name from sqlite_master where name not like 'sqlite_%'")
        return {
            name: [row[1] for row in database.execute(f"pragma table_xinfo({name})")]
            for (name,) in names.fetchall()
        }


def found(library: Path, weights: dict[str, float]) -> list[bool]:
    """Tell for each of the minutes whether what only they say leads to them."""
    database, embedder = Database.open(library, EVERYTHING), HashEmbedder()
    held = store_of(library).library
    search = Search(held, Indexes(library, database, embedder), embedder, weights=weights)
    return [
        any(hit.passage.source.endswith(one.name) for hit in search(one.words[11], limit=50))
        for one in ODD
    ]


@pytest.mark.parametrize("version", SCHEMAS)
def test_a_library_of_an_earlier_version_is_taken_over(library: Path, version: str) -> None:
    before = documents(library)
    make_older(library, version)

    [*after] = documents(library)
    if version < "4":
        before = [replace(one, minutes=replace(one.minutes, **NOT_YET)) for one in before]  # type: ignore[arg-type]
        bare = [replace(i, statements=()) for one in before for i in one.minutes.items]
        assert [i.span for i in bare] == [i.span for one in after for i in one.minutes.items]
    else:
        assert before == after
    assert [one.text for one in before] == [one.text for one in after]
    assert [one.chunks for one in before] == [one.chunks for one in after]

    with store_of(library).writing():
        pass
    assert all(finding.ok for finding in store_of(library).check())
    assert [True] * 5 == found(library, {"stems": 1.0})
    assert [True] * 5 == found(library, {"vectors": 1.0})


@pytest.mark.parametrize("version", SCHEMAS)
def test_it_gets_every_table_that_a_new_one_has(
    library: Path, tmp_path: Path, version: str
) -> None:
    make_older(library, version)
    Database.open(library, EVERYTHING).close()
    Database.open(tmp_path / "ny", EVERYTHING).close()

    assert schema_of(tmp_path / "ny") == schema_of(library)


@pytest.mark.parametrize("version", ["1", "3", "5", "6"])
def test_it_is_written_to_as_any_other(library: Path, tmp_path: Path, version: str) -> None:
    make_older(library, version)
    store = store_of(library)
    meeting = store.library.located(str(tmp_path / "moten" / ODD[0].name))
    assert meeting

    store.correct(meeting, {"place": "Ladan"})
    store.purge([meeting])
    take(store, tmp_path / "moten", odd_minutes(2, seed=7))

    assert 6 == len(store.library.meetings())
    assert [] == in_bytes(library, ODD[0].words)
    assert all(finding.ok for finding in store.check())


def test_without_vectors_nobody_is_told_that_nothing_was_found(library: Path) -> None:
    make_older(library, "1")

    with pytest.raises(LibraryError, match="uppgraderas"):
        build_assistant(Settings(library=library, words_only=True)).search(ODD[0].words[0])


def test_a_killed_upgrade_is_done_again(library: Path) -> None:
    make_older(library, "3")
    process = get_context("spawn").Process(target=upgrade_and_die, args=(library,))
    process.start()
    process.join()

    assert -signal.SIGKILL == process.exitcode
    assert 5 == len(documents(library))
    with store_of(library).writing():
        pass
    assert all(finding.ok for finding in store_of(library).check())


def bytes_of(library: Path) -> dict[str, bytes]:
    """Return what every file holds but the one that SQLite locks by."""
    return {
        str(path.relative_to(library)): path.read_bytes()
        for path in library.rglob("*")
        if path.is_file() and path.suffix != ".sqlite-shm"
    }


@pytest.mark.parametrize("killed", [pytest.param(False, id="closed"), pytest.param(True, id="log")])
def test_a_library_of_a_later_version_is_refused_untouched(library: Path, killed: bool) -> None:  # noqa: FBT001 - a parameter
    if killed:
        process = get_context("spawn").Process(target=write_later_and_die, args=(library,))
        process.start()
        process.join()
    else:
        database = Database.open(library, EVERYTHING)
        database.rows(f"pragma user_version={SCHEMA_VERSION + 1}")
        database.close()
    before = bytes_of(library)

    for _ in range(2):
        with pytest.raises(LibraryVersionError, match=r"nyare version.*uppgradera programmet"):
            Database.open(library, EVERYTHING)

    assert before == bytes_of(library)


def test_another_model_is_built_beside_and_then_taken(library: Path) -> None:
    other = "other@2/64"
    seen = list[list[str]]()

    class Watching(HashEmbedder):
        """Looks at what others see while it embeds."""

        def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
            seen.append(sorted(path.name for path in library.glob("vectors*")))
            assert [True] * 5 == found(library, {"vectors": 1.0})
            return super().embed_passages(texts)

    with pytest.raises(EmbeddingError, match=r"hash@1/64.*other@2/64"):
        take(store_of(library, other), library.parent / "moten", odd_minutes(1, seed=3))
    Store(library, Database.open(library, EVERYTHING), Watching(other), lock_timeout_s=1).rebuild()

    assert [["vectors", "vectors-2"]] == seen
    assert ["vectors-2"] == [path.name for path in library.glob("vectors*")]
    assert all(finding.ok for finding in store_of(library, other).check())


def test_the_version_of_chroma_is_kept_and_told(library: Path) -> None:
    [told] = [one for one in store_of(library).check() if one.name == "Chroma"]
    assert (True, CHROMA) == (
        told.ok,
        told.detail,
    )

    Database.open(library, EVERYTHING).set_meta("chroma", "99.0.1")
    with store_of(library).writing():
        pass
    [told] = [one for one in store_of(library).check() if one.name == "Chroma"]
    assert (False, True) == (told.ok, "doctor --rebuild" in told.detail)

    store_of(library).rebuild()
    assert all(finding.ok for finding in store_of(library).check())
