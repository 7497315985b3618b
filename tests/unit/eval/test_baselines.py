"""Simple ways to choose sentences, for comparing with."""

import pytest

from eval.baselines import RANKINGS, bodies, extract, lead, oracle
from eval.gold import Half
from eval.summary_gold import Expected, ExpectedPoint
from eval.temporary import make_document
from rag.span import Span

SAID = [
    "Bryggan vid sjön är i dåligt skick.",
    "Kassan är god.",
    "Bryggan ska lagas i maj.",
    "Kaffet var slut.",
]
DOCUMENT = make_document(
    "möte.md", "# Möte\n\nNärvarande: Bo Ek, Eva Alm\n\n## 1. Bryggan\n\n" + " ".join(SAID)
)


def shown(spans: list[Span]) -> list[str]:
    return [span.of(DOCUMENT.text) for span in spans]


def test_headings_and_those_attending_are_not_chosen_among() -> None:
    found = shown(bodies(DOCUMENT))

    assert SAID == found[-4:]
    assert not any("Eva Alm" in one or "1." in one for one in found)


def test_lead_takes_the_first_that_fit() -> None:
    spans = bodies(DOCUMENT)
    words = sum(len(one.split()) for one in shown(spans[:2]))

    assert spans[:2] == extract(DOCUMENT, lead, most=words)
    assert spans[:1] == extract(DOCUMENT, lead, most=words - 1)


@pytest.mark.parametrize("name", RANKINGS)
def test_every_ranking_has_every_sentence_once(name: str) -> None:
    for rank in RANKINGS[name]:
        assert sorted(shown(bodies(DOCUMENT))) == sorted(
            shown(list(rank(DOCUMENT, bodies(DOCUMENT))))
        )


def test_the_oracle_knows_the_points() -> None:
    start = DOCUMENT.text.index("lagas i maj")
    point = ExpectedPoint(weight=3, places=(Span(start, start + 11),))
    expected = Expected(
        half=Half.TUNE,
        document=DOCUMENT,
        points=(point,),
        decisions=(),
        optional_decisions=(),
        actions=(),
    )

    assert [SAID[2]] == shown(oracle(expected, most=20))
    assert [] == shown(oracle(expected, most=2))
