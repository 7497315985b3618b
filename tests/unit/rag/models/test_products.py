import numpy as np
import pytest

from rag.models.products import WORK, products

WIDTH = 64


@pytest.mark.parametrize("columns", [pytest.param(1, id="one"), pytest.param(5, id="several")])
@pytest.mark.parametrize("kind", [np.int8, np.float32])
def test_parts_make_the_same_product_as_the_whole(columns: int, kind: type) -> None:
    random = np.random.default_rng(1)
    matrix = random.integers(-9, 9, (2 * WORK // WIDTH + 3, WIDTH)).astype(kind)
    others = random.integers(-9, 9, (WIDTH, columns)).astype(np.float32)
    whole = matrix.astype(np.float32) @ others
    some = np.arange(1, len(matrix), 2)

    assert np.array_equal(whole, products(matrix, others))
    assert np.array_equal(whole[some], products(matrix, others, rows=some))


def test_nothing_times_anything_is_nothing() -> None:
    empty = np.empty((0, WIDTH), dtype=np.float32)

    assert (0, 3) == products(empty, np.ones((WIDTH, 3), dtype=np.float32)).shape
