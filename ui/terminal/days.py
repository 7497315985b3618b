"""Write when something was, for a terminal."""

from datetime import date

from rag.minutes import MeetingDate
from rag.swedish.date_words import date_text

NO_DAY = "utan datum"


def when(iso: str | None) -> str:
    """Return a day as ISO 8601, as Swedish lists and options have it, and a longer time in words.

    >>> when("2024-03-04"), when("2024-09-01/2024-11-30"), when(None)
    ('2024-03-04', 'hösten 2024', 'utan datum')
    """
    first, _, last = (iso or NO_DAY).partition("/")
    return date_text(date.fromisoformat(first), date.fromisoformat(last)) if last else first


def held_on(day: MeetingDate | None) -> str:
    """Return when a meeting was held, in the same way."""
    return when(day.iso if day else None)
