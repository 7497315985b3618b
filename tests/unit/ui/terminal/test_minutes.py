"""Parsed minutes as plain text."""

from dataclasses import replace

from rag.minutes import Abbreviation, Document, DocumentId, Reading, Sureness
from rag.results import Meeting
from rag.span import Span
from ui.terminal.minutes import minutes_text


def test_everything_that_was_read_out_is_written(document: Document, meeting: Meeting) -> None:
    lines = minutes_text(document, [meeting]).splitlines()

    assert f"Id: {document.id}" in lines
    assert "  Tor Blad, justerare" in lines
    assert "  § 2 Bryggan vid Långsjön" in lines
    assert "    Beslut: Styrelsen beslutar att bygga en ny." in lines
    assert (
        "    Att göra (Ansvarig: Mira · Klart: senast den 1 maj): "
        "Mira beställer virke senast den 1 maj." in lines
    )


def test_a_field_says_how_sure_it_is_and_those_that_are_absent_are_named(
    document: Document, meeting: Meeting
) -> None:
    corrected = Reading(field="place", sureness=Sureness.CORRECTED)
    minutes = replace(document.minutes, place="Badhuset", readings=(corrected,), time=None)

    text = minutes_text(replace(document, minutes=minutes), [meeting])

    assert "Plats: Badhuset [rättat av användaren]\n" in text
    assert "Framgår inte: " in text
    assert "nästa möte\n" in text


def test_notes_without_headings_say_so(document: Document, meeting: Meeting) -> None:
    [_, item] = document.minutes.items
    whole = replace(item, title="", number=None)
    minutes = replace(document.minutes, items=(), unheaded=whole)

    text = minutes_text(replace(document, minutes=minutes), [meeting])

    assert "Punkter: inga, texten har inga rubriker\n    Beslut: Styrelsen beslutar" in text


def test_abbreviations_and_warnings_are_written(document: Document, meeting: Meeting) -> None:
    explained = Abbreviation(short="EB", long="Ekdals badförening", span=Span(0, 3))
    minutes = replace(document.minutes, abbreviations=(explained,))

    text = minutes_text(replace(document, minutes=minutes, warnings=("Sida 3 saknas.",)), [meeting])

    assert "Förkortningar\n  EB = Ekdals badförening\nVarning: Sida 3 saknas." in text


def test_other_files_of_the_meeting_are_named(document: Document, meeting: Meeting) -> None:
    answering = replace(meeting, document_id=DocumentId("cd" * 32), source="moten/justerat.pdf")

    text = minutes_text(document, [answering, meeting])

    assert "Samma möte: moten/justerat.pdf, som svaren hämtas ur\n" in text
    assert "Samma möte: moten/styrelsen.txt (den här filen)\n" in text
