from fractions import Fraction

import pytest

from rag.grounding.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        pytest.param("2 100 000 kr", Fraction(2_100_000), "kronor", id="spaces"),
        pytest.param("2,1 miljoner kronor", Fraction(2_100_000), "kronor", id="millions"),
        pytest.param("2,1 mnkr", Fraction(2_100_000), "kronor", id="abbreviated"),
        pytest.param("tjugofem deltagare", Fraction(25), "", id="in words"),
        pytest.param("12,5 %", Fraction(1, 8), "andel", id="a share"),
        pytest.param("två tredjedelar", Fraction(2, 3), "andel", id="a fraction"),
        pytest.param("hälften", Fraction(1, 2), "andel", id="half"),
        pytest.param("5kr", Fraction(5), "kronor", id="no space"),
    ],
)
def test_a_number_has_a_value_and_a_unit(text: str, value: Fraction, unit: str) -> None:
    [number] = find_numbers(text)

    assert (value, unit) == (number.value, number.unit)


@pytest.mark.parametrize("text", ["den 4 mars 2024", "kl. 18.05", "§ 45", "KS 2023/145", "B4a"])
def test_times_and_references_are_no_numbers(text: str) -> None:
    assert () == find_numbers(text)
