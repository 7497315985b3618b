"""First questions drawn from what the minutes are about."""

from dataclasses import replace

import pytest

from rag.minutes import Document
from ui.suggest import suggestions


def with_title(document: Document, title: str, text: str = "") -> Document:
    item = replace(document.minutes.items[0], title=title)
    return replace(document, text=text, minutes=replace(document.minutes, items=(item,)))


def test_a_decided_item_is_asked_about_before_a_routine_one(document: Document) -> None:
    assert suggestions([document]) == ("Vad beslutades om bryggan vid Långsjön?",)


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        pytest.param("Skolskjuts", "", "Vad sades om skolskjuts?", id="common noun"),
        pytest.param("ESF-projekt", "", "Vad sades om ESF-projekt?", id="abbreviation"),
        pytest.param(
            "Ekdals bad", "Badet i Ekdals hamn", "Vad sades om Ekdals bad?", id="proper name"
        ),
    ],
)
def test_the_subject_reads_as_in_mid_sentence(
    document: Document, title: str, text: str, expected: str
) -> None:
    assert (expected,) == suggestions([with_title(document, title, text)])


def test_minutes_with_routine_items_only_are_asked_who_attended(document: Document) -> None:
    routine = with_title(document, "Val av justerare")

    assert suggestions([routine]) == ("Vilka deltog den 4 mars 2024?",)


def test_an_empty_library_suggests_nothing() -> None:
    assert suggestions([]) == ()
