"""What a filled-in form corrects."""

from dataclasses import replace

import pytest

from rag.errors import CorrectionError
from rag.minutes import Document, Reading, Sureness
from ui.choosing.correcting import changes, corrected, written


def test_a_form_shows_fields_as_corrections_are_written(document: Document) -> None:
    shown = written(document.minutes)

    assert ("2024-03-04", "protokoll", "") == (shown["date"], shown["kind"], shown["place"])


def test_only_what_was_changed_is_corrected(document: Document) -> None:
    filled = written(document.minutes) | {"place": " Badhuset  i Ekdal ", "body": ""}

    assert {"place": "Badhuset i Ekdal", "body": ""} == changes(document.minutes, filled)
    assert {} == changes(document.minutes, written(document.minutes))


@pytest.mark.parametrize(
    ("filled", "corrected_to"),
    [
        pytest.param("den 19 november 2024", "2024-11-19", id="as the app writes it"),
        pytest.param("Tisdagen den 19 november 2024", "2024-11-19", id="with its day of the week"),
        pytest.param("4–5 mars 2025", "2025-03-04/2025-03-05", id="several days"),
        pytest.param("2025-03-04/2025-03-05", "2025-03-04/2025-03-05", id="as it is kept"),
        pytest.param("inte den 19 november 2024", "inte den 19 november 2024", id="with more"),
        pytest.param("i våras", "i våras", id="no date"),
    ],
)
def test_a_date_can_be_written_in_words(document: Document, filled: str, corrected_to: str) -> None:
    assert {"date": corrected_to} == changes(document.minutes, {"date": filled})


def test_a_meeting_keeps_its_title(document: Document) -> None:
    with pytest.raises(CorrectionError, match="Titel får inte vara tomt"):
        changes(document.minutes, {"title": " "})


def test_the_corrected_fields_are_known(document: Document) -> None:
    readings = (
        Reading(field="date", sureness=Sureness.CORRECTED),
        Reading(field="body", sureness=Sureness.LABELLED),
    )

    assert ("date",) == corrected(replace(document.minutes, readings=readings))
