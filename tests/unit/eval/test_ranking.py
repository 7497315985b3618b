from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.ranking import MEASURES, Ranking, score_rankings

IDEAL_OF_TWO = 1 + 1 / log2(3)


def scores(relevant: list[bool], in_library: int) -> dict[str, float]:
    [found] = score_rankings([Ranking(relevant=tuple(relevant), in_library=in_library)])
    return found


@pytest.mark.parametrize(
    ("relevant", "in_library", "expected"),
    [
        pytest.param([True], 1, [1, 1, 1, 1], id="first"),
        pytest.param([False, True], 1, [0, 1, 1, 1 / log2(3)], id="second"),
        pytest.param([False] * 3 + [True], 1, [0, 0, 1, 1 / log2(5)], id="fourth"),
        pytest.param([False] * 10 + [True], 1, [0, 0, 0, 0], id="eleventh"),
        pytest.param([True], 2, [1, 1, 1, 1 / IDEAL_OF_TWO], id="one of two"),
        pytest.param(
            [False, True, True],
            2,
            [0, 1, 1, (1 / log2(3) + 1 / log2(4)) / IDEAL_OF_TWO],
            id="both of two, late",
        ),
        pytest.param([True] * 10, 300, [1, 1, 1, 1], id="ten of three hundred"),
        pytest.param([], 1, [0, 0, 0, 0], id="nothing found"),
        pytest.param([False], 0, [0, 0, 0, 0], id="nothing to find"),
    ],
)
def test_measures_are_those_worked_by_hand(
    relevant: list[bool], in_library: int, expected: list[float]
) -> None:
    assert expected == pytest.approx(list(scores(relevant, in_library).values()))


def test_each_ranking_has_its_own_scores() -> None:
    rankings = [Ranking(relevant=(hit,), in_library=1) for hit in (True, False, True)]

    assert [found["hit@1"] for found in score_rankings(rankings)] == [1, 0, 1]


@given(st.lists(st.booleans(), min_size=1, max_size=12), st.integers(0, 15), st.data())
def test_measures_stay_within_bounds_and_gain_when_a_relevant_hit_moves_up(
    relevant: list[bool], unfound: int, data: st.DataObject
) -> None:
    rank = data.draw(st.integers(0, len(relevant) - 1))
    up = data.draw(st.integers(0, rank))
    moved = relevant.copy()
    if moved[rank]:
        moved.insert(up, moved.pop(rank))
    in_library = sum(relevant) + unfound
    before, after = scores(relevant, in_library), scores(moved, in_library)

    assert all(0 <= before[name] <= after[name] + 1e-9 <= 1 + 2e-9 for name in MEASURES)
