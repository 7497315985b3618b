"""Put lines beside the text they stand for on the page, and hear what is done to one of them."""

from collections.abc import Callable

import streamlit as st

from ui import strings
from ui.drawing.markup import Html
from ui.widgets.linked import asset

ACT = "act"

_mount = st.components.v2.component(
    "motesminne_beside",
    html="""
    <div class="beside">
      <div class="linked lines"></div>
      <div class="text-side">
        <div class="bar"><span></span><button type="button"></button></div>
        <div class="linked pane text" tabindex="0"></div>
      </div>
    </div>
    <div class="peek" role="tooltip" hidden></div>""",
    css=asset("linked.css", "beside.css"),
    js=asset("peek.js", "mark.js", "beside.js"),
)


def draw(lines: Html, text: Html, *, key: str, on_act: Callable[[str, str, str], None]) -> None:
    """Draw *lines* and *text*; call *on_act* with a line, an act and words, before the rerun.

    Lines and places in the text that name each other mark each other, without a rerun.
    """

    def acted() -> None:
        done = st.session_state[key].get(ACT)
        if isinstance(done, dict):
            on_act(*(str(done.get(name, "")) for name in ("line", "act", "text")))

    _mount(
        key=key,
        data={"html": lines, "text": text, "words": _words()},
        on_act_change=acted,
    )


def _words() -> dict[str, str]:
    return {
        "title": strings.SUMMARY_TEXT,
        "close": strings.SUMMARY_TEXT_CLOSE,
        "save": strings.EDIT_SAVE,
        "cancel": strings.EDIT_CANCEL,
        "change": strings.EDIT_ACTS["changed"],
    }
