"""Tell what a filled-in form corrects of a meeting's fields."""

from collections.abc import Mapping

from ingest.dates import WEEKDAYS, find_dates
from rag.errors import CorrectionError
from rag.minutes import MeetingDate, Minutes, Sureness
from rag.storing.corrections import FIELDS, REQUIRED
from ui import strings

DATES = frozenset({"date", "next_meeting"})
# "tisdagen den 19 november 2024"
BESIDE = frozenset({"den", *(f"{day}dag{the}" for day in WEEKDAYS for the in ("", "en"))})


def written(minutes: Minutes) -> dict[str, str]:
    """Return each field as a correction of it is written, empty where it is not known."""
    return {field: _written(getattr(minutes, field)) for field in FIELDS}


def changes(minutes: Minutes, filled: Mapping[str, str]) -> dict[str, str | None]:
    """Return what *filled* says otherwise than *minutes* do.

    Raises:
        CorrectionError: a field that every meeting has is left empty.
    """
    before = written(minutes)
    new = {field: _as_corrected(field, " ".join(value.split())) for field, value in filled.items()}
    for field in REQUIRED:
        if not new.get(field, before[field]):
            raise CorrectionError(strings.CORRECT_REQUIRED.format(name=strings.FIELDS[field]))
    return {field: value for field, value in new.items() if value != before[field]}


def corrected(minutes: Minutes) -> tuple[str, ...]:
    """Return the fields that were corrected."""
    readings = minutes.readings
    return tuple(one.field for one in readings if one.sureness is Sureness.CORRECTED)


def _as_corrected(field: str, value: str) -> str:
    """Return a day or an interval that is written in words as a correction of a date has it."""
    if field not in DATES or not value:
        return value
    dates = find_dates(value)
    if len(dates) != 1:
        return value
    [day] = dates
    beside = (value[: day.span.start] + value[day.span.end :]).lower().split()
    return value if set(beside) - BESIDE else MeetingDate(first=day.first, last=day.last).iso


def _written(value: object) -> str:
    if isinstance(value, MeetingDate):
        return value.iso
    return str(value or "")
