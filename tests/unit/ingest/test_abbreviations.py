import pytest

from ingest.abbreviations import find_abbreviations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "till Arbetsförmedlingen (AF) och", [("AF", "Arbetsförmedlingen")], id="compound"
        ),
        pytest.param(
            "inom Västra Sjöviksregionen (VSR)", [("VSR", "Västra Sjöviksregionen")], id="words"
        ),
        pytest.param(
            "Samordnad individuell plan (SIP) görs",
            [("SIP", "Samordnad individuell plan")],
            id="three",
        ),
        pytest.param(
            "enligt Lagen om valfrihet (LOV)", [("LOV", "Lagen om valfrihet")], id="small words"
        ),
        pytest.param(
            "AF (Arbetsförmedlingen) deltar", [("AF", "Arbetsförmedlingen")], id="turned round"
        ),
        pytest.param("Kommunen (AF) deltar", [], id="letters that do not fit"),
        pytest.param("Maria Palm (MP) yrkar", [], id="a party"),
        pytest.param("Bilaga (A) bifogas", [], id="one letter"),
        pytest.param("mötet (OBS) ställs in", [], id="no long form"),
    ],
)
def test_an_abbreviation_is_what_the_letters_fit(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert expected == [(found.short, found.long) for found in find_abbreviations(text)]


def test_the_span_covers_both_forms() -> None:
    text = "Uppdrag till Arbetsförmedlingen (AF)."

    assert ["Arbetsförmedlingen (AF)"] == [a.span.of(text) for a in find_abbreviations(text)]
