"""Correct fields of parsed minutes by what a user wrote, which then wins over what was read."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from rag.errors import CorrectionError, any_of
from rag.minutes import Kind, MeetingDate, Minutes, Reading, Status, Sureness


def _text(written: str) -> str:
    return written


def _day(written: str) -> MeetingDate:
    """Read a day, or an interval `first/last`."""
    first, _, last = written.partition("/")
    try:
        days = date.fromisoformat(first.strip()), date.fromisoformat((last or first).strip())
    except ValueError as error:
        raise CorrectionError(
            f"Datumet {written!r} kan inte läsas: skriv det som 2024-10-11, eller från och till "
            "som 2024-09-01/2024-11-30."
        ) from error
    if days[0] > days[1]:
        raise CorrectionError(f"Datumet {written!r} slutar före det börjar: byt plats på dagarna.")
    return MeetingDate(first=days[0], last=days[1])


def _one_of(values: type[StrEnum]) -> Callable[[str], StrEnum]:
    def read(written: str) -> StrEnum:
        try:
            return values(written.lower())
        except ValueError as error:
            raise CorrectionError(
                f"Värdet {written!r} finns inte: skriv {any_of(values)}."
            ) from error

    return read


# The fields of `Minutes` that can be corrected, and how what is written for each is read.
FIELDS: Mapping[str, Callable[[str], Any]] = {
    "title": _text,
    "kind": _one_of(Kind),
    "body": _text,
    "organisation": _text,
    "registration_number": _text,
    "status": _one_of(Status),
    "date": _day,
    "time": _text,
    "place": _text,
    "next_meeting": _day,
}
# Every document has these; the others may be said to be absent.
REQUIRED = frozenset({"title", "kind"})


def read_correction(field: str, written: str) -> Any:
    """Return the value that *written* means for *field*; `None` when it is blank.

    Raises:
        CorrectionError: there is no such field, or the value is none of its values.

    >>> read_correction("date", "2024-10-11").iso
    '2024-10-11'
    """
    _require_field(field)
    tidied = " ".join(written.split())
    if tidied:
        return FIELDS[field](tidied)
    if field in REQUIRED:
        raise CorrectionError(f"Fältet {field} får inte vara tomt: skriv {field}=… med ett värde.")
    return None


def check_correction(field: str, written: str | None) -> None:
    """Do nothing when *field* can be corrected to what is *written*, or back when that is `None`.

    Raises:
        CorrectionError: there is no such field, or the value is none of its values.
    """
    if written is None:
        _require_field(field)
    else:
        read_correction(field, written)


def _require_field(field: str) -> None:
    if field not in FIELDS:
        raise CorrectionError(f"Fältet {field!r} kan inte rättas: välj {any_of(FIELDS)}.")


def corrected(parsed: Minutes, corrections: Mapping[str, str]) -> Minutes:
    """Return *parsed* minutes with *corrections*, as written by field."""
    values = {field: read_correction(field, said) for field, said in corrections.items()}
    kept = (reading for reading in parsed.readings if reading.field not in values)
    told = (Reading(field=field, sureness=Sureness.CORRECTED) for field in values)
    return replace(parsed, **values, readings=(*kept, *told))
