import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.clauses import split_clauses
from rag.span import Span


def clauses(text: str) -> list[str]:
    return [part.of(text) for part in split_clauses(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mötet beslutar att höja avgiften, att sänka hyran samt att Bo köper te.",
            ["Mötet beslutar att höja avgiften", "att sänka hyran", "att Bo köper te."],
            id="several",
        ),
        pytest.param(
            "att anta planen, dels att sända den på samråd",
            ["att anta planen", "att sända den på samråd"],
            id="without a lead",
        ),
        pytest.param(
            "Nämnden beslutar att ge Bo i uppdrag att söka bidrag och att köpa cyklar.",
            ["Nämnden beslutar att ge Bo i uppdrag att söka bidrag och att köpa cyklar."],
            id="a clause inside another",
        ),
        pytest.param(
            "Nämnden beslutar att ge Bo i uppdrag att söka bidrag, att höja avgiften.",
            ["Nämnden beslutar att ge Bo i uppdrag att söka bidrag", "att höja avgiften."],
            id="a comma ends the inner clause",
        ),
        pytest.param("Beslut: bifall", ["Beslut: bifall"], id="no clause"),
        pytest.param(
            "Mötet godkänner rapporten om att kön växer och att kassan är tom.",
            ["Mötet godkänner rapporten om att kön växer och att kassan är tom."],
            id="what a noun says",
        ),
    ],
)
def test_a_decision_is_parted_into_its_att_clauses(text: str, expected: list[str]) -> None:
    assert expected == clauses(text)


@given(st.lists(st.sampled_from(("beslutar ", "att ", "och ", ", ", "höja ", "\n"))).map("".join))
def test_the_clauses_lie_in_order_in_the_sentence(text: str) -> None:
    end = 0
    for part in split_clauses(text, Span(0, len(text))):
        assert end <= part.start <= part.end <= len(text)
        end = part.end
