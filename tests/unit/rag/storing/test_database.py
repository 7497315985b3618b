import sqlite3
import threading
from pathlib import Path

import numpy as np
import pytest

from rag.access import EVERYTHING
from rag.errors import LibraryError, LibraryVersionError
from rag.indexing.exact import STORED, coarse
from rag.minutes import ChunkKey
from rag.storing.database import Database
from rag.storing.schema import SCHEMA_VERSION


def test_a_new_library_is_empty(tmp_path: Path) -> None:
    database = Database.open(tmp_path / "ny" / "mapp", EVERYTHING)

    assert 0 == database.revision
    assert [] == database.rows("select * from document")


def test_what_is_committed_is_there_when_opened_again(tmp_path: Path) -> None:
    Database.open(tmp_path, EVERYTHING).set_meta("generation", "7")

    assert "7" == Database.open(tmp_path, EVERYTHING).meta("generation")


def test_all_of_a_transaction_is_undone_when_it_fails(tmp_path: Path) -> None:
    database = Database.open(tmp_path, EVERYTHING)

    def fail() -> None:
        with database.transaction():
            database.set_meta("generation", "7")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()

    assert "1" == database.meta("generation", "1")


def test_each_change_is_a_new_revision_to_other_connections(tmp_path: Path) -> None:
    writer, reader = Database.open(tmp_path, EVERYTHING), Database.open(tmp_path, EVERYTHING)
    writer.bump()
    writer.bump()

    assert 2 == reader.revision


def test_a_newer_library_is_refused_and_left_untouched(tmp_path: Path) -> None:
    database = Database.open(tmp_path, EVERYTHING)
    database.rows(f"pragma user_version={SCHEMA_VERSION + 1}")
    database.close()
    before = database.path.read_bytes()

    with pytest.raises(LibraryVersionError, match=r"nyare version.*uppgradera programmet"):
        Database.open(tmp_path, EVERYTHING)

    assert before == database.path.read_bytes()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"Detta \xc3\xa4r ett brev.\n" * 99, id="another kind of file"),
        pytest.param(b"SQLite format 3\0" + b"\xff" * 4096, id="a damaged header"),
    ],
)
def test_a_damaged_file_is_an_error_that_names_the_library(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "library.sqlite").write_bytes(content)

    with pytest.raises(LibraryError, match=f"Biblioteket i {tmp_path} kan inte öppnas"):
        Database.open(tmp_path, EVERYTHING)


def test_a_file_where_the_directory_should_be_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "bibliotek").write_text("inte en mapp")

    with pytest.raises(LibraryError, match="kan inte öppnas"):
        Database.open(tmp_path / "bibliotek", EVERYTHING)


def test_several_may_make_the_same_library_at_once(tmp_path: Path) -> None:
    start, failures = threading.Barrier(8), list[BaseException]()

    def open_it() -> None:
        start.wait()
        try:
            Database.open(tmp_path, EVERYTHING).close()
        except LibraryError as error:
            failures.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [] == failures


def test_who_opens_a_library_that_another_has_to_itself_waits_for_it(tmp_path: Path) -> None:
    first = sqlite3.connect(tmp_path / "library.sqlite", check_same_thread=False)
    first.execute("create table other (name)")
    first.execute("begin exclusive")
    later = threading.Timer(0.3, first.rollback)
    later.start()

    Database.open(tmp_path, EVERYTHING).close()

    later.join()


def test_deleted_text_does_not_stay_in_the_file(tmp_path: Path) -> None:
    database = Database.open(tmp_path, EVERYTHING)
    database.set_meta("hemligt", "Kvastspettet vid Zebraxon")
    database.rows("delete from meta where name = 'hemligt'")
    database.close()

    assert all(b"Zebraxon" not in path.read_bytes() for path in tmp_path.iterdir())


def test_names_are_compared_without_regard_to_case(tmp_path: Path) -> None:
    assert 1 == Database.open(tmp_path, EVERYTHING).value(
        "select casefold('ÅDALEN') = casefold('ådalen')"
    )


def test_the_file_is_an_ordinary_one_that_other_tools_read(tmp_path: Path) -> None:
    Database.open(tmp_path, EVERYTHING).close()

    with sqlite3.connect(tmp_path / "library.sqlite") as connection:
        [(mode,)] = connection.execute("pragma journal_mode").fetchall()
    connection.close()

    assert "wal" == mode


def test_a_library_of_the_first_version_gets_what_later_ones_have(tmp_path: Path) -> None:
    old = Database.open(tmp_path, EVERYTHING)
    old.rows(
        "insert into document (id, text, pages, warnings, minutes, title, kind, ready) "
        "values ('a', '', '', '', '{}', '', '', 1)"
    )
    for key in (1, 2):
        old.rows("insert into chunk values (?, 1, 0, 0, 'text', '[]', null)", [key])
        vector = np.array([0.5, -0.75], dtype=STORED).tobytes()
        old.rows("insert into vector values (?, ?)", [key, vector])
    old.rows("drop table coarse")
    old.rows("drop index document_filters")
    old.rows("pragma user_version=1")
    old.close()

    upgraded = Database.open(tmp_path, EVERYTHING)

    expected = coarse([ChunkKey(1), ChunkKey(2)], np.array([[0.5, -0.75]] * 2, dtype=np.float32))
    assert [(1, expected)] == upgraded.rows("select document, vectors from coarse")
    assert SCHEMA_VERSION == upgraded.value("pragma user_version")
