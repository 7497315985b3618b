import json
import lzma
from pathlib import Path

from rag.training.texts import Section, Text, plain_text, read_texts, record_text


def test_a_record_is_read_by_its_fields() -> None:
    record = {
        "topic": "Badhuset",
        "title": "Fråga 12 av Bo Ek om badhuset",
        "summary": "Badhuset ska renoveras.",
        "questions": ["När öppnar det?", "Vad kostar det?"],
        "body": "Badhuset ska renoveras.\n\nDet är från 1962.\n\n## Tidplan\n\nDet öppnar i maj.",
    }

    expected = Text(
        title="Badhuset",
        summary="Badhuset ska renoveras.",
        questions=("När öppnar det?", "Vad kostar det?"),
        sections=(
            Section(heading="", paragraphs=("Det är från 1962.",)),
            Section(heading="Tidplan", paragraphs=("Det öppnar i maj.",)),
        ),
    )
    assert expected == record_text(record)


def test_a_section_is_named_with_what_it_is_part_of() -> None:
    text = record_text({"law": "Lag om bad", "heading": "Avgifter", "text": "Bad är gratis."})

    assert text.title == "Lag om bad Avgifter"


def test_soft_hyphens_are_left_out() -> None:
    assert record_text({"body": ["under\u00adsökning"]}).paragraphs == ("undersökning",)


def test_a_first_line_that_stands_alone_is_the_title() -> None:
    text = plain_text("Årsmöte\n\nAlla kom.\nDet blev sent.")

    assert text.title == "Årsmöte"
    assert text.paragraphs == ("Alla kom.\nDet blev sent.",)


def test_an_empty_file_is_an_empty_text() -> None:
    assert Text() == plain_text(" \n")


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "c.md").write_text("# Tre\n\nText.", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"title": "Två"}) + "\n", encoding="utf-8")
    with lzma.open(tmp_path / "a.jsonl.xz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"title": "Ett"}))
    (tmp_path / "d.pdf").write_bytes(b"%PDF")

    assert [text.title for text in read_texts([tmp_path])] == ["Ett", "Två", "Tre"]
