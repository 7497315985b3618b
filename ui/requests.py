"""Read what programs and command lines ask for: questions and filters, checked."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rag.errors import DatasetError, FilterError
from rag.minutes import DocumentId
from rag.results import Filters

Find = Callable[[str], DocumentId]
"""Return the id of the one meeting whose id starts with the argument."""


class FilterFields(BaseModel):
    """Filters as they are written; dates are a day, a month or a year."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    body: str | None = None
    person: str | None = None
    first: str | None = Field(default=None, alias="from")
    last: str | None = Field(default=None, alias="to")
    meeting: str | None = None


class QuestionLine(BaseModel):
    """One line of a file of questions."""

    model_config = ConfigDict(frozen=True, coerce_numbers_to_str=True)

    id: str
    question: str
    filters: FilterFields = FilterFields()


@dataclass(frozen=True, slots=True)
class Request:
    """A question to be answered."""

    id: str
    question: str
    filters: Filters


def to_filters(fields: FilterFields, find: Find) -> Filters:
    """Return the filters that *fields* mean.

    Raises:
        FilterError: a date cannot be read.
        UnknownMeetingError: the meeting is not in the library.
    """
    return Filters(
        body=fields.body,
        person=fields.person,
        meetings=(find(fields.meeting),) if fields.meeting else (),
        first=first_day(fields.first) if fields.first else None,
        last=last_day(fields.last) if fields.last else None,
    )


def read_questions(path: Path, find: Find) -> list[Request]:
    """Read a JSONL file of objects with `id`, `question` and optional `filters`.

    Raises:
        DatasetError: it cannot be read, or a line is malformed.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DatasetError(f"Frågefilen {path} kan inte läsas: {error}.") from error
    found = [(n, line) for n, line in enumerate(lines, start=1) if line.strip()]
    if not found:
        raise DatasetError(f"Frågefilen {path} har inga frågor: skriv ett JSON-objekt per rad.")
    return [_request(path, number, line, find) for number, line in found]


def _request(path: Path, number: int, line: str, find: Find) -> Request:
    try:
        read = QuestionLine.model_validate(json.loads(line))
    except json.JSONDecodeError as error:
        raise DatasetError(f"{path}, rad {number}: ingen giltig JSON ({error.msg}).") from error
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(map(str, problem["loc"])) or "raden"
        raise DatasetError(f"{path}, rad {number}: {where}: {problem['msg']}.") from error
    return Request(read.id, read.question, to_filters(read.filters, find))


def first_day(text: str) -> date:
    """Return the first day of a day, month or year.

    >>> first_day("2024-03"), first_day("2024")
    (datetime.date(2024, 3, 1), datetime.date(2024, 1, 1))
    """
    try:
        numbers = [int(part) for part in text.split("-")]
        return date(*(*numbers, 1, 1)[:3])
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
