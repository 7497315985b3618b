"""First questions drawn from what the minutes are about."""

from dataclasses import replace
from datetime import date

import pytest

from rag.minutes import Document, MeetingDate
from ui.choosing.suggest import suggestions


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
            "Ekdals bad", "Badet i Ekdal hålls", "Vad sades om Ekdals bad?", id="proper name"
        ),
        pytest.param("Ny simhall, byggstart", "", "Vad sades om ny simhall?", id="afterthought"),
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


def test_a_season_is_no_day_to_ask_about(document: Document) -> None:
    season = MeetingDate(first=date(2024, 9, 1), last=date(2024, 11, 30))
    routine = with_title(document, "Val av justerare")

    assert suggestions([replace(routine, minutes=replace(routine.minutes, date=season))]) == ()
