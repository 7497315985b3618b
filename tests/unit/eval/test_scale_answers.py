"""Whole answers are measured by the kind of question."""

from eval.scale_answers import ALL, FORMS, answers
from eval.temporary import make_document, temporary_library
from rag.settings import Settings

TEXT = "Protokoll från Åvikens roddförening\n\n§ 1 Taket\nTaket läcker sedan i höstas.\n"


def test_each_kind_of_question_has_a_row_and_all_together_one() -> None:
    with temporary_library([make_document("rodd.txt", TEXT)], Settings()) as settings:
        rows = answers(settings.library, ["Taket läcker sedan i höstas."] * 12)

    assert [*FORMS, ALL] == [row.name for row in rows]
    assert all(0 < row.p50 <= row.p95 <= row.longest for row in rows)
