"""Answer when the next meeting is, as the newest minutes of each body announce it."""

from collections.abc import Iterator, Sequence

from rag.citing import Evidence
from rag.minutes import Document
from rag.phrasing.context import context
from rag.results import Meeting
from rag.span import Span
from rag.structured.held import line_of
from rag.structured.inquiry import Inquiry, Listed
from rag.swedish.sentences import sentences
from rag.swedish.words import fold, words

# The newest meetings of a body that are looked at; one of those announces the next, or none does.
# Extra-ordinary meetings announce nothing.
NEWEST = 3
# "Om två veckor. Det behöver inte bli en torsdag." is said as one; a paragraph is not.
LONGEST_LINE = 160


def next_meeting(inquiry: Inquiry) -> Listed:
    """Return what the newest meeting of each body that is meant says of the next one."""
    said = inquiry.question.subject
    bodies: dict[str, list[Meeting]] = {}
    for meeting in inquiry.meetings():
        bodies.setdefault(fold(meeting.body or ""), []).append(meeting)
    evidence = [
        piece
        for held in bodies.values()
        for piece in list(_announced(inquiry, held[:NEWEST], said))[:1]
    ]
    return Listed(evidence=evidence)


def _announced(
    inquiry: Inquiry, held: Sequence[Meeting], said: Sequence[str]
) -> Iterator[Evidence]:
    newest = next((meeting.date for meeting in held if meeting.date), None)
    for meeting in held:
        document = inquiry.library.document(meeting.document_id)
        announced = document.minutes.next_meeting
        if announced and newest and announced.last <= newest.last:
            continue  # it has been held since
        for place in _places(document):
            piece = Evidence(document, place)
            subject = inquiry.subject(said)
            spoken = words(f"{context(document.minutes, ())}\n{piece.text}")
            if not said or all(subject.presence(spoken)):
                yield piece


def _places(document: Document) -> Iterator[Span]:
    """Yield the line that announces the next meeting; of a long one, the sentence."""
    for reading in document.minutes.readings:
        if reading.field == "next_meeting" and reading.span:
            line = line_of(document.text, reading.span)
            is_long = line.end - line.start > LONGEST_LINE
            within = sentences(document.text, line) if is_long else [line]
            yield from (span for span in within if span.overlaps(reading.span))
