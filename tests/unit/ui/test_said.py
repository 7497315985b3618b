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
            "Filen a.xyz är av okänd sort och kan inte läsas; spara den som .txt, .odt eller .pdf.",
            "The file a.xyz is of a kind that cannot be read; save it in another: .txt, .odt or "
            ".pdf.",
            id="a choice in it",
        ),
        pytest.param(
            "Språkmodellen x:y svarade inte i tid. Svaret är därför ordagranna utdrag.",
            "The language model x:y did not answer in time. The answer is therefore verbatim "
            "extracts.",
            id="a reason in it",
        ),
        pytest.param(
            "2 meningar från språkmodellen saknar belägg i protokollen.",
            "Without support in the minutes, of what the language model wrote: 2 sentences.",
            id="so many sentences",
        ),
        pytest.param(
            "Språkmodellen x:y hade otur. Svaret är därför ordagranna utdrag.",
            "Språkmodellen x:y hade otur. The answer is therefore verbatim extracts.",
            id="another reason",
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
