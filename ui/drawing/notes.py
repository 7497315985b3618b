"""Draw what is said of how an answer was made; what the terminal has a command for is a link."""

from collections.abc import Callable, Mapping

from rag.matters.course import MET
from rag.structured.overview import WHOLE
from ui import strings
from ui.drawing.addresses import matter_address, meeting_address
from ui.drawing.markup import Html, join, tag, text, told
from ui.said import known_as


def note(sentence: str) -> Html:
    """Draw a note of an answer."""
    known = known_as(INSTEAD, sentence)
    if known is None:
        return tag("p", told(sentence), class_="details")
    draw, found = known
    return tag("p", draw(found), class_="details")


def _meeting(found: Mapping[str, str]) -> Html:
    return _link(strings.NOTE_MEETING, meeting_address(found["id"]))


def _matter(found: Mapping[str, str]) -> Html:
    said = text(strings.NOTE_MATTER.format(count=found["count"]))
    link = _link(strings.NOTE_MATTER_LINK, matter_address(found["matter"]))
    return join(said, text(" "), link)


def _link(label: str, address: str) -> Html:
    return tag("a", text(label), href=address, target="_blank")


INSTEAD: Mapping[str, Callable[[Mapping[str, str]], Html]] = {WHOLE: _meeting, MET: _matter}
