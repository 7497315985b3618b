"""Paragraphs and registration numbers are found however they are written."""

import pytest

from rag.understanding.references import normalised, references, without_registration


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Vad står i § 45?", "§ 45"),
        ("Vad står i §45?", "§ 45"),
        ("Vad står i paragraf 45?", "§ 45"),
        ("Vad säger paragrafen 45 a?", "§ 45a"),
        ("Vad beslutades i §§ 45-47?", "§ 45, § 46, § 47"),
        ("Vad beslutades i §§ 45–46?", "§ 45, § 46"),
        ("Vad beslutades i § 45-9?", "§ 45"),
        ("What does paragraph 7 say?", "§ 7"),
        ("Vad beslutades om KS 2023/145?", "KS 2023/145"),
        ("Vad beslutades om KS2023/145?", "KS 2023/145"),
        ("Vad beslutades om KS-2023-145?", "KS 2023/145"),
        ("Vad beslutades om BUN 2023:7?", "BUN 2023/7"),
        ("Vad beslutades om dnr 2023-145?", "2023/145"),
        ("Vad beslutades om dnr ks 2023/145?", "KS 2023/145"),
        ("Vad beslutades om diarienummer 2023/9?", "2023/9"),
        ("Vad beslutades om 2023/145?", "2023/145"),
        ("§ 4 i KS 2023/145", "§ 4, KS 2023/145"),
    ],
)
def test_a_reference_is_found(question: str, expected: str) -> None:
    assert expected == ", ".join(reference.said for reference in references(question))


@pytest.mark.parametrize(
    "question",
    [
        "Vad gällde läsåret 2023/24?",
        "Vad gällde 2023/2024?",
        "Vad beslutades 2024-03-04?",
        "Vad sades den 4/3 2024?",
        "Vad kostar 45 stolar?",
        "Vad är SOF 2024?",
        "Vad står på sida 3/12?",
    ],
)
def test_other_numbers_are_no_references(question: str) -> None:
    assert [] == references(question)


def test_a_reference_is_written_as_minutes_print_it() -> None:
    expected = "Vad står i § 45 om KS 2023/145?"

    assert expected == normalised("Vad står i paragraf 45 om KS2023-145?")
    assert expected == normalised(expected)


def test_registration_numbers_can_be_left_out() -> None:
    assert "Vad sades om  igår?" == without_registration("Vad sades om KS 2023/145 igår?")
