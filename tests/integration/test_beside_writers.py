"""What those who use a library at the same time see of each other."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fakes import HashEmbedder
from odd_minutes import odd_minutes, take

from rag.access import EVERYTHING
from rag.errors import DamagedVectorsError, LibraryError, UnknownMeetingError
from rag.indexing import vectors
from rag.indexing.vectors import VectorIndex
from rag.minutes import ChunkKey, DocumentKey
from rag.storing.database import Database, Row, Value
from rag.storing.library import Library
from rag.storing.store import Store
from rag.storing.vector_homes import Folders, open_now
from ui.backends import backend

OPENINGS = 8


class Homes(Folders):
    """The usual place of the vectors; knows how often it was asked for them."""

    opened = 0

    def open(self, generation: int) -> VectorIndex:
        self.opened += 1
        return super().open(generation)


def store_of(library: Path, homes: Homes | None = None) -> Store:
    database = Database.open(library, EVERYTHING)
    return Store(library, database, HashEmbedder(), lock_timeout_s=5, homes=homes)


def test_correcting_what_another_has_removed_is_told(tmp_path: Path) -> None:
    library = tmp_path / "library"
    [document] = take(store_of(library), tmp_path, odd_minutes(1)).values()
    store_of(library).remove(document)

    with pytest.raises(UnknownMeetingError, match=r"Mötet \w+ finns inte i biblioteket"):
        store_of(library).correct(document, {"title": "Extra möte"})


def test_what_another_takes_away_in_the_middle_is_not_read_by_half(tmp_path: Path) -> None:
    library = tmp_path / "library"
    [document] = take(store_of(library), tmp_path, odd_minutes(1)).values()

    class Interrupted(Database):
        """A connection beside which another removes the document after each statement."""

        def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
            rows = super().rows(sql, values)
            store_of(library).remove(document)
            return rows

    beside = Database.open(library, EVERYTHING)
    with pytest.raises(UnknownMeetingError):
        Library(Interrupted(beside._connection, beside.path)).document(document)


def test_a_writer_opens_the_vectors_once_for_all_that_it_does(tmp_path: Path) -> None:
    library = tmp_path / "library"
    homes = Homes(library, Database.open(library, EVERYTHING))
    store = store_of(library, homes)
    first, second = odd_minutes(2)

    documents = take(store, tmp_path, [first, second])
    store.correct(documents[first.name], {"title": "Extra möte"})
    store.remove(documents[second.name])

    assert 1 == homes.opened
    take(store_of(library), tmp_path, odd_minutes(1, seed=2))
    store.correct(documents[first.name], {"title": None})
    assert 2 == homes.opened
    assert all(finding.ok for finding in store.check())


@pytest.mark.skipif(sys.platform != "linux", reason="Linux tells which files are open")
def test_vectors_that_nobody_holds_keep_no_file_open(tmp_path: Path) -> None:
    def open_files() -> int:
        links = (link for link in Path("/proc/self/fd").iterdir() if link.is_symlink())
        return sum(str(link.readlink()).startswith(str(tmp_path)) for link in links)

    index = VectorIndex.open(tmp_path / "vectors", generation=1, fresh=True)
    index.add([], [], np.zeros((0, 4), dtype=np.float32))
    once = open_files()
    for _ in range(OPENINGS):
        index = VectorIndex.open(tmp_path / "vectors", generation=1, fresh=True)
        assert 0 == len(index)

    # The last one may hold several connections to its file, but none of the others any.
    assert open_files() < OPENINGS * once


def test_vectors_that_are_rebuilt_while_they_are_opened_are_opened_anew() -> None:
    generations = iter([1, 2, 2, 3, 3, 3])
    asked: list[int] = []

    class Moving:
        def open(self, generation: int) -> Any:
            asked.append(generation)
            if generation == 1:
                raise LibraryError("borta")
            return f"vectors-{generation}"

    found: Any = open_now(Moving(), lambda: next(generations))  # type: ignore[arg-type]

    assert "vectors-3" == found
    assert [1, 2, 3] == asked


def test_a_change_is_counted_when_it_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    What the app keeps by that number would else be what was there before.
    """
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(tmp_path / "library"))
    before, writing = backend.revision(), backend.store()._db

    with writing.transaction():
        writing.bump()
        assert before == backend.revision()

    assert before + 1 == backend.revision()


@pytest.mark.parametrize(("turns", "calls"), [(True, 3), (False, 1)])
def test_vectors_are_taken_in_a_few_at_a_time_where_others_wait_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, turns: bool, calls: int
) -> None:
    index = VectorIndex.open(tmp_path, generation=1)
    asked = list[int]()
    monkeypatch.setattr(vectors, "turns_are_taken", lambda: turns)
    monkeypatch.setattr(index, "_ask", lambda _, ids, **__: asked.append(len(ids)))
    count = 2 * vectors.IN_TURNS + 1
    keys = [ChunkKey(key) for key in range(count)]

    index.add([DocumentKey(1)] * count, keys, np.ones((count, 4), dtype=np.float32))

    assert (calls, count) == (len(asked), sum(asked))


def test_files_that_another_is_writing_just_now_are_read_a_little_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = [ChunkKey(key) for key in range(3)]
    documents, found = [DocumentKey(1)] * 3, np.eye(3, dtype=np.float32)
    VectorIndex.open(tmp_path, generation=1).add(documents, keys, found)
    index = VectorIndex.open(tmp_path, generation=1, fresh=True)
    [file] = tmp_path.glob("*/index_metadata.pickle")
    written = file.read_bytes()
    file.write_bytes(b"")
    monkeypatch.setattr(vectors, "sleep", lambda _: file.write_bytes(written))

    assert 2 in index.rank(found[2], limit=1)


def test_files_that_stay_damaged_are_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = np.ones((1, 3), dtype=np.float32)
    VectorIndex.open(tmp_path, generation=1).add([DocumentKey(1)], [ChunkKey(1)], one)
    index = VectorIndex.open(tmp_path, generation=1, fresh=True)
    [file] = tmp_path.glob("*/index_metadata.pickle")
    file.write_bytes(b"")
    slept = list[float]()
    monkeypatch.setattr(vectors, "sleep", slept.append)

    with pytest.raises(DamagedVectorsError, match="doctor --rebuild"):
        index.rank(one[0], limit=1)
    assert len(slept) == vectors.LOOKS - 1
