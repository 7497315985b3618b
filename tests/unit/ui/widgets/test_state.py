"""What a visit keeps between its reruns."""

import pytest
from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from ui.drawing.markup import Html
    from ui.widgets import state

    def draw(value: str) -> Html:
        st.session_state["times"] = st.session_state.get("times", 0) + 1
        return Html(value)

    st.text(state.drawn_once("place", draw, st.session_state["value"]))


@pytest.mark.parametrize(
    ("values", "times"),
    [
        pytest.param(["a", "a"], 1, id="the same again"),
        pytest.param(["a", "b"], 2, id="another"),
        pytest.param(["a", "b", "a"], 3, id="only the last is kept"),
    ],
)
def test_the_same_values_are_drawn_once(values: list[str], times: int) -> None:
    app = AppTest.from_function(page)
    for value in values:
        app.session_state["value"] = value
        app.run()

    assert values[-1] == app.text[0].value
    assert times == app.session_state["times"]
