import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.significance import RESAMPLES, difference, interval, mean, percentile, weights

Shares = st.lists(st.floats(0, 1), min_size=1, max_size=30).map(np.array)


@pytest.mark.parametrize("n", [1, 2, 50])
def test_every_resample_draws_as_many_questions_as_there_are(n: int) -> None:
    assert {float(n)} == set(weights(n).sum(axis=1).tolist())
    assert (RESAMPLES, n) == weights(n).shape


def test_the_interval_of_a_share_is_the_binomial_one() -> None:
    values = np.array([1.0] * 80 + [0.0] * 20)
    found = interval(mean(values), 100)

    # 0.8 ± 1.96 · √(0.8 · 0.2 / 100)
    assert found.value == pytest.approx(0.8)
    assert (found.low, found.high) == pytest.approx((0.722, 0.878), abs=0.012)


def test_the_same_figures_come_each_time() -> None:
    values = np.array([0.0, 1.0, 1.0])
    before = interval(mean(values), 3)
    weights.cache_clear()

    assert before == interval(mean(values), 3)


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        pytest.param(0.5, 5, id="half of ten"),
        pytest.param(0.95, 10, id="nineteen of twenty"),
        pytest.param(0.1, 1, id="one of ten"),
    ],
)
def test_a_percentile_is_the_value_that_so_many_do_not_exceed(
    share: float, expected: float
) -> None:
    values = np.array([7.0, 3, 1, 10, 2, 9, 4, 8, 6, 5])

    assert expected == interval(percentile(values, share), 10).value


def test_a_difference_is_surer_than_its_parts_when_questions_are_paired() -> None:
    """Five of fifty get worse: less than either interval is wide, but plainly worse."""
    before = np.array([1.0] * 40 + [0.0] * 10)
    after = before.copy()
    after[:5] = 0.0
    paired = difference(mean(before), mean(after), 50)

    assert paired.value == pytest.approx(-0.1)
    assert paired.high < 0
    assert interval(mean(after), 50).high > interval(mean(before), 50).value


@given(Shares)
def test_an_interval_of_shares_is_of_shares_and_holds_the_figure(values: np.ndarray) -> None:
    found = interval(mean(values), len(values))

    assert -1e-9 <= found.low <= found.value + 1e-9
    assert found.value - 1e-9 <= found.high <= 1 + 1e-9


@given(Shares)
def test_nothing_differs_from_itself(values: np.ndarray) -> None:
    same = difference(mean(values), mean(values), len(values))

    assert (same.value, same.low, same.high) == (0, 0, 0)
