import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answering.abstention import (
    ANSWERED,
    FILE,
    FOUND,
    LEAST_COVERAGE,
    Model,
    confidence,
    decide,
)
from rag.answering.signs import Signs
from rag.results import Status

SURE = Signs(sentence=25.0, rivals=0.0, exact=1.0, coverage=1.0)

SHARES = st.floats(0, 1)
SIGNS = st.builds(Signs, sentence=st.floats(-10, 30), rivals=SHARES, exact=SHARES, coverage=SHARES)
MISSING = st.sampled_from([(), ("budget",), ("2024",)])


@pytest.mark.parametrize(
    ("signs", "missing", "expected"),
    [
        pytest.param(SURE, (), Status.ANSWERED, id="all is there"),
        pytest.param(Signs(), (), Status.NOT_FOUND, id="nothing found"),
        pytest.param(
            replace(SURE, coverage=0.0), (), Status.NOT_FOUND, id="none of the subject's words"
        ),
        pytest.param(
            replace(SURE, coverage=0.4), (), Status.PARTIAL, id="less than half of the subject"
        ),
        pytest.param(SURE, ("2023",), Status.PARTIAL, id="not that year"),
        pytest.param(SURE, ("§45",), Status.PARTIAL, id="not that paragraph"),
        pytest.param(SURE, ("budget",), Status.ANSWERED, id="another word may stand for it"),
    ],
)
def test_the_outcome_is_honest(signs: Signs, missing: tuple[str, ...], expected: Status) -> None:
    assert expected is decide(signs, missing)


@given(SIGNS)
def test_confidence_is_a_probability(signs: Signs) -> None:
    assert 0 <= confidence(signs) <= 1


@given(SIGNS)
def test_better_signs_never_lower_confidence(signs: Signs) -> None:
    sure = confidence(signs)

    assert sure <= confidence(replace(signs, sentence=signs.sentence + 1))
    assert sure <= confidence(replace(signs, exact=1.0))
    assert sure <= confidence(replace(signs, rivals=0.0))


@given(SIGNS, MISSING)
def test_the_outcome_follows_the_confidence(signs: Signs, missing: tuple[str, ...]) -> None:
    sure = confidence(signs)

    match decide(signs, missing):
        case Status.NOT_FOUND:
            assert sure < FOUND
        case Status.PARTIAL:
            assert sure >= FOUND
        case Status.ANSWERED:
            assert sure >= ANSWERED
            assert "2024" not in missing


@given(SIGNS)
def test_what_speaks_of_almost_nothing_asked_for_is_no_answer(signs: Signs) -> None:
    assert (confidence(signs) == 0) == (signs.coverage < LEAST_COVERAGE)


def test_the_model_is_logistic() -> None:
    model = Model(bias=-1.0, weights={"sentence": 0.5, "rivals": -2.0})

    assert pytest.approx(0.5) == model.probability(Signs(sentence=4.0, rivals=0.5))


def test_the_weights_are_of_signs() -> None:
    weighed = json.loads(FILE.read_text(encoding="utf-8"))["weights"]

    assert set(weighed) <= set(Signs.__dataclass_fields__)
