"""Tell what a filled-in form corrects of a meeting's fields."""

from collections.abc import Mapping

from rag.errors import CorrectionError
from rag.minutes import MeetingDate, Minutes, Sureness
from rag.storing.corrections import FIELDS, REQUIRED
from ui import strings


def written(minutes: Minutes) -> dict[str, str]:
    """Return each field as a correction of it is written, empty where it is not known."""
    return {field: _written(getattr(minutes, field)) for field in FIELDS}


def changes(minutes: Minutes, filled: Mapping[str, str]) -> dict[str, str | None]:
    """Return what *filled* says otherwise than *minutes* do.

    Raises:
        CorrectionError: a field that every meeting has is left empty.
    """
    before = written(minutes)
    new = {field: " ".join(value.split()) for field, value in filled.items()}
    for field in REQUIRED:
        if not new.get(field, before[field]):
            raise CorrectionError(strings.CORRECT_REQUIRED.format(name=strings.FIELDS[field]))
    return {field: value for field, value in new.items() if value != before[field]}


def corrected(minutes: Minutes) -> tuple[str, ...]:
    """Return the fields that were corrected."""
    readings = minutes.readings
    return tuple(one.field for one in readings if one.sureness is Sureness.CORRECTED)


def _written(value: object) -> str:
    if isinstance(value, MeetingDate):
        return value.iso
    return str(value or "")
