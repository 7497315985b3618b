from dataclasses import replace

import pytest
from fakes import document, span_of
from hypothesis import given
from hypothesis import strategies as st

from rag.abstention import ANSWERED, FOUND, confidence, decide
from rag.citing import Evidence
from rag.extract import Extract
from rag.results import Status

TEXT = "Styrelsen höjer avgiften."
CHOSEN = (Evidence(document(TEXT), span_of(TEXT, TEXT)),)
SURE = Extract(
    chosen=CHOSEN,
    agreement=1.0,
    coverage=1.0,
)

SHARES = st.floats(0, 1)
EXTRACTS = st.builds(
    Extract,
    chosen=st.sampled_from([(), CHOSEN]),
    agreement=SHARES,
    coverage=SHARES,
    missing=st.sampled_from([(), ("budget",), ("2024",)]),
)


@pytest.mark.parametrize(
    ("extract", "expected"),
    [
        pytest.param(SURE, Status.ANSWERED, id="all is there"),
        pytest.param(Extract(), Status.NOT_FOUND, id="nothing found"),
        pytest.param(replace(SURE, chosen=()), Status.NOT_FOUND, id="no sentence to show"),
        pytest.param(
            replace(SURE, coverage=0.0), Status.NOT_FOUND, id="none of the subject's words"
        ),
        pytest.param(replace(SURE, missing=("2023",)), Status.PARTIAL, id="not that year"),
        pytest.param(replace(SURE, missing=("§45",)), Status.PARTIAL, id="not that paragraph"),
    ],
)
def test_the_outcome_is_honest(extract: Extract, expected: Status) -> None:
    assert expected is decide(extract)


@given(EXTRACTS)
def test_confidence_is_a_probability(extract: Extract) -> None:
    assert 0 <= confidence(extract) <= 1


@given(EXTRACTS)
def test_better_evidence_never_lowers_confidence(extract: Extract) -> None:
    sure = confidence(extract)

    assert sure <= confidence(replace(extract, agreement=1.0))
    assert sure <= confidence(replace(extract, coverage=1.0))


@given(EXTRACTS)
def test_the_outcome_follows_the_confidence(extract: Extract) -> None:
    sure = confidence(extract)

    match decide(extract):
        case Status.NOT_FOUND:
            assert sure < FOUND
        case Status.PARTIAL:
            assert sure >= FOUND
        case Status.ANSWERED:
            assert sure >= ANSWERED
            assert "2024" not in extract.missing


@given(EXTRACTS)
def test_nothing_is_shown_without_a_sentence(extract: Extract) -> None:
    assert extract.chosen or decide(extract) is Status.NOT_FOUND
