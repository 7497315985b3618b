"""Replies are read sentence by sentence, while they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.generation.pieces import Piece
from rag.generation.reply import Claim, claims, read

REPLIES = [
    pytest.param("Taket lagas [1].", [("Taket lagas.", (1,))], id="before the stop"),
    pytest.param("Taket lagas. [1]", [("Taket lagas.", (1,))], id="after the stop"),
    pytest.param("Taket lagas [1][2].", [("Taket lagas.", (1, 2))], id="two marks"),
    pytest.param("Taket lagas [1, 2].", [("Taket lagas.", (1, 2))], id="two in one"),
    pytest.param("Taket lagas [1 och 2].", [("Taket lagas.", (1, 2))], id="och"),
    pytest.param("Taket lagas [källa 3].", [("Taket lagas.", (3,))], id="word"),
    pytest.param("Taket lagas 【4】.", [("Taket lagas.", (4,))], id="other brackets"),
    pytest.param("Taket lagas.", [("Taket lagas.", ())], id="no mark"),
    pytest.param("- **Taket** lagas [1]", [("Taket lagas", (1,))], id="list"),
    pytest.param("Så här:\n1. Taket lagas [1]", [("Taket lagas", (1,))], id="introduction"),
    pytest.param("<think>Hm [9].</think>Ja [1].", [("Ja.", (1,))], id="thought"),
    pytest.param("<think>Hm, utan slut [9].", [], id="open thought"),
    pytest.param("[1]\n[2]", [], id="marks alone"),
    pytest.param(
        "Kl. 9 bl.a. kaffe. [1] Sedan te. [2]",
        [("Kl. 9 bl.a. kaffe.", (1,)), ("Sedan te.", (2,))],
        id="abbreviations",
    ),
    pytest.param("", [], id="nothing"),
]


@pytest.mark.parametrize(("reply", "expected"), REPLIES)
def test_sentences_and_the_sources_they_name(
    reply: str, expected: list[tuple[str, tuple[int, ...]]]
) -> None:
    assert expected == [(claim.text, claim.cited) for claim in read(reply)]


@given(
    st.lists(
        st.sampled_from(
            [
                "Taket lagas",
                "Kl. 9",
                " [1]",
                "[",
                "]",
                ". ",
                "\n",
                "- ",
                "**",
                ":",
                "<think>",
                "</think>",
                "Avgiften höjs",
                " 12",
                " 【2, 3】",
                "!",
                "källa",
            ]
        ),
        max_size=12,
    ).map("".join)
)
def test_letter_by_letter_or_at_once_is_the_same(reply: str) -> None:
    assert read(reply) == list(claims(map(Piece, reply)))


def test_a_sentence_comes_before_the_next_is_whole() -> None:
    pieces = iter([Piece("Taket lagas [1]. Av"), Piece("giften höjs.")])

    assert Claim(text="Taket lagas.", cited=(1,)) == next(claims(pieces))
    assert [Piece("giften höjs.")] == list(pieces)


def test_the_last_sentence_of_a_cut_reply_is_known_for_it() -> None:
    pieces = [Piece("Taket lagas. Avgiften"), Piece("", is_cut=True), Piece("")]

    assert [False, True] == [claim.is_cut for claim in claims(pieces)]
