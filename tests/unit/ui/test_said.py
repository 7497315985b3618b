"""Sentences made in Swedish where their facts are known are told in the reader's language."""

import pytest

from ui.language import Language, told
from ui.said import said, values


@pytest.mark.parametrize(
    ("sentence", "english"),
    [
        pytest.param(
            "Filen möte 1.txt är tom; spara den på nytt.",
            "The file möte 1.txt is empty; save it anew.",
            id="a file",
        ),
        pytest.param(
            "Biblioteket har möten från 3 mars 2023 till 12 november 2024.",
            "The library has meetings from 3 March 2023 to 12 November 2024.",
            id="dates in it",
        ),
        pytest.param(
            "vektorregistret hittar 99,5 % av de tio närmaste textstyckena",
            "the index of vectors finds 99.5 % of the ten nearest passages",
            id="a share in it",
        ),
        pytest.param(
            "Protokollet nämner inte bryggan.", "Protokollet nämner inte bryggan.", id="not known"
        ),
        pytest.param("", "", id="nothing"),
    ],
)
def test_known_sentences_are_english(sentence: str, english: str) -> None:
    with told(Language.ENGLISH):
        assert english == said(sentence)


def test_all_sentences_stay_as_they_are_in_swedish() -> None:
    assert "Filen a.txt är tom; spara den på nytt." == said(
        "Filen a.txt är tom; spara den på nytt."
    )


@pytest.mark.parametrize(
    ("template", "sentence", "found"),
    [
        pytest.param("Abc.", "Abc.", {}, id="no places"),
        pytest.param("Abc.", "Abc. D", None, id="more after it"),
        pytest.param("A {b} c", "A b c d c", {"b": "b c d"}, id="the ending comes twice"),
        pytest.param("{a}: {b}", "x: y: z", {"a": "x", "b": "y: z"}, id="the first place is short"),
        pytest.param("A {b}", "A ", {"b": ""}, id="an empty value"),
        pytest.param("{a} av {b}.", " av .", {"a": "", "b": ""}, id="all empty"),
        pytest.param("ab{c}ba", "aba", None, id="the ends overlap"),
    ],
)
def test_values_stand_where_the_form_has_names(
    template: str, sentence: str, found: dict[str, str] | None
) -> None:
    assert found == values(template, sentence)
