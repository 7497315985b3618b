"""What is said within a number of words."""

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rag.summarising.choosing import Offers, Rank, choose

Offer = tuple[int, float, int, Rank]
"""Words, worth of each, topic and rank."""


def offers(
    listed: Sequence[Offer],
    *,
    labels: Sequence[int] = (0, 0, 0),
    vectors: Sequence[Sequence[float]] | None = None,
    substantial: Sequence[bool] = (True, True, True),
) -> Offers:
    words, worth, topics, ranks = zip(*listed, strict=True) if listed else ((), (), (), ())
    known = np.eye(max(1, len(listed)))[: len(listed)] if vectors is None else np.array(vectors)
    return Offers(
        words=np.array(words, dtype=float),
        worth=np.array(worth, dtype=float),
        topics=np.array(topics, dtype=int),
        ranks=np.array(ranks, dtype=int),
        vectors=known.astype(np.float32),
        labels=np.array(labels, dtype=float),
        substantial=np.array(substantial, dtype=bool),
    )


def test_the_best_words_come_first() -> None:
    listed = offers([(10, 0.1, 0, Rank.LATER), (5, 0.9, 0, Rank.LATER), (5, 0.5, 0, Rank.LATER)])

    assert [1, 2] == choose(listed, budget=10, lines=False)


def test_decisions_are_said_whatever_their_length() -> None:
    listed = offers([(50, 0.1, 0, Rank.ALWAYS), (5, 0.9, 0, Rank.LATER)])

    assert [0] == choose(listed, budget=10, lines=False)


def test_actions_come_before_what_is_worth_more() -> None:
    listed = offers([(8, 0.1, 0, Rank.FIRST), (8, 0.9, 0, Rank.LATER)])

    assert [0] == choose(listed, budget=10, lines=False)


def test_each_topic_gets_a_line_before_another_gets_two() -> None:
    listed = offers([(5, 0.9, 0, Rank.LATER), (5, 0.8, 0, Rank.LATER), (5, 0.1, 1, Rank.LATER)])

    assert [0, 2] == choose(listed, budget=10, lines=True)
    assert [0, 1] == choose(listed, budget=10, lines=False)


def test_a_formal_topic_gets_one_line_at_most() -> None:
    listed = offers(
        [(5, 0.9, 0, Rank.LATER), (5, 0.8, 0, Rank.LATER)], substantial=[False, True, True]
    )

    assert [0] == choose(listed, budget=100, lines=True)


def test_a_heading_costs_its_words() -> None:
    listed = offers([(5, 0.5, 0, Rank.LATER), (5, 0.6, 1, Rank.LATER)], labels=[0, 6, 0])

    assert [0] == choose(listed, budget=10, lines=False)


def test_the_same_is_not_said_twice() -> None:
    listed = offers(
        [(5, 0.9, 0, Rank.LATER), (5, 0.8, 1, Rank.LATER), (5, 0.1, 2, Rank.LATER)],
        vectors=[[1, 0], [1, 0], [0, 1]],
    )

    assert [0, 2] == choose(listed, budget=15, lines=False)


def test_what_a_decision_gives_to_do_is_an_action_too() -> None:
    listed = offers([(5, 0.9, 0, Rank.ALWAYS), (5, 0.8, 0, Rank.FIRST)], vectors=[[1, 0], [1, 0]])

    assert [0, 1] == choose(listed, budget=10, lines=False)


OFFERS = st.lists(
    st.tuples(
        st.integers(1, 30), st.floats(0.001, 1), st.integers(0, 2), st.sampled_from(list(Rank))
    ),
    max_size=12,
)


@given(OFFERS, st.integers(-10, 100))
def test_the_budget_holds_but_for_what_is_always_said(listed: list[Offer], budget: int) -> None:
    chosen = choose(offers(listed, labels=[2, 3, 4]), budget=budget, lines=True)

    always = {index for index, offer in enumerate(listed) if offer[3] is Rank.ALWAYS}
    topics = {listed[index][2] for index in chosen}
    words = sum(listed[index][0] for index in chosen) + sum([2, 3, 4][topic] for topic in topics)
    assert always <= set(chosen)
    assert words <= budget or set(chosen) == always or len(chosen) == 1


@given(OFFERS)
def test_all_is_said_where_there_is_room(listed: list[Offer]) -> None:
    assert list(range(len(listed))) == choose(offers(listed), budget=1_000, lines=True)
