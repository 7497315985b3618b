import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.grounding import check
from rag.results import Support

QUOTE = "Styrelsen beslutade att höja\navgiften till 200 000 kronor från den 1 mars 2024."


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(QUOTE, id="the whole"),
        pytest.param("höja avgiften", id="across a line end"),
        pytest.param("avgiften till 200 000 kronor", id="a part with a number"),
        pytest.param("  höja   avgiften ", id="other white space"),
        pytest.param("den 1 mars 2024", id="a number at its end"),
    ],
)
def test_verbatim_words_are_supported(statement: str) -> None:
    assert Support.SUPPORTED is check(statement, [QUOTE])


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("Avgiften höjs till 200 000 kronor.", id="inflected"),
        pytest.param("Den 1 mars 2024 höjs avgiften.", id="another order"),
        pytest.param("Styrelsen beslutade att höja avgiften till 200", id="a number cut short"),
    ],
)
def test_the_same_words_in_another_way_are_partly_supported(statement: str) -> None:
    assert Support.PARTLY is check(statement, [QUOTE])


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("", id="nothing"),
        pytest.param("och att", id="nothing said"),
        pytest.param("höja avgiften till 300 000 kronor", id="another number"),
        pytest.param("höja avgiften till 20", id="a number cut within"),
        pytest.param("sänka avgiften till 200 000 kronor", id="another verb"),
        pytest.param("Nämnden beslutade att höja avgiften", id="another actor"),
        pytest.param("Styrelsen beslutade att inte höja avgiften", id="a negation added"),
        pytest.param("elsen beslutade", id="a word cut"),
    ],
)
def test_other_statements_are_not_supported(statement: str) -> None:
    assert Support.UNSUPPORTED is check(statement, [QUOTE])


def test_words_torn_from_two_quotes_are_not_verbatim() -> None:
    assert Support.PARTLY is check("avslår ansökan", ["Nämnden avslår", "ansökan beviljas"])


def test_no_quote_supports_nothing() -> None:
    assert Support.UNSUPPORTED is check("Avgiften höjs.", [])


WORDS = st.sampled_from(
    "styrelsen beslutade höja avgiften till 200 kronor inte den 1 mars 2024 , nätverket".split()
)
TEXTS = st.lists(WORDS, min_size=1, max_size=12)


@given(TEXTS)
def test_a_text_supports_itself(text: list[str]) -> None:
    assert Support.SUPPORTED is check(" ".join(text), ["\n".join(text)])


@given(TEXTS, st.integers(0, 20), st.sampled_from(["7", "vindkraft", "§9", "avstyrka"]))
def test_a_quote_with_a_word_exchanged_is_never_supported(
    text: list[str], place: int, strange: str
) -> None:
    altered = list(text)
    altered[place % len(text)] = strange

    assert Support.UNSUPPORTED is check(" ".join(altered), [" ".join(text)])


@given(TEXTS, st.integers(0, 90), st.sampled_from("0123456789"))
def test_a_quote_with_a_digit_put_in_is_never_supported(
    text: list[str], place: int, digit: str
) -> None:
    quote = " ".join(text)
    place %= len(quote) + 1
    altered = quote[:place] + digit + quote[place:]

    assert Support.SUPPORTED is not check(altered, [quote])


@given(TEXTS, st.integers(0, 90))
def test_a_quote_with_a_letter_taken_out_is_never_supported(text: list[str], place: int) -> None:
    quote = f"först {' '.join(text)} sist"
    letters = [n for n, character in enumerate(quote) if character.isalnum()]
    gone = letters[place % len(letters)]
    altered = quote[:gone] + quote[gone + 1 :]

    assert Support.SUPPORTED is not check(altered, [quote])


@given(TEXTS, st.lists(TEXTS, max_size=3))
def test_more_quotes_never_support_less(text: list[str], more: list[list[str]]) -> None:
    rank = [Support.UNSUPPORTED, Support.PARTLY, Support.SUPPORTED].index
    statement, quotes = " ".join(text), [" ".join(one) for one in more]

    assert rank(check(statement, quotes[:1])) <= rank(check(statement, quotes))
