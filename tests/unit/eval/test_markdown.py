import pytest

from eval.markdown import safe, table


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a|b", r"a\|b", id="a column's border"),
        pytest.param("två\nrader", "två rader", id="two lines"),
        pytest.param("<b>", r"\<b\>", id="HTML"),
        pytest.param("Årsmöte 2024", "Årsmöte 2024", id="plain words"),
    ],
)
def test_marks_in_words_are_escaped(text: str, expected: str) -> None:
    assert expected == safe(text)


def test_a_table_has_a_line_for_its_head_its_rule_and_each_row() -> None:
    assert "| A | B |\n| --- | --- |\n| 1 | 2 |" == table(("A", "B"), [("1", "2")])
