"""What is said to go, and to stay, with a meeting."""

from dataclasses import replace
from pathlib import Path

import pytest

from rag.minutes import Document
from ui.choosing.removal import removal

UPLOADS = Path("/bibliotek/uploads")


def test_what_was_understood_and_done_is_counted(document: Document) -> None:
    text, own, _ = removal(document, edits=2, corrections=1, uploads=UPLOADS)

    assert "2\xa0punkter, 1\xa0beslut, 1\xa0uppdrag, 1\xa0person" in text
    assert "2\xa0ändrade rader i sammanfattningen, 1\xa0rättad uppgift" in own


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        pytest.param("/bibliotek/uploads/a.txt", "Filen a.txt, som lades till", id="uploaded"),
        pytest.param("/hem/a.txt", "Din egen fil rörs inte: /hem/a.txt", id="own"),
        pytest.param(
            "/bibliotek/uploads/a.zip › b.txt",
            "låg i rörs inte: /bibliotek/uploads/a.zip",
            id="in an archive",
        ),
    ],
)
def test_it_is_told_what_becomes_of_the_file(
    document: Document, location: str, expected: str
) -> None:
    moved = replace(document, location=location)

    [_, of_file] = removal(moved, edits=0, corrections=0, uploads=UPLOADS)

    assert expected in of_file
