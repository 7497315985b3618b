"""Uploaded files are kept in the library's folder."""

import hashlib
from pathlib import Path

import pytest

from rag.errors import ReadError
from rag.minutes import DocumentId
from rag.settings import Settings
from ui import uploads


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(library=tmp_path / "library")


def test_a_kept_file_has_its_name_and_content(settings: Settings) -> None:
    path = uploads.keep(settings, "Årsmöte 2024.txt", b"Protokoll")

    assert settings.library / "uploads" / "Årsmöte 2024.txt" == path
    assert path.read_bytes() == b"Protokoll"
    assert [path] == list(path.parent.iterdir())


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


def test_forgetting_a_document_deletes_its_uploaded_copies_only(settings: Settings) -> None:
    gone = uploads.keep(settings, "a.txt", b"ett")
    kept = uploads.keep(settings, "b.txt", b"annat")

    uploads.forget(settings, DocumentId(hashlib.sha256(b"ett").hexdigest()))

    assert not gone.exists()
    assert kept.exists()
