import pytest

from eval.rephrasing import rephrasings, shortenings


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        pytest.param("Mötet hålls den 4/3.", "Mötet hålls den 4 mars.", id="day in words"),
        pytest.param("Start den 4 mars 2024.", "Start 2024-03-04.", id="day in digits"),
        pytest.param("Mötet köper tre cyklar.", "Mötet köper 3 cyklar.", id="count"),
        pytest.param(
            "Det kostar 2,1 miljoner kronor.", "Det kostar 2 100 000 kronor.", id="amount"
        ),
        pytest.param("Det kostar 2 100 kr.", "Det kostar 2100 kr.", id="thousands"),
        pytest.param("Samtliga deltar.", "Samtliga medverkar.", id="synonym"),
    ],
)
def test_the_same_is_said_in_other_words(sentence: str, other: str) -> None:
    assert other in set(rephrasings(sentence))


def test_a_sentence_without_clauses_is_not_shortened() -> None:
    assert [] == list(shortenings("Nämnden höjer avgiften."))
