import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.passages import score_texts


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(["a", "b"], (1.0, 1.0, 1.0), id="first"),
        pytest.param(["b", "b", "b", "b", "a"], (0.0, 1.0, 0.631), id="pieces of one text"),
        pytest.param(["b", "c", "d", "a"], (0.0, 0.0, 0.431), id="fourth"),
        pytest.param(["b"], (0.0, 0.0, 0.0), id="not found"),
        pytest.param([], (0.0, 0.0, 0.0), id="nothing"),
    ],
)
def test_a_text_ranks_where_its_best_piece_does(
    found: list[str], expected: tuple[float, ...]
) -> None:
    figures = score_texts([found], ["a"])

    names = ("hit@1", "hit@3", "ndcg@10")
    assert expected == tuple(round(figures[name].value, 3) for name in names)


def test_figures_are_means_over_the_questions() -> None:
    figures = score_texts([["a"], ["b"]], ["a", "a"])

    assert (0.5, 2) == (figures["hit@1"].value, figures["hit@1"].n)


@given(st.lists(st.sampled_from("abcdefghijklmn"), max_size=30))
def test_figures_stay_between_0_and_1(found: list[str]) -> None:
    assert all(0 <= figure.value <= 1 for figure in score_texts([found], ["a"]).values())
