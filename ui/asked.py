"""Read what programs and command lines ask for: questions and filters, checked."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator

from rag.errors import DatasetError, FilterError, UnknownMeetingError
from rag.minutes import DocumentId, Kind
from rag.results import Filters

Find = Callable[[str], DocumentId]
"""Return the id of the one meeting whose id starts with the argument."""


def _encodable(text: str) -> str:
    """Return *text*, unless JSON's escapes made half a character of it: a `ValueError`."""
    text.encode()
    return text


class FilterFields(BaseModel):
    """Filters as they are written; dates are a day, a month or a year."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    body: str | None = None
    person: str | None = None
    first: str | None = Field(default=None, alias="from")
    last: str | None = Field(default=None, alias="to")
    kind: str | None = None
    meeting: str | None = None

    @field_validator("*")
    @classmethod
    def _is_text(cls, value: str | None) -> str | None:
        return value and _encodable(value)


class QuestionLine(BaseModel):
    """One line of a file of questions."""

    model_config = ConfigDict(frozen=True)

    id: str | int
    question: str
    filters: FilterFields = FilterFields()
    follows: str | int | None = None

    @field_validator("question")
    @classmethod
    def _is_text(cls, value: str) -> str:
        return _encodable(value)

    @field_validator("id", "follows", mode="plain")
    @classmethod
    def _keep_id(cls, value: object, info: ValidationInfo) -> object:
        """Return a string or a number as it stands, so that programs find it again."""
        if type(value) not in {str, int} and not (value is None and info.field_name == "follows"):
            raise ValueError
        return value


# What pydantic calls a fault, and how we say it; `{field}` is where it is.
_FAULTS = {
    "missing": "fältet «{field}» saknas",
    "extra_forbidden": "fältet «{field}» finns inte",
    "string_type": "«{field}» ska vara en sträng",
    "model_type": "«{field}» ska vara ett JSON-objekt",
}


@dataclass(frozen=True, slots=True)
class Request:
    """A question to be answered."""

    id: str | int
    question: str
    filters: Filters
    follows: str | int | None = None
    """The id of the question that it carries on from."""


def to_filters(fields: FilterFields, find: Find) -> Filters:
    """Return the filters that *fields* mean.

    Raises:
        FilterError: a date or a kind cannot be read, or the first day is after the last.
        UnknownMeetingError: the meeting is not in the library.
    """
    first = first_day(fields.first) if fields.first else None
    last = last_day(fields.last) if fields.last else None
    if first and last and first > last:
        raise FilterError(f"Från {first} till {last} är baklänges: byt plats på datumen.")
    return Filters(
        body=fields.body,
        person=fields.person,
        kind=to_kind(fields.kind) if fields.kind else None,
        meetings=(find(fields.meeting),) if fields.meeting else (),
        first=first,
        last=last,
    )


def to_kind(text: str) -> Kind:
    """Return the kind of minutes that *text* is the word for.

    >>> to_kind("Protokoll")
    <Kind.PROTOKOLL: 'protokoll'>
    """
    try:
        return Kind(text.strip().lower())
    except ValueError as error:
        kinds = ", ".join(Kind)
        raise FilterError(f"Sorten {text!r} finns inte: skriv en av {kinds}.") from error


def read_questions(path: Path, find: Find) -> list[Request]:
    """Read a JSONL file of objects with `id`, `question` and optional `filters`.

    Raises:
        DatasetError: it cannot be read, or a line is malformed.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise DatasetError(
            f"Frågefilen {path} kan inte läsas ({error.strerror}): kontrollera sökvägen."
        ) from error
    except UnicodeDecodeError as error:
        raise DatasetError(f"Frågefilen {path} är inte UTF-8: spara om den i UTF-8.") from error
    found = [(n, line) for n, line in enumerate(lines, start=1) if line.strip()]
    if not found:
        raise DatasetError(f"Frågefilen {path} har inga frågor: skriv ett JSON-objekt per rad.")
    requests = [_request(path, number, line, find) for number, line in found]
    known: set[str | int] = set()
    for (number, _), request in zip(found, requests, strict=True):
        if request.follows is not None and request.follows not in known:
            raise DatasetError(
                f"{path}, rad {number}: frågan följer på {request.follows!r}, som inte står "
                "tidigare i filen; rätta «follows» eller flytta raden."
            )
        known.add(request.id)
    return requests


def _request(path: Path, number: int, line: str, find: Find) -> Request:
    where = f"{path}, rad {number}"
    try:
        read = QuestionLine.model_validate(json.loads(line))
        return Request(read.id, read.question, to_filters(read.filters, find), read.follows)
    except json.JSONDecodeError as error:
        raise DatasetError(
            f"{where}: inte giltig JSON vid tecken {error.colno}; rätta raden."
        ) from error
    except ValidationError as error:
        raise DatasetError(f"{where}: {_fault(error)}; rätta raden.") from error
    except (FilterError, UnknownMeetingError) as error:
        raise DatasetError(f"{where}: {error}") from error


def _fault(error: ValidationError) -> str:
    """Say the first fault of *error* in Swedish."""
    first = error.errors()[0]
    said = _FAULTS.get(first["type"], "«{field}» har ett värde som inte kan läsas")
    return said.format(field=".".join(map(str, first["loc"])) or "raden")


def first_day(text: str) -> date:
    """Return the first day of a day, month or year.

    >>> first_day("2024-03"), first_day("2024")
    (datetime.date(2024, 3, 1), datetime.date(2024, 1, 1))
    """
    try:
        numbers = [int(part) for part in text.split("-")]
        return date(*numbers, *(1, 1, 1)[len(numbers) :])
    except (ValueError, TypeError) as error:
        raise FilterError(
            f"Datumet {text!r} kan inte läsas: skriv det som 2024-03-04, 2024-03 eller 2024."
        ) from error


def last_day(text: str) -> date:
    """Return the last day of a day, month or year.

    >>> last_day("2024-02"), last_day("2024-02-03")
    (datetime.date(2024, 2, 29), datetime.date(2024, 2, 3))
    """
    start = first_day(text)
    match text.count("-"):
        case 0:
            return start.replace(month=12, day=31)
        case 1:
            following = (start.replace(day=28) + timedelta(days=4)).replace(day=1)
            return following - timedelta(days=1)
        case _:
            return start
