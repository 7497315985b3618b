from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.fusion import fuse, lexical_scores
from rag.minutes import ChunkKey

A, B, C = ChunkKey(1), ChunkKey(2), ChunkKey(3)

KEYS = st.integers(1, 30).map(ChunkKey)
BM25 = st.dictionaries(KEYS, st.floats(0.01, 60), max_size=12)
LEXICAL = st.dictionaries(KEYS, st.floats(0.01, 1), max_size=12)
COSINES = st.dictionaries(KEYS, st.floats(-1, 1), max_size=12)


def test_what_both_legs_like_beats_what_one_likes() -> None:
    fused = fuse({A: 1.0, B: 0.9}, {B: 0.8, C: 0.9})

    assert [B, A, C] == sorted(fused, key=lambda key: -fused[key])


@pytest.mark.parametrize(
    ("lexical", "cosines", "expected"),
    [
        pytest.param({}, {}, {}, id="nothing found"),
        pytest.param({A: 0.5}, {}, {A: 0.7}, id="words only: the best has their whole share"),
        pytest.param({}, {A: 0.5}, {A: 0.15}, id="vectors only: a share of the cosine"),
        pytest.param({A: 0.5}, {A: -0.4}, {A: 0.7}, id="a negative cosine takes nothing away"),
    ],
)
def test_each_leg_has_its_share(
    lexical: dict[ChunkKey, float],
    cosines: dict[ChunkKey, float],
    expected: dict[ChunkKey, float],
) -> None:
    assert pytest.approx(expected) == fuse(lexical, cosines)


@given(BM25, BM25)
def test_lexical_scores_are_shares(stems: dict[ChunkKey, float], ngrams: dict[ChunkKey, float]) -> None:
    scores = lexical_scores(stems, ngrams)

    assert set(stems) | set(ngrams) == set(scores)
    assert all(0 <= score <= 1 + 1e-9 for score in scores.values())


@given(LEXICAL, COSINES)
def test_fused_scores_are_shares(lexical: dict[ChunkKey, float], cosines: dict[ChunkKey, float]) -> None:
    scores = fuse(lexical, cosines)

    assert set(lexical) | set(cosines) == set(scores)
    assert all(0 <= score <= 1 + 1e-9 for score in scores.values())


@given(LEXICAL, COSINES, st.randoms(use_true_random=False))
def test_the_order_in_which_hits_come_does_not_matter(
    lexical: dict[ChunkKey, float], cosines: dict[ChunkKey, float], random: Random
) -> None:
    def shuffled(scores: dict[ChunkKey, float]) -> dict[ChunkKey, float]:
        pairs = list(scores.items())
        random.shuffle(pairs)
        return dict(pairs)

    assert fuse(lexical, cosines) == fuse(shuffled(lexical), shuffled(cosines))


@given(LEXICAL, COSINES, st.floats(0.1, 50))
def test_the_scale_of_the_words_does_not_matter(
    lexical: dict[ChunkKey, float], cosines: dict[ChunkKey, float], scale: float
) -> None:
    scaled = {key: score * scale for key, score in lexical.items()}

    assert pytest.approx(fuse(lexical, cosines)) == fuse(scaled, cosines)
