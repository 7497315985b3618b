"""Put the open source on the page, shown and changed without reruns."""

from collections.abc import Callable

import streamlit as st

from ui import strings
from ui.widgets.linked import asset

KEY = "source-pane"

_mount = st.components.v2.component(
    "motesminne_source",
    html="""
    <section class="linked source-pane">
      <div class="source-bar">
        <h2></h2>
        <button type="button" class="tool close">
          <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8"/></svg>
          <span class="label"></span>
        </button>
      </div>
      <div class="body"></div>
    </section>""",
    css=asset("linked.css", "tools.css", "source.css"),
    js=asset("mark.js", "acts.js", "source.js"),
)


def draw(place: str, *, on_close: Callable[[], None]) -> None:
    """Let the source that *place* leads to be open, or none; call *on_close* when it is closed."""
    words = {
        "title": strings.SOURCE,
        "close": strings.SOURCE_CLOSE,
        "failed": strings.SOURCE_UNREACHABLE,
    }
    _mount(
        key=KEY,
        data={"html": "", "place": place, "words": words},
        on_closed_change=on_close,
    )
