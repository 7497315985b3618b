"""Say what stands over a summary: the place and who attended, in as few words as there is room."""

from dataclasses import dataclass

from rag.minutes import Document, Presence
from rag.span import Span
from rag.summarising.people import names, people

# Place and names have at most so much of a summary's words.
SHARE = 0.06


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The places of what stands over a summary."""

    place: tuple[Span, ...] = ()
    """One or none."""
    present: tuple[Span, ...] = ()
    present_count: int = 0
    absent: tuple[Span, ...] = ()
    absent_count: int = 0
    words: int = 0
    """Of all these and the title."""


def frame(document: Document, *, budget: int) -> Frame:
    """Return what stands over a summary of *document* in *budget* words."""
    room = int(SHARE * budget)
    place = [span for span in _place(document) if _count(document, span) <= room]
    room -= _count(document, *place)
    came, stayed = (people(document, one) for one in (Presence.PRESENT, Presence.ABSENT))
    present = names(document, came, room=room)
    absent = names(document, stayed, room=room - _count(document, *present))
    return Frame(
        place=tuple(place),
        present=tuple(present),
        present_count=len(came),
        absent=tuple(absent),
        absent_count=len(stayed),
        words=_count(document, *place, *present, *absent) + len(document.minutes.title.split()),
    )


def _place(document: Document) -> list[Span]:
    place = document.minutes.place
    start = document.text.find(place) if place else -1
    return [Span(start, start + len(place))] if place and start >= 0 else []


def _count(document: Document, *spans: Span) -> int:
    return sum(len(span.of(document.text).split()) for span in spans)
