"""Put drawn HTML on the page and hear clicks on its citations, without reloading the page."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from ui.drawing.markup import Html

ASSETS = Path(__file__).parents[1] / "assets"
OPEN = "open"
ACT = "act"


def asset(*names: str) -> str:
    """Return the text of files of the app, one after the other."""
    return "\n".join((ASSETS / name).read_text(encoding="utf-8") for name in names)


_mount = st.components.v2.component(
    "motesminne_linked",
    html='<div class="linked"></div><div class="peek" role="tooltip" hidden></div>',
    css=asset("linked.css", "tools.css", "matters.css"),
    js=asset("peek.js", "mark.js", "acts.js", "linked.js"),
)


def draw(
    content: Html,
    *,
    key: str,
    on_open: Callable[[str], None] | None = None,
    on_act: Callable[[str, str, str], None] | None = None,
    reveal: bool = False,
    begin: str | None = None,
) -> None:
    """Draw *content*; call *on_open* with what a clicked element leads to, before the rerun.

    *on_act* is called with an act, what it is done to, and words, as `data-act` and forms say them.
    What is to *reveal* itself is scrolled to. One goes on, with the keyboard too, at what leads
    to *begin*; where nothing does, at the heading.
    """

    def opened() -> None:
        target = st.session_state[key].get(OPEN)
        if on_open is not None and isinstance(target, str):
            on_open(target)

    def acted() -> None:
        done = st.session_state[key].get(ACT)
        if on_act is not None and isinstance(done, dict):
            on_act(*(str(done.get(name, "")) for name in (ACT, "of", "text")))

    _mount(
        key=key,
        data={"html": content, "reveal": reveal, "begin": begin},
        on_open_change=opened,
        on_act_change=acted,
    )
