"""A matter's course as a picture."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.matters.values import Step, StepKind, Timeline
from rag.minutes import MeetingDate
from rag.results import Citation, Meeting, Statement, Support
from ui import strings
from ui.drawing.timeline_picture import SIGNS, picture, places, years

HOSTILE = '"><img src=x onerror=alert(1)>'
START = date(2020, 1, 1)


@pytest.fixture
def course(meeting: Meeting, citation: Citation) -> Timeline:
    said = Statement(text=citation.quote, support=Support.SUPPORTED, citations=(1,))
    later = date(2024, 9, 9)
    steps = (
        Step(kind=StepKind.RAISED, meeting=meeting, item="§ 1"),
        Step(
            kind=StepKind.DECIDED,
            meeting=replace(meeting, date=MeetingDate(first=later, last=later)),
            item="§ 2",
            decisions=(said,),
            is_latest=True,
        ),
    )
    return Timeline(
        title="Ny brygga",
        registration_number=None,
        organisation=None,
        steps=steps,
        citations=(citation,),
    )


def test_each_step_is_a_button_that_says_what_and_when(course: Timeline) -> None:
    html = picture(course)

    assert 2 == html.count("<button")
    for told in ("Väckt", "4 mars 2024", "Beslutat", "9 september 2024"):
        assert f">{told}<" in html


def test_the_latest_valid_decision_is_marked_in_words_too(course: Timeline) -> None:
    html = picture(course)

    assert 1 == html.count(f">{strings.TIMELINE_LATEST}<")
    assert 'class="stop decided latest"' in html


def test_a_step_opens_its_words_or_its_meeting(course: Timeline, citation: Citation) -> None:
    html = picture(course)

    assert f'data-open="{citation.document_id}:{citation.start}:{citation.end}"' in html
    assert f'data-open="{citation.document_id}"' in html


def test_nothing_in_a_picture_is_html(course: Timeline, citation: Citation) -> None:
    hostile = replace(course, citations=(replace(citation, quote=HOSTILE, meeting=HOSTILE),))

    assert "<img" not in picture(hostile)


def test_more_steps_than_a_line_has_room_for_stand_row_after_row(course: Timeline) -> None:
    few, many = (replace(course, steps=course.steps * n) for n in (3, 4))

    assert ("axis" in picture(few), "dense" in picture(few)) == (True, False)
    assert ("axis" in picture(many), "dense" in picture(many)) == (False, True)
    assert 8 == picture(many).count("<button")


def test_every_kind_of_step_has_a_sign() -> None:
    assert set(StepKind) == set(SIGNS)


@pytest.mark.parametrize(
    ("days", "spots"),
    [
        pytest.param([START], [0.0], id="one"),
        pytest.param([None], [100.0], id="one of no day"),
        pytest.param([START, START], [0.0, 10.0], id="two on a day"),
        pytest.param(
            [START, START + timedelta(50), START + timedelta(100)], [0, 50, 100], id="time"
        ),
        pytest.param([START, START + timedelta(100), None], [0, 90, 100], id="no day comes last"),
    ],
)
def test_steps_lie_as_their_days_do(days: list[date | None], spots: list[float]) -> None:
    assert spots == places(days, gap=10.0)


@given(st.lists(st.integers(0, 4000), min_size=1, max_size=30), st.integers(0, 3))
def test_steps_keep_their_order_and_distance(days: list[int], undated: int) -> None:
    known: list[date | None] = [START + timedelta(day) for day in sorted(days)]
    gap = 100 / (len(days) + undated)

    spots = places([*known, *[None] * undated], gap=gap)

    assert all(right - left >= gap - 1e-6 for left, right in pairwise(spots))
    assert -1e-6 <= spots[0] <= spots[-1] <= 100 + 1e-6


def test_years_that_would_lie_too_close_are_left_out() -> None:
    days, spots = [date(2000, 7, 1), date(2020, 7, 1)], [0.0, 100.0]

    told = list(years(days, spots, apart=10.0))

    assert 2001 == told[0][0]
    assert all(10.0 <= right - left < 20.0 for (_, left), (_, right) in pairwise(told))
