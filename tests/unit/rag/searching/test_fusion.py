from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.minutes import ChunkKey
from rag.searching.fusion import fuse, share_of_best
from rag.settings import Settings

A, B, C = ChunkKey(1), ChunkKey(2), ChunkKey(3)
EQUAL = {"words": 1.0, "vectors": 1.0}

Leg = dict[ChunkKey, float]

KEYS = st.integers(1, 30).map(ChunkKey)
BM25 = st.dictionaries(KEYS, st.floats(0.01, 60), max_size=12)
SHARES = st.dictionaries(KEYS, st.floats(0, 1), max_size=12)
LEGS = st.fixed_dictionaries({"stems": SHARES, "ngrams": SHARES, "vectors": SHARES})
WEIGHTS = st.fixed_dictionaries(dict.fromkeys(["stems", "ngrams", "vectors"], st.floats(0, 5)))


@pytest.mark.parametrize(
    ("words", "vectors", "expected"),
    [
        pytest.param({}, {}, {}, id="nothing found"),
        pytest.param({A: 0.5}, {}, {A: 0.25}, id="one leg alone has its share"),
        pytest.param({A: 0.5}, {A: 0.9, B: 0.2}, {A: 0.7, B: 0.1}, id="both legs add"),
    ],
)
def test_a_score_is_the_mean_of_the_legs(words: Leg, vectors: Leg, expected: Leg) -> None:
    assert pytest.approx(expected) == fuse({"words": words, "vectors": vectors}, EQUAL)


def test_what_both_legs_like_beats_what_one_likes() -> None:
    fused = fuse({"words": {A: 1.0, B: 0.9}, "vectors": {B: 0.8, C: 0.9}}, EQUAL)

    assert [B, A, C] == sorted(fused, key=lambda key: -fused[key])


def test_a_leg_that_is_switched_off_does_not_lower_the_others() -> None:
    assert {A: 0.5} == fuse({"words": {A: 0.5}}, EQUAL)


@given(BM25)
def test_the_best_of_a_leg_is_one(scores: Leg) -> None:
    shares = share_of_best(scores)

    assert set(scores) == set(shares)
    assert all(0 <= share <= 1 for share in shares.values())
    assert not shares or max(shares.values()) == 1


@given(BM25, st.floats(0.1, 50))
def test_the_scale_of_a_leg_does_not_matter(scores: Leg, scale: float) -> None:
    scaled = {key: score * scale for key, score in scores.items()}

    assert pytest.approx(share_of_best(scores)) == share_of_best(scaled)


@given(LEGS, WEIGHTS)
def test_fused_scores_are_shares(legs: dict[str, Leg], weights: dict[str, float]) -> None:
    scores = fuse(legs, weights)

    assert {key for leg in legs.values() for key in leg} == set(scores)
    assert all(0 <= score <= 1 + 1e-9 for score in scores.values())


@given(LEGS, st.randoms(use_true_random=False))
def test_the_order_of_legs_and_hits_does_not_matter(legs: dict[str, Leg], random: Random) -> None:
    weights = Settings().weights

    def shuffled(leg: Leg) -> Leg:
        return dict(random.sample(list(leg.items()), len(leg)))

    other = {name: shuffled(legs[name]) for name in random.sample(list(legs), len(legs))}

    assert pytest.approx(fuse(legs, weights)) == fuse(other, weights)
