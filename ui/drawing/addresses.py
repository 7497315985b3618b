"""Say where the app's pages are that other pages lead to."""

from urllib.parse import quote

MEETINGS_PATH = "moten"
MEETING_PARAMETER = "mote"
MATTERS_PATH = "arenden"
MATTER_PARAMETER = "arende"


def meeting_address(document: str) -> str:
    """Return where a meeting is shown, by the id of its minutes."""
    return f"{MEETINGS_PATH}?{MEETING_PARAMETER}={quote(document)}"


def matter_address(matter: str) -> str:
    """Return where the course of a matter is shown, by its number or subject.

    >>> matter_address("KS 2024/7")
    'arenden?arende=KS%202024/7'
    """
    return f"{MATTERS_PATH}?{MATTER_PARAMETER}={quote(matter)}"
