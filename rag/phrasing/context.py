"""Say in words where a passage stands: which meeting, which body, when, under which headings."""

from collections.abc import Sequence

from rag.minutes import Chunk, Document, MeetingDate, Minutes
from rag.results import Meeting
from rag.swedish.date_words import date_text, season


def context(meeting: Minutes | Meeting, heading_path: Sequence[str]) -> str:
    """Return what surrounds a passage, a line each; indexed with it, and never shown."""
    return surroundings(meeting.title, meeting.body, meeting.date, *heading_path)


def surroundings(title: str, body: str | None, day: MeetingDate | None, *headings: str) -> str:
    """Return the same of what tells one meeting from others."""
    return "\n".join(filter(None, (title, body, date_words(day), *headings)))


def index_text(document: Document, chunk: Chunk) -> str:
    """Return what is indexed for *chunk*: its words after those that tell where it stands."""
    return f"{context(document.minutes, chunk.heading_path)}\n{chunk.span.of(document.text)}"


def date_words(day: MeetingDate | None) -> str:
    """Return the words by which a question may name the meeting's date.

    >>> from datetime import date
    >>> date_words(MeetingDate(first=date(2024, 3, 4), last=date(2024, 3, 4)))
    '4 mars 2024 2024-03-04 4/3 våren'
    """
    if day is None:
        return ""
    words = date_text(day.first, day.last)
    if day.first != day.last:
        return words
    return f"{words} {day.iso} {day.first.day}/{day.first.month} {season(day.first)}"
