"""How the files that are handed out are called."""

from ui.widgets.export_menu import LONGEST_NAME, file_stem


def test_a_long_name_keeps_its_day() -> None:
    body = "Kultur-, fritids- och folkhälsonämndens utskott för anläggningar, föreningar och bidrag"

    stem = file_stem(f"Sammanfattning {body} 18 november 2025")

    assert stem.startswith("Sammanfattning Kultur-, fritids- och folkhälsonämndens …")
    assert stem.endswith(" … och bidrag 18 november 2025")
    assert len(stem) <= LONGEST_NAME + 3


def test_a_long_word_is_cut() -> None:
    assert len(file_stem("a" * 200)) == LONGEST_NAME + 3
