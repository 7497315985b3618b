"""Show new users the three things to know, once in each browser."""

import streamlit as st

from ui import strings
from ui.drawing.markup import NOTHING, Html, tag, text
from ui.widgets import linked

AGAIN = "tour-again"

_mount = st.components.v2.component(
    "motesminne_tour",
    html='<div class="tour-place"></div>',
    css=linked.asset("tour.css"),
    js=linked.asset("tour.js"),
)


def show() -> None:
    """Draw the tour; the browser itself knows whether it was seen."""
    again = bool(st.session_state.pop(AGAIN, False))
    _mount(key="tour", data={"html": tour(), "again": again})


def restart() -> None:
    """Let the tour be shown though it was seen."""
    st.session_state[AGAIN] = True


def tour() -> Html:
    """Draw all steps; the browser shows one at a time."""
    steps = strings.TOUR_STEPS
    drawn = (
        _step(number, title, told, is_last=number == len(steps))
        for number, (title, told) in enumerate(steps, start=1)
    )
    return tag(
        "section",
        *drawn,
        class_="tour",
        aria_label=strings.TOUR_LABEL,
    )


def _step(number: int, title: str, told: str, *, is_last: bool) -> Html:
    place = strings.TOUR_PLACE.format(step=number, steps=len(strings.TOUR_STEPS))
    skip = (
        NOTHING if is_last else tag("button", text(strings.TOUR_SKIP), class_="skip", type="button")
    )
    following = strings.TOUR_DONE if is_last else strings.TOUR_NEXT
    return tag(
        "div",
        tag("p", text(place), class_="place"),
        tag("h2", text(title), tabindex="-1"),
        tag("p", text(told)),
        tag(
            "div",
            skip,
            tag("button", text(following), class_="next", type="button"),
            class_="buttons",
        ),
        class_="step",
        hidden="",
    )
