"""The tour of the first visit, as HTML."""

import re

from ui import strings
from ui.widgets import tour


def test_a_tour_has_at_most_three_steps_that_can_be_left() -> None:
    html = tour.tour()

    assert len(strings.TOUR_STEPS) <= 3
    assert html.count('class="step"') == len(strings.TOUR_STEPS)
    assert html.count('class="skip"') == len(strings.TOUR_STEPS) - 1
    assert re.search('class="next"[^>]*>' + strings.TOUR_DONE, html)


def test_the_tour_and_its_steps_are_named_for_screen_readers() -> None:
    html = tour.tour()

    assert f'<section class="tour" aria-label="{strings.TOUR_LABEL}">' in html
    assert [title for title, _ in strings.TOUR_STEPS] == re.findall("<h2[^>]*>([^<]*)", html)
