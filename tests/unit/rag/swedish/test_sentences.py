import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.span import Span
from rag.swedish.sentences import LIST_MARK, sentences

CLAUSE = """att införa en andra tur för skolskjutsen till den norra delen av kommunen
från den första augusti nästa år, om det finns förare i det bolag"""
GOES_ON = "Nämnden har efter en lång genomgång av alla handlingar bedömt\natt bron får byggas."
WRAPPED = """Flera föräldrar i den norra delen av kommunen har bett om att
Tallmora ska få en egen linje."""


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(" \n\n\t", [], id="white space"),
        pytest.param("Mötet öppnas", ["Mötet öppnas"], id="no full stop"),
        pytest.param(
            "Mötet öppnas. Alla hälsas välkomna!",
            ["Mötet öppnas.", "Alla hälsas välkomna!"],
            id="two sentences",
        ),
        pytest.param(
            "Vem tar bollen? Ingen svarade.",
            ["Vem tar bollen?", "Ingen svarade."],
            id="a question",
        ),
        pytest.param("Mötet börjar kl. 9.", ["Mötet börjar kl. 9."], id="kl."),
        pytest.param(
            "Deltog gjorde bl.a. Tor, t.ex. via länk.",
            ["Deltog gjorde bl.a. Tor, t.ex. via länk."],
            id="bl.a. and t.ex.",
        ),
        pytest.param(
            "Avgiften blir ca. 200 kr. Mötet godkände den.",
            ["Avgiften blir ca. 200 kr.", "Mötet godkände den."],
            id="kr. may end a sentence",
        ),
        pytest.param(
            "Avgiften blir 200 kr. per år.", ["Avgiften blir 200 kr. per år."], id="kr. in one"
        ),
        pytest.param(
            "Mötet hålls den 3. mars i Tallmora.",
            ["Mötet hålls den 3. mars i Tallmora."],
            id="an ordinal",
        ),
        pytest.param("Rektor B. Tallsten deltog.", ["Rektor B. Tallsten deltog."], id="initial"),
        pytest.param(
            'Hon sade "vi väntar." Sedan röstade alla.',
            ['Hon sade "vi väntar."', "Sedan röstade alla."],
            id="a full stop inside a quotation",
        ),
        pytest.param(
            "Kostnaden är 1.500 kronor och 2,5 procent.",
            ["Kostnaden är 1.500 kronor och 2,5 procent."],
            id="stops inside numbers",
        ),
        pytest.param(
            "- Tor fixar kaffe\n• Mira bokar lokal\n* Ylva skriver",
            ["Tor fixar kaffe", "Mira bokar lokal", "Ylva skriver"],
            id="bullets",
        ),
        pytest.param(
            "1. Anta budgeten\n2) Välja kassör\na) Hedda",
            ["Anta budgeten", "Välja kassör", "Hedda"],
            id="numbers and letters",
        ),
        pytest.param(
            "Styrelsen beslutar\natt anta planen\natt sända ut den",
            ["Styrelsen beslutar", "att anta planen", "att sända ut den"],
            id="att-clauses",
        ),
        pytest.param(GOES_ON, [GOES_ON], id="a wrapped line that goes on with att"),
        pytest.param(
            "Med tio röster mot åtta beslutar nämnden efter en lång dragning\natt bron får byggas.",
            [
                "Med tio röster mot åtta beslutar nämnden efter en lång dragning",
                "att bron får byggas.",
            ],
            id="a long line that decides",
        ),
        pytest.param(
            f"{CLAUSE}\natt betala turen", [CLAUSE, "att betala turen"], id="a clause after another"
        ),
        pytest.param("## Ekonomi\nKassan är god.", ["Ekonomi", "Kassan är god."], id="a heading"),
        pytest.param(
            "§ 12 Skolskjuts\nEleverna åker buss.",
            ["§ 12 Skolskjuts", "Eleverna åker buss."],
            id="a paragraph's heading",
        ),
        pytest.param(
            "Plats\nTallmora\nTid\n9–12", ["Plats", "Tallmora", "Tid", "9–12"], id="labels"
        ),
        pytest.param(
            "Eleverna har\nlångt till skolan.",
            ["Eleverna har\nlångt till skolan."],
            id="a line that goes on in lower case",
        ),
        pytest.param(
            WRAPPED,
            [WRAPPED],
            id="a long line that is wrapped before a name",
        ),
        pytest.param(
            "Eleverna har långt\n\ntill skolan.",
            ["Eleverna har långt", "till skolan."],
            id="a blank line parts",
        ),
        pytest.param("Ett.\r\nTvå.\r\n", ["Ett.", "Två."], id="Windows line ends"),
    ],
)
def test_text_is_split_as_a_reader_would(text: str, expected: list[str]) -> None:
    assert expected == split(text)


def test_only_the_given_span_is_split() -> None:
    text = "Ett möte. Två möten. Tre möten."

    assert [Span(10, 20)] == sentences(text, Span(9, 21))


# What forces decisions: ends, marks, line ends, abbreviations, letters of both cases.
PIECES = st.sampled_from(
    ["a", "Å", "ö", "Ord", "kr", "t.ex", "§", "att ", "1", ".", ".", "!", "?", '"', ")", " ", " "],
) | st.sampled_from(["\n", "\n\n", "\r\n", "- ", "1. ", "a) ", "# ", "|", "  \n", "\t", "\u2028"])
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60)


@given(TEXTS)
def test_sentences_are_in_order_and_apart(text: str) -> None:
    found = sentences(text)

    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 <= span.start < span.end <= len(text) for span in found)


@given(TEXTS)
def test_sentences_have_no_white_space_around_them(text: str) -> None:
    assert all(part == part.strip() != "" for part in split(text))


@given(TEXTS)
def test_nothing_is_lost_but_white_space_and_list_marks(text: str) -> None:
    found = sentences(text)
    ends = [0, *(span.end for span in found)]
    starts = [*(span.start for span in found), len(text)]

    between = [text[end:start] for end, start in zip(ends, starts, strict=True)]

    assert [] == [left for left in between if not all(map(_is_mark, left.splitlines()))]


def _is_mark(line: str) -> bool:
    return not line.strip() or LIST_MARK.fullmatch(f"{line} ") is not None


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_a_part_is_split_within_its_bounds(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))

    assert all(start <= span.start <= span.end <= end for span in sentences(text, Span(start, end)))


def test_a_line_of_a_hundred_thousand_full_stops_is_split_at_once() -> None:
    assert 1 == len(sentences("." * 100_000))


def test_the_words_of_a_sentence_are_the_words_of_the_text() -> None:
    text = "Kassan är god. Avgiften höjs!\n- Ny bro byggs\n"

    assert re.findall(r"\w+", text) == [w for part in split(text) for w in re.findall(r"\w+", part)]
