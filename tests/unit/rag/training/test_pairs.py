from random import Random

from rag.training.pairs import Pair, make_pairs, passages, text_pairs
from rag.training.texts import Section, Text

TEXT = Text(
    title="Badhuset",
    summary="Badhuset renoveras.",
    questions=("När öppnar det?",),
    sections=(
        Section(heading="", paragraphs=("Det är från 1962.",)),
        Section(heading="Tidplan", paragraphs=("Det öppnar i maj.",)),
    ),
)
BODY = "Det är från 1962.\nDet öppnar i maj."


def test_what_names_a_text_is_paired_with_its_body_and_a_heading_with_its_section() -> None:
    expected = [
        Pair("Badhuset", BODY),
        Pair("Badhuset renoveras.", BODY),
        Pair("När öppnar det?", BODY),
        Pair("Tidplan", "Det öppnar i maj."),
    ]

    assert expected == list(text_pairs(TEXT, Random(1)))  # noqa: S311 - no secret


def test_a_sentence_is_paired_with_the_rest_of_its_passage() -> None:
    told = [f"Förvaltningen har undersökt frågan nummer {number} noga." for number in range(5)]
    text = Text(sections=(Section(heading="", paragraphs=(" ".join(told),)),))

    (pair,) = text_pairs(text, Random(1))  # noqa: S311 - no secret

    rest = [sentence for sentence in told if sentence != pair.query]
    assert rest == [f"{part}." for part in " ".join(pair.passage.split())[:-1].split(". ")]


def test_short_passages_are_joined_within_a_section_only() -> None:
    sections = (
        Section(heading="", paragraphs=("Ett.", "Två.")),
        Section(heading="", paragraphs=("Tre.",)),
    )

    assert list(passages(Text(sections=sections))) == ["Ett.\nTvå.", "Tre."]


def test_the_same_seed_gives_the_same_pairs() -> None:
    texts = [TEXT] * 20

    assert make_pairs(texts, seed=1) == make_pairs(texts, seed=1)
    assert make_pairs(texts, seed=1) != make_pairs(texts, seed=2)
