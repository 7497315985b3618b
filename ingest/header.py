"""Read the meeting's facts from the lines before the first item, and from where else they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.clock import HEADER_LINES, read_place, read_time
from ingest.found import Found
from ingest.lines import Line
from ingest.marks import read_registration_number, read_status
from ingest.meeting_date import read_date
from ingest.next_meeting import read_next_meeting
from rag.minutes import MeetingDate, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """When and where, and what the minutes say of themselves."""

    registration_number: Found[str] | None = None
    status: Found[Status] | None = None
    date: Found[MeetingDate] | None = None
    time: Found[str] | None = None
    place: Found[str] | None = None
    next_meeting: Found[MeetingDate] | None = None


def read_header(
    text: str, lines: Sequence[Line], *, first_item: int, held: frozenset[int], file_name: str
) -> Header:
    """Read the lines before index *first_item*; *held* are the lines of the lists of people."""
    top = [line for i, line in enumerate(lines[:first_item][:HEADER_LINES]) if i not in held]
    date = read_date(text, top, lines, file_name=file_name)
    return Header(
        registration_number=read_registration_number(top),
        status=read_status(top, lines, file_name=file_name),
        date=date,
        time=read_time(top, lines),
        place=read_place(top),
        next_meeting=read_next_meeting(lines, date.value if date else None),
    )
