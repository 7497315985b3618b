import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rag.training.batches import Noise, TokenLists, draw, row_batches

LISTS = st.lists(st.lists(st.integers(0, 60_000), max_size=12), min_size=1, max_size=6)


def _lists(values: list[list[int]]) -> TokenLists:
    flat = np.array([token for value in values for token in value], dtype=np.uint16)
    return TokenLists(flat, np.cumsum([0, *map(len, values)], dtype=np.int64))


def _values(lists: TokenLists) -> list[list[int]]:
    bounds = zip(lists.offsets[:-1], lists.offsets[1:], strict=True)
    return [lists.ids[start:end].tolist() for start, end in bounds]


@given(LISTS)
def test_without_noise_a_batch_is_its_rows(values: list[list[int]]) -> None:
    rows = np.arange(len(values))[::-1]

    drawn = draw(_lists(values), rows, Noise(0, 0, 99), np.random.default_rng(1))

    assert values[::-1] == _values(drawn)


@given(LISTS, st.floats(0, 1), st.floats(0, 1), st.integers(1, 8), st.integers(0, 9))
def test_noise_keeps_order_and_leaves_no_filled_text_empty(
    values: list[list[int]], dropout: float, crop: float, longest: int, seed: int
) -> None:
    noise = Noise(dropout, crop, longest)

    drawn = draw(_lists(values), np.arange(len(values)), noise, np.random.default_rng(seed))

    for value, kept in zip(values, _values(drawn), strict=True):
        remaining = iter(value)
        assert all(token in remaining for token in kept)
        assert bool(kept) == bool(value)
        assert len(kept) <= longest


def test_every_row_is_drawn_once_in_an_epoch_of_full_batches() -> None:
    batches = list(row_batches(12, 4, 2, np.random.default_rng(1)))

    assert len(batches) == 6
    assert sorted(np.concatenate(batches[:3])) == list(range(12))


def test_few_rows_are_one_batch() -> None:
    assert [len(batch) for batch in row_batches(3, 8, 1, np.random.default_rng(1))] == [3]
