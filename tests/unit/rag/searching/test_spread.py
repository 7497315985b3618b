from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.minutes import ChunkKey, ChunkKind, DocumentId
from rag.results import Hit, Passage
from rag.searching.spread import BEST, asks_of_several, spread
from rag.span import Span


def hit(key: int, meeting: str) -> Hit:
    return Hit(
        passage=Passage(
            key=ChunkKey(key),
            document_id=DocumentId(meeting),
            source=f"{meeting}.txt",
            span=Span(key, key + 1),
            kind=ChunkKind.ITEM,
            text="text",
            heading_path=(),
            page=None,
        ),
        score=1 / (key + 1),
    )


def hits(meetings: str) -> list[Hit]:
    return [hit(key, meeting) for key, meeting in enumerate(meetings)]


def meetings_of(found: list[Hit]) -> str:
    return "".join(hit.passage.document_id for hit in found)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("aaaab", "aabaa", id="another meeting comes forward"),
        pytest.param("abab", "abab", id="what is spread stays"),
        pytest.param("aaaaa", "aaaaa", id="a meeting alone stays"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_no_meeting_keeps_the_others_out(before: str, after: str) -> None:
    assert after == meetings_of(spread(hits(before), most=2))


@given(st.text("abcdef", max_size=30), st.integers(1, 4))
def test_nothing_is_lost_and_nothing_added(meetings: str, most: int) -> None:
    before = hits(meetings)

    after = spread(before, most=most)

    assert Counter(h.passage.key for h in before) == Counter(h.passage.key for h in after)
    assert before[:1] == after[:1]


@given(st.text("abcdefghij", max_size=60), st.integers(1, 4))
def test_the_ten_best_hold_a_meeting_too_often_only_for_want_of_others(
    meetings: str, most: int
) -> None:
    after = spread(hits(meetings), most=most)

    fitting = sum(min(most, count) for count in Counter(meetings).values())
    best = Counter(meetings_of(after[: min(BEST, fitting)]))
    assert all(count <= most for count in best.values())


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("Jämför vad Åvik och Ekdal sade om färjan.", True, id="compare"),
        pytest.param("Hur har avgiften utvecklats?", True, id="developed"),
        pytest.param("Hur har ärendet om bron gått, steg för steg?", True, id="step by step"),
        pytest.param("Vad kostade bron 2023 och 2024?", True, id="two years"),
        pytest.param("Vid vilka möten togs bron upp?", True, id="which meetings"),
        pytest.param("How has the fee changed?", True, id="English"),
        pytest.param("Vad kostar bron?", False, id="one matter"),
        pytest.param("Vad beslutades 2024?", False, id="one year"),
        pytest.param("Jämför förslagen den 4 mars 2024.", False, id="one day is one meeting"),
        pytest.param("Jämför den 4 mars med den 6 maj.", True, id="two days"),
        pytest.param("Vilka utvecklingssamtal hålls?", False, id="a part of another word"),
    ],
)
def test_words_tell_whether_several_meetings_are_asked_of(question: str, expected: bool) -> None:  # noqa: FBT001
    assert expected == asks_of_several(question)
