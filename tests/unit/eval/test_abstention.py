from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.abstention import area, refusal_curve, right_at_limit
from eval.significance import interval

Make = Callable[..., Any]
Confidences = st.lists(st.integers(0, 9).map(float), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("answerable", "absent", "expected"),
    [
        # Of four pairs three are in order: 0.9 > 0.5, 0.9 > 0.1, 0.4 > 0.1; not 0.4 > 0.5.
        pytest.param([0.9, 0.4], [0.5, 0.1], 3 / 4, id="three pairs of four"),
        pytest.param([0.9, 0.8], [0.5, 0.1], 1, id="kept apart"),
        pytest.param([0.1], [0.9], 0, id="the wrong way round"),
        pytest.param([0.5, 0.5], [0.5], 1 / 2, id="ties are half"),
        pytest.param([0.5, 0.9], [0.5], 3 / 4, id="one tie and one in order"),
    ],
)
def test_the_area_is_the_share_of_pairs_in_order(
    answerable: list[float], absent: list[float], expected: float
) -> None:
    assert expected == pytest.approx(refusal_curve(answerable, absent).area)


@pytest.mark.parametrize(
    ("surer", "expected"),
    [
        # Of 20 answerable questions one may be refused, so the threshold may pass the least sure.
        pytest.param([0.1], 2 / 3, id="one falsely refused of twenty"),
        pytest.param([0.1, 0.1], 0, id="two at once are too many"),
    ],
)
def test_right_refusals_at_five_percent_false_ones(surer: list[float], expected: float) -> None:
    answerable = [*surer, *([0.8] * (20 - len(surer)))]
    curve = refusal_curve(answerable, absent=[0.2, 0.3, 0.9])

    assert expected == pytest.approx(curve.right_at_limit)


def test_a_failing_reckoning_is_no_number() -> None:
    """Resamples without a question of one kind are left out of the interval."""
    statistic = area(np.array([0.9, 0.1]), np.array([True, False]))

    found = interval(statistic, 2)
    assert (found.value, found.low, found.high) == (1.0, 1.0, 1.0)


def test_the_statistic_and_the_curve_agree() -> None:
    answerable, absent = [0.9, 0.4, 0.7], [0.5, 0.1]
    curve = refusal_curve(answerable, absent)
    given = np.array([*answerable, *absent]), np.array([True, True, True, False, False])

    found = [reckon(*given)(np.ones((1, 5)))[0] for reckon in (area, right_at_limit)]
    assert [curve.area, curve.right_at_limit] == pytest.approx(found)


@given(Confidences, Confidences)
def test_the_curve_runs_from_refusing_none_to_refusing_all(
    answerable: list[float], absent: list[float]
) -> None:
    curve = refusal_curve(answerable, absent)

    assert (curve.false[0], curve.right[0], curve.false[-1], curve.right[-1]) == (0, 0, 1, 1)
    assert list(curve.false) == sorted(curve.false)
    assert list(curve.right) == sorted(curve.right)
    assert 0 <= curve.area <= 1


@given(Confidences, Confidences)
def test_the_area_counts_pairs(answerable: list[float], absent: list[float]) -> None:
    pairs = [(sure, unsure) for sure in answerable for unsure in absent]
    in_order = sum((sure > unsure) + (sure == unsure) / 2 for sure, unsure in pairs)

    assert in_order / len(pairs) == pytest.approx(refusal_curve(answerable, absent).area)
