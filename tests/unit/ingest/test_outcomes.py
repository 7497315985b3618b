import pytest

from ingest.outcomes import find_outcome, find_request
from rag.items import Outcome


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("att bifalla motionen", Outcome.APPROVED),
        ("Beslut: bifall", Outcome.APPROVED),
        ("Kommunstyrelsen beslutar enligt förslaget.", Outcome.APPROVED),
        ("Mötet godkänner motionen om cykelställ.", Outcome.APPROVED),
        ("Mötet godkänner inte propositionen.", Outcome.REJECTED),
        ("att inte bifalla ansökan", Outcome.REJECTED),
        ("att avslå yrkandet om bifall", Outcome.REJECTED),
        ("Ärendet bordläggs till nästa möte.", Outcome.TABLED),
        ("Mötet beslutar att skjuta upp valet.", Outcome.TABLED),
        ("att återremittera ärendet till nämnden", Outcome.REFERRED_BACK),
        ("att inte avslå motionen", None),
        ("att godkänna dagordningen", None),
        ("att utse Eva Ek till justerare", None),
        ("att köpa en bifallsklocka", None),
    ],
)
def test_a_decision_tells_what_becomes_of_the_matter(words: str, expected: Outcome | None) -> None:
    assert expected is find_outcome(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("bifall till nämndens förslag att avslå motionen", Outcome.APPROVED),
        ("i första hand återremiss och i andra hand avslag", Outcome.REFERRED_BACK),
        ("att ärendet bordläggs", Outcome.TABLED),
        ("att avgiften höjs", None),
    ],
)
def test_a_proposal_asks_for_what_it_names_first(words: str, expected: Outcome | None) -> None:
    assert expected is find_request(words)
