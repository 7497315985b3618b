import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.swedish.words import STOP_WORDS, fold, is_content, ngrams, stem, stems, words

SWEDISH = "abcdefghijklmnopqrstuvwxyzåäöéü"
WORDS = st.text(alphabet=SWEDISH, min_size=1, max_size=24)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("Årsmötet ÄR öppnat!", ["årsmötet", "är", "öppnat"], id="lower case"),
        pytest.param("§ 45 och §46", ["§45", "och", "§46"], id="paragraphs"),
        pytest.param("§§ 51-58", ["§51", "58"], id="several paragraphs"),
        pytest.param("den 2024-03-04", ["den", "2024-03-04"], id="a date"),
        pytest.param("10/6 kl. 12.15", ["10/6", "kl", "12.15"], id="a day and an hour"),
        pytest.param("Dnr KS 2023/145.", ["dnr", "ks", "2023/145"], id="registration number"),
        pytest.param("4,5 procent", ["4,5", "procent"], id="a decimal"),
        pytest.param("ESF-projekt", ["esf-projekt"], id="a hyphen"),
        pytest.param("AF:s lokaler", ["af", "s", "lokaler"], id="a genitive colon"),
        pytest.param("barn- och ungdom", ["barn", "och", "ungdom"], id="a half compound"),
        pytest.param("A\u030arsmo\u0308te", ["årsmöte"], id="diacritics apart"),
        pytest.param("a_b", ["a", "b"], id="an underscore parts"),
    ],
)
def test_text_becomes_words(text: str, expected: list[str]) -> None:
    assert expected == words(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("kommun", "kommunerna", id="definite plural"),
        pytest.param("beslut", "besluten", id="neuter plural"),
        pytest.param("budgeten", "budget", id="definite"),
        pytest.param("avgiften", "avgifter", id="definite and plural"),
        pytest.param("mötets", "möten", id="genitive and plural"),
    ],
)
def test_inflections_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_stems_keep_their_order() -> None:
    assert ["kommun", "budget"] == stems(["kommunerna", "budgeten"])


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("och", False, id="function word"),
        pytest.param("får", False, id="function word with å"),
        pytest.param("fran", False, id="function word typed without å"),
        pytest.param("x", False, id="a single letter"),
        pytest.param("5", True, id="a single digit"),
        pytest.param("budget", True, id="a noun"),
        pytest.param("beslutade", True, id="a verb"),
    ],
)
def test_function_words_say_nothing_of_the_subject(word: str, *, expected: bool) -> None:
    assert expected is is_content(word)


def test_stop_words_are_folded() -> None:
    assert {fold(word) for word in STOP_WORDS} == STOP_WORDS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Åsa Öhman på Ärlan", "asa ohman pa arlan", id="å ä ö"),
        pytest.param("Idé Müller", "ide muller", id="é and ü"),
        pytest.param("KØBENHAVN Ærø", "kobenhavn aro", id="Danish"),
        pytest.param("A\u030asa", "asa", id="diacritics apart"),
    ],
)
def test_folding_is_what_one_types_without_the_keys(text: str, expected: str) -> None:
    assert expected == fold(text)


@given(st.text(alphabet=SWEDISH + SWEDISH.upper() + " §-", max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(text) == fold(fold(text))


@given(st.text(max_size=60))
def test_words_do_not_depend_on_how_diacritics_are_coded(text: str) -> None:
    assert words(unicodedata.normalize("NFC", text)) == words(unicodedata.normalize("NFD", text))


@given(st.text(alphabet=SWEDISH.upper() + SWEDISH + "0123456789 .-/§\n", max_size=60))
def test_words_are_stable(text: str) -> None:
    found = words(text)

    assert found == words(" ".join(found))


@given(WORDS)
def test_every_letter_is_in_an_ngram(word: str) -> None:
    grams = ngrams(word)

    assert set(word) <= set("".join(grams))
    assert all(gram in f"#{word}#" for gram in grams)


@given(WORDS, WORDS)
def test_a_compound_has_the_inner_ngrams_of_its_parts(one: str, other: str) -> None:
    inner = {gram for gram in ngrams(one) if "#" not in gram}

    assert inner <= set(ngrams(one + other))
