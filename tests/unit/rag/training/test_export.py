import numpy as np

from rag.models.static_embedding import LENGTHS, PLACES, VALUES
from rag.training.export import compact


def test_the_compact_table_points_the_same_ways() -> None:
    table = np.random.default_rng(1).normal(size=(50, 64)).astype(np.float32)
    parts = compact(table)

    restored = parts[VALUES][parts[PLACES]] * parts[LENGTHS][:, None]

    lengths = np.linalg.norm(table, axis=1) * np.linalg.norm(restored, axis=1)
    assert ((table * restored).sum(axis=1) / lengths).min() > 0.999
    assert parts[PLACES].dtype == np.uint8


def test_rows_keep_their_lengths_in_proportion() -> None:
    table = np.array([[3, 4], [6, 8], [0, 0]], dtype=np.float32)
    parts = compact(table)

    restored = parts[VALUES][parts[PLACES]] * parts[LENGTHS][:, None]

    np.testing.assert_allclose(np.linalg.norm(restored, axis=1), [1, 2, 0], rtol=1e-2)
