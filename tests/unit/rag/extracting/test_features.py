"""What the answer to a question mostly holds."""

import re

import pytest

from rag.asks import Asks
from rag.extracting.features import expected_of
from rag.results import Understood


def expected(asks: Asks, text: str, *subject: str) -> re.Pattern[str]:
    found = expected_of(Understood(asked=text, reworded=text, asks=asks, subject=subject))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("sentence", "explains"),
    [
        pytest.param("Fyren är en mötesplats för unga.", True, id="is a"),
        pytest.param("Hon beskrev Fyren, en mötesplats för unga.", True, id="in apposition"),
        pytest.param("Nytt förslag, Fyren: ett kafé i hamnen.", True, id="after a colon"),
        pytest.param("Fyren riktar sig till unga.", True, id="is for"),
        pytest.param("Stöd till unga (Fyren) fortsätter.", True, id="in brackets"),
        pytest.param("Kötiden till Fyren är elva veckor.", False, id="tells something of it"),
        pytest.param("Kaféet är en mötesplats.", False, id="explains something else"),
    ],
)
def test_a_definition_explains_the_very_term(sentence: str, *, explains: bool) -> None:
    pattern = expected(Asks.DEFINITION, "Vad är Fyren?", "fyren")

    assert explains is bool(pattern.search(sentence))


@pytest.mark.parametrize(
    ("question", "sentence", "holds"),
    [
        pytest.param("Vad är hyran?", "Hyran är 6 500 kr i månaden.", True, id="money"),
        pytest.param("Vad är hyran?", "Hyran togs upp i punkt 4.", False, id="a number"),
        pytest.param("Hur många kom?", "Det kom 14 personer.", True, id="how many"),
        pytest.param("Hur många kom?", "Vi ses i sal C4.", False, id="the name of a room"),
        pytest.param("Vad kostar inträdet?", "Inträdet är gratis.", True, id="nothing to pay"),
    ],
)
def test_what_is_paid_is_told_in_money(question: str, sentence: str, *, holds: bool) -> None:
    assert holds is bool(expected(Asks.AMOUNT, question).search(sentence))
