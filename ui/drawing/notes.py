"""Draw what is said of how an answer was made; what the terminal has a command for is a link."""

from collections.abc import Callable, Mapping
from urllib.parse import quote

from rag.matters.course import MET
from rag.structured.overview import WHOLE
from ui import strings
from ui.drawing.markup import Html, join, tag, text, told
from ui.drawing.meeting import MEETING_PARAMETER, MEETINGS_PATH
from ui.said import values

# The address of a matter's course: the page Ärenden, and what chooses one on it.
MATTER_PATH = "arenden?arende="


def note(sentence: str) -> Html:
    """Draw a note of an answer."""
    for template, draw in INSTEAD.items():
        if found := values(template, sentence):
            return tag("p", draw(found), class_="details")
    return tag("p", told(sentence), class_="details")


def _meeting(found: Mapping[str, str]) -> Html:
    return _link(strings.NOTE_MEETING, f"{MEETINGS_PATH}?{MEETING_PARAMETER}={quote(found['id'])}")


def _matter(found: Mapping[str, str]) -> Html:
    said = text(strings.NOTE_MATTER.format(count=found["count"]))
    address = MATTER_PATH + quote(found["matter"])
    return join(said, text(" "), _link(strings.NOTE_MATTER_LINK, address))


def _link(label: str, address: str) -> Html:
    return tag("a", text(label), href=address, target="_blank")


INSTEAD: Mapping[str, Callable[[Mapping[str, str]], Html]] = {WHOLE: _meeting, MET: _matter}
