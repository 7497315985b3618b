from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.agreement import Reading, overlap, same_key, same_line, tally
from rag.span import Span


def reading(start: int, end: int, *, key: str = "", optional: bool = False) -> Reading:
    return Reading(span=Span(start, end), key=key, shown=f"{start}–{end}", optional=optional)


@pytest.mark.parametrize(
    ("expected", "found", "likeness"),
    [
        pytest.param(reading(0, 10), reading(0, 10), 1.0, id="the same"),
        pytest.param(reading(0, 10), reading(5, 10), 0.5, id="half of it"),
        pytest.param(reading(0, 10), reading(6, 10), 0.0, id="less than half"),
        pytest.param(reading(0, 10), reading(4, 14), 0.0, id="beside it"),
        pytest.param(reading(0, 10), reading(20, 30), 0.0, id="elsewhere"),
        pytest.param(reading(5, 5), reading(5, 5), 0.0, id="empty"),
        pytest.param(replace(reading(0, 10), span=None), reading(0, 10), 0.0, id="lost"),
    ],
)
def test_places_agree_when_they_share_half(
    expected: Reading, found: Reading, likeness: float
) -> None:
    assert likeness == overlap(expected, found)


@pytest.mark.parametrize(
    ("printed", "found", "agree"),
    [
        pytest.param("3bryggan", "3bryggan", True, id="the same"),
        pytest.param("abryggan", "3abryggan", True, id="with the number of the item around it"),
        pytest.param("3bryggan", "bryggan", False, id="without its number"),
        pytest.param("3bryggan", "3bryggorna", False, id="another title"),
    ],
)
def test_headings_agree_by_number_and_title(printed: str, found: str, *, agree: bool) -> None:
    assert agree == bool(same_line(reading(0, 9, key=printed), reading(3, 9, key=found)))


def test_headings_of_another_line_do_not_agree() -> None:
    assert not same_line(reading(0, 9, key="övrigt"), reading(10, 19, key="övrigt"))


def test_the_likest_are_matched_first() -> None:
    wide, narrow = reading(0, 10), reading(0, 6)

    matched = tally([wide, narrow], [reading(0, 6)], overlap)

    assert (1, ("0–10",), ()) == (matched.matched, matched.missed, matched.extra)


def test_one_reading_matches_one_annotation() -> None:
    twice = [reading(0, 5, key="bo"), reading(5, 9, key="bo")]

    matched = tally(twice[:1], twice, same_key)

    assert (1, (), ("5–9",)) == (matched.matched, matched.missed, matched.extra)


def test_the_optional_counts_neither_found_nor_missed() -> None:
    optional = [reading(0, 10, optional=True), reading(20, 30, optional=True)]

    matched = tally(optional, [reading(0, 10)], overlap)

    assert (0, 0) == (matched.expected, matched.found)


def test_what_is_lost_is_missed_and_named() -> None:
    lost = replace(reading(0, 10), span=None)

    matched = tally([lost], [], overlap)

    assert (("0–10",), ("0–10",)) == (matched.missed, matched.lost)


SPANS = st.lists(
    st.builds(lambda start, size: reading(start, start + size), st.integers(0, 40), st.integers(1))
)


@given(SPANS, SPANS)
def test_every_reading_is_matched_missed_or_extra(
    expected: list[Reading], found: list[Reading]
) -> None:
    matched = tally(expected, found, overlap)

    assert (len(expected), len(found)) == (matched.expected, matched.found)
