import pytest

from ingest.lines import split_lines
from ingest.passages import read_passages
from rag.span import Span

WRAPPED = (
    "Vid mötet i september talade de länge om styrelsens och även\n"
    "Kommunernas förslag\noch så vidare."
)


def under(text: str, *, title: str = "Taxa") -> list[tuple[str, str]]:
    """Return what stands under which fixed heading."""
    passages = read_passages(text, Span(0, len(text)), split_lines(text), title=title)
    return [(passage.under, passage.said) for passage in passages if not passage.is_heading]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Yrkanden\nBo yrkar bifall.\n\nEva yrkar avslag.",
            [("yrkanden", "Bo yrkar bifall."), ("yrkanden", "Eva yrkar avslag.")],
            id="until the next heading",
        ),
        pytest.param(
            "Förslag: höj avgiften.\nAlla talade.",
            [("förslag", "höj avgiften."), ("", "Alla talade.")],
            id="a heading on the same line",
        ),
        pytest.param(
            "Uppdrag:\n- Bo skriver\n\nBeslut\nPlanen antas.",
            [("uppdrag", "Bo skriver"), ("beslut", "Planen antas.")],
            id="a list",
        ),
        pytest.param(WRAPPED, [("", WRAPPED)], id="the rest of a sentence is no heading"),
    ],
)
def test_a_passage_stands_under_the_heading_above_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert expected == under(text)


def test_an_items_title_may_be_the_heading() -> None:
    assert [("reservation", "Eva Ek (S)")] == under("Eva Ek (S)", title="Reservation")
