"""The room that a library's folder takes."""

from pathlib import Path

from rag.upkeep.occupied import occupied


def test_files_and_folders_are_counted_with_what_sqlite_writes_beside(tmp_path: Path) -> None:
    for name, size in (("a.sqlite", 10), ("a.sqlite-wal", 5), ("words/x/y", 7), (".lock", 0)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x" * size)

    assert {"a.sqlite": 15, "words": 7} == dict(occupied(tmp_path))


def test_no_folder_takes_no_room(tmp_path: Path) -> None:
    assert {} == dict(occupied(tmp_path / "none"))
