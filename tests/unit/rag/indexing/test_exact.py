import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.errors import ReplacedIndexError
from rag.indexing.exact import STORED, ExactVectors, coarse
from rag.minutes import ChunkKey, DocumentKey

EAST, NORTH, NORTH_EAST = (1.0, 0.0), (0.0, 1.0), (0.6, 0.8)


def vectors(*rows: tuple[int, int, tuple[float, float]]) -> ExactVectors:
    stored = {chunk: np.array(v, dtype=STORED).tobytes() for _, chunk, v in rows}
    documents = {
        document: coarse(
            [ChunkKey(chunk) for d, chunk, _ in rows if d == document],
            np.array([v for d, _, v in rows if d == document], dtype=np.float32),
        )
        for document, _, _ in rows
    }
    return ExactVectors(
        documents.items(), 2, lambda chunks: [(c, stored[c]) for c in chunks if c in stored]
    )


THREE = vectors((1, 10, EAST), (1, 11, NORTH), (2, 12, NORTH_EAST))


def asked(vector: tuple[float, float]) -> "np.typing.NDArray[np.float32]":
    return np.array(vector, dtype=np.float32)


def test_the_nearest_come_first() -> None:
    found = THREE.rank(asked(NORTH), limit=2)

    assert [(11, 1.0), (12, pytest.approx(0.8, abs=1e-3))] == list(found.items())


def test_only_the_documents_asked_for_are_ranked() -> None:
    assert [12] == list(THREE.rank(asked(NORTH), limit=9, documents=[DocumentKey(2)]))


def test_the_cosines_of_given_chunks_are_told_and_unknown_ones_left_out() -> None:
    cosines = THREE.cosines(asked(EAST), [ChunkKey(12), ChunkKey(99)])

    assert {12: pytest.approx(0.6, abs=1e-3)} == cosines


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(THREE.rank(asked((0.0, 0.0)), limit=3), id="a question without a vector"),
        pytest.param(vectors().rank(asked(EAST), limit=3), id="an empty library"),
        pytest.param(vectors().cosines(asked(EAST), [ChunkKey(1)]), id="no chunks to compare"),
    ],
)
def test_nothing_is_near_nothing(found: dict[ChunkKey, float]) -> None:
    assert {} == found


@given(st.lists(st.floats(-1, 1, width=16), min_size=2, max_size=2), st.integers(1, 5))
def test_a_longer_list_begins_with_the_shorter(vector: list[float], limit: int) -> None:
    question = asked((vector[0], vector[1]))

    longer = list(THREE.rank(question, limit=limit + 1))

    assert list(THREE.rank(question, limit=limit)) == longer[:limit]


def test_what_eight_bits_confuse_is_told_apart() -> None:
    angles = np.linspace(0, 0.02, 40)
    turned = [(1, key, (np.cos(angle), np.sin(angle))) for key, angle in enumerate(angles)]

    found = vectors(*reversed(turned)).rank(asked(EAST), limit=10)

    assert list(range(10)) == list(found)


def test_vectors_that_another_model_has_replaced_are_told() -> None:
    replaced = ExactVectors(
        [(1, coarse([ChunkKey(1)], np.array([EAST], dtype=np.float32)))],
        2,
        lambda chunks: [(chunk, b"\0" * 6) for chunk in chunks],
    )

    with pytest.raises(ReplacedIndexError, match="ställ frågan igen"):
        replaced.rank(asked(EAST), limit=1)
