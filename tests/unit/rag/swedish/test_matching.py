import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rag.swedish.matching import ALIKE, IN_COMPOUND, Subject, Vocabulary, likeness, may_have
from rag.swedish.words import fold, words

SWEDISH = "abcdefghijklmnoprstuvyåäö"
WORDS = st.text(alphabet=SWEDISH, min_size=1, max_size=14)
MIXED = st.text(alphabet="aberstö0123-§", min_size=1, max_size=10)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        pytest.param("kommunerna", "kommun", id="inflected noun"),
        pytest.param("skolskjuts", "skolskjutsen", id="definite"),
        pytest.param("skolskjuts", "skolskjutsar", id="plural"),
        pytest.param("avgift", "avgiften", id="ending"),
        pytest.param("oppettider", "öppettider", id="typed without ö"),
        pytest.param("museum", "museet", id="Latin"),
        pytest.param("jubileet", "jubileum", id="Latin, definite first"),
        pytest.param("gymnasium", "gymnasiet", id="Latin in -ium"),
        pytest.param("2024", "2024", id="a year"),
        pytest.param("2024", "2024-03-04", id="the year of a date"),
        pytest.param("§45", "§45", id="a paragraph"),
    ],
)
def test_forms_of_one_word_are_wholly_alike(word: str, other: str) -> None:
    assert 1.0 == likeness(word, other)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        pytest.param("skjuts", "skolskjuts", id="last part"),
        pytest.param("skola", "skolaskjuts", id="first part"),
        pytest.param("esf", "esf-projekt", id="short, before a hyphen"),
        pytest.param("eu", "eu-medel", id="two letters, before a hyphen"),
        pytest.param("buller", "bullermätning", id="first part, not inflected"),
    ],
)
def test_parts_of_compounds_are_nearly_alike(word: str, other: str) -> None:
    assert IN_COMPOUND == likeness(word, other)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        pytest.param("vindkraftverken", "vindkraftvreken", id="letters swapped near the end"),
        pytest.param("samordningsförbund", "samordningförbund", id="a letter left out"),
        pytest.param("kollektivtrafiken", "kolektivtrafiken", id="a letter not doubled"),
    ],
)
def test_slips_are_rather_alike(word: str, other: str) -> None:
    assert ALIKE <= likeness(word, other) <= 1


@pytest.mark.parametrize(
    ("word", "other"),
    [
        pytest.param("hund", "katt", id="other words"),
        pytest.param("esf", "professf", id="short inside a word"),
        pytest.param("2024", "2025", id="another year"),
        pytest.param("45", "450", id="a part of a number"),
        pytest.param("§45", "§46", id="another paragraph"),
        pytest.param("200", "200000", id="a number that goes on"),
        pytest.param("utredning", "utbildning", id="like ends"),
    ],
)
def test_other_words_and_numbers_are_not_alike(word: str, other: str) -> None:
    assert 0.0 == likeness(word, other)


@given(WORDS | MIXED)
def test_a_word_is_like_itself(word: str) -> None:
    assert 1.0 == likeness(word, word)


@given(WORDS | MIXED, WORDS | MIXED)
def test_likeness_is_a_share(word: str, other: str) -> None:
    assert 0 <= likeness(word, other) <= 1


@given(WORDS | MIXED)
def test_digits_are_never_nearly_right(number: str) -> None:
    assume(any(character.isdigit() for character in number))

    assert likeness(number, f"{number}7") in {0.0, 1.0}


@given(
    st.lists(WORDS | MIXED, min_size=1, max_size=4, unique=True),
    st.lists(WORDS | MIXED, max_size=5),
)
def test_presence_is_the_best_likeness_of_each_word(subject: list[str], said: list[str]) -> None:
    expected = tuple(max((likeness(w, s) for s in said), default=0.0) for w in subject)

    assert expected == Subject(dict.fromkeys(subject, 1.0)).presence(said)


@given(st.dictionaries(WORDS, st.floats(0.1, 9), max_size=4), st.lists(WORDS, max_size=6))
def test_coverage_is_a_share(weights: dict[str, float], said: list[str]) -> None:
    subject = Subject(weights)

    assert 0 <= subject.coverage(subject.presence(said)) <= 1 + 1e-9


def test_a_rare_word_weighs_more() -> None:
    subject = Subject({"vindkraft": 3.0, "möte": 1.0})

    assert pytest.approx(0.75) == subject.coverage(subject.presence(["vindkraften"]))


def test_words_that_are_not_present_are_told() -> None:
    subject = Subject({"vindkraft": 3.0, "badhus": 1.0})

    assert ("badhus",) == subject.absent(subject.presence(["vindkraften"]))


@given(st.lists(WORDS | MIXED, max_size=8), st.lists(WORDS | MIXED, max_size=3))
def test_a_subject_means_none_of_the_words_that_are_not_near(
    said: list[str], asked: list[str]
) -> None:
    subject = Subject(dict.fromkeys(asked, 1.0))
    meant = {word for word in said if any(subject.presence((word,)))}

    assert meant <= Vocabulary(said).near(subject)


@pytest.mark.parametrize("printed", ["EU-dagen", "EU- dagen", "dagen för EU"])
def test_the_halves_of_a_word_with_a_hyphen_may_stand_apart(printed: str) -> None:
    subject = Subject({"eu-dagen": 1.0})

    assert all(subject.presence(words(printed)))


def test_without_a_subject_nothing_is_covered() -> None:
    subject = Subject({})

    assert () == subject.presence(["ord"])
    assert 0.0 == subject.coverage(())


def test_a_word_is_meant_by_all_the_words_that_stand_for_it() -> None:
    subject = Subject(
        {"sof": 1.0, "avgift": 1.0}, {"sof": [("samordnad", "form"), ("federation",)]}
    )

    assert (1.0, 0.0) == subject.presence(["samordnade", "former"])
    assert (1.0, 0.0) == subject.presence(["federationen"])
    assert (0.0, 1.0) == subject.presence(["form", "avgiften"])


@given(st.text(alphabet="abeö", min_size=1, max_size=7), st.text(alphabet="abeö-", min_size=1))
def test_the_quick_test_of_many_texts_misses_no_word_that_is_alike(word: str, other: str) -> None:
    text = fold(f"eva | {other} | klas")

    assert may_have(["bo", word])(text) or not (fold(word) == fold(other) or likeness(word, other))


@given(WORDS, st.integers(0, 13), st.sampled_from(["", "s", "en", "arna"]))
def test_nor_one_that_is_misspelt_or_inflected(word: str, place: int, ending: str) -> None:
    other = word[:place] + word[place + 1 :] + ending

    assert may_have([word])(fold(f"eva | {other}")) or not likeness(word, other)
