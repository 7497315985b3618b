"""Uploaded files are kept in the library's folder."""

import hashlib
from pathlib import Path

import pytest

from rag.errors import ReadError
from rag.minutes import DocumentId
from rag.settings import Settings
from ui.backends import uploads


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(library=tmp_path / "library")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("../../etc/passwd", "passwd", id="path"),
        pytest.param("..\\hemligt.txt", "hemligt.txt", id="windows path"),
        pytest.param("rad\nbrytning.md", "rad brytning.md", id="newline"),
        pytest.param(".dold.txt", "dold.txt", id="hidden"),
        pytest.param("<b>fet</b>.txt", "b .txt", id="markup"),
    ],
)
def test_a_name_cannot_leave_the_folder(name: str, expected: str) -> None:
    assert expected == uploads.safe_name(name)


def test_a_name_without_letters_is_refused() -> None:
    with pytest.raises(ReadError, match="saknar namn"):
        uploads.safe_name("///")


def test_a_long_name_is_cut_before_its_ending() -> None:
    assert f"{'a' * 100}.pdf" == uploads.safe_name(f"{'a' * 300}.pdf")


def test_forgetting_a_document_deletes_its_uploaded_copies_only(settings: Settings) -> None:
    folder = uploads.folder(settings)
    folder.mkdir(parents=True)
    gone, kept = folder / "a.txt", folder / "b.txt"
    gone.write_bytes(b"ett")
    kept.write_bytes(b"annat")

    uploads.forget(settings, DocumentId(hashlib.sha256(b"ett").hexdigest()))

    assert [kept] == list(folder.iterdir())
