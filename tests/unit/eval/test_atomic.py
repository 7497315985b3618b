from pathlib import Path

import pytest

from eval.atomic import write_whole
from rag.errors import DatasetError


def test_a_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "rapport.md"
    path.write_text("gammalt")
    write_whole(path, "nytt å\n")

    assert path.read_bytes() == "nytt å\n".encode()
    assert [path] == list(tmp_path.iterdir())


def test_nothing_is_left_when_the_text_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "rapport.md"
    path.write_text("gammalt")

    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "halvt \ud800")
    assert path.read_text() == "gammalt"
    assert [path] == list(tmp_path.iterdir())


def test_nothing_is_left_when_the_place_is_taken_by_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "rapport.md"
    path.mkdir()

    with pytest.raises(DatasetError, match=r"rapport\.md kan inte skrivas"):
        write_whole(path, "text")
    assert [path] == list(tmp_path.iterdir())


def test_a_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="kontrollera mappen"):
        write_whole(tmp_path / "ingen" / "rapport.md", "text")
