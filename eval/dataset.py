"""Read question files: JSONL in, checked and frozen questions out."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from eval.evidence import Evidence
from rag.errors import DatasetError
from rag.minutes import Kind
from rag.results import Filters


class Expect(StrEnum):
    """What the right outcome of a question is."""

    ANSWERABLE = "answerable"
    ABSENT = "absent"
    """The minutes say nothing of it: `not_found` is right."""
    NEAR_MISS = "near_miss"
    """They speak of something close to it: `partial` or `not_found` is right."""


class Category(StrEnum):
    """What a question is a test of."""

    FACT = "fact"
    AMOUNT = "amount"
    DATE = "date"
    ATTENDANCE = "attendance"
    DECISION = "decision"
    ACTION = "action"
    STANCE = "stance"
    WHY = "why"
    CROSS_DOCUMENT = "cross_document"
    FOLLOW_UP = "follow_up"
    ENGLISH = "english"
    MISSPELT = "misspelt"
    NO_DIACRITICS = "no_diacritics"
    ABSENT = "absent"
    NEAR_MISS = "near_miss"
    INJECTION = "injection"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question, and what a right answer to it rests on."""

    id: str
    question: str
    category: Category
    expect: Expect
    evidence: Evidence = ()
    """Groups of strings; all groups are required, each within one cited passage."""
    alternatives: tuple[Evidence, ...] = ()
    """Other evidence that is as good; any one suffices."""
    documents: tuple[str, ...] = ()
    """Ends of the paths that must be cited; evidence counts only in them, if there are any."""
    forbidden: tuple[str, ...] = ()
    """What must not stand in the answer."""
    follows: str | None = None
    """The id of the question that this one carries on from."""
    paraphrased: bool = False
    """True when question and evidence share no content word."""
    filters: Filters = field(default_factory=Filters)
    line: int = 0
    """Where it stands in its file, from 1."""

    @property
    def ways(self) -> tuple[Evidence, ...]:
        """The evidence and its alternatives."""
        return tuple(way for way in (self.evidence, *self.alternatives) if way)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSet:
    """The questions of one file, in its order."""

    name: str
    """The file's name, without its folder."""
    sha256: str
    """Of the file's bytes, line ends as `\\n`: a checkout on Windows is the same file."""
    questions: tuple[Question, ...]


class _FiltersLine(BaseModel):
    """The filters of a line, by the names that the command line uses."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    body: str | None = None
    person: str | None = None
    kind: Kind | None = None
    first: date | None = Field(default=None, alias="from")
    last: date | None = Field(default=None, alias="to")


_Quote = Field(min_length=1)


class _Line(BaseModel):
    """One line of a question file as written; not yet believed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(min_length=1)
    question: str = Field(min_length=1)
    category: Category
    expect: Expect
    evidence: Evidence = ()
    alternatives: tuple[Evidence, ...] = ()
    documents: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    follows: str | None = None
    paraphrased: bool = False
    filters: _FiltersLine = _FiltersLine()

    @model_validator(mode="after")
    def _evidence_fits_expectation(self) -> Self:
        ways = (self.evidence, *self.alternatives)
        if self.expect is Expect.ANSWERABLE and not self.evidence:
            raise ValueError("en besvarbar fråga behöver underlag i ”evidence”")
        if self.expect is Expect.ABSENT and any(ways):
            raise ValueError("en fråga utan svar i protokollen kan inte ha underlag i ”evidence”")
        if any(not group or not all(map(str.strip, group)) for way in ways for group in way):
            raise ValueError("”evidence” har en tom grupp eller ett tomt citat")
        return self

    def to_question(self, line: int) -> Question:
        """Leave pydantic behind: return a plain question."""
        plain: dict[str, Any] = {name: getattr(self, name) for name in type(self).model_fields}
        return Question(**plain | {"filters": Filters(**self.filters.model_dump()), "line": line})


# What pydantic calls a fault, and how we say it; `{field}` is where it is.
_FAULTS = {
    "missing": "fältet ”{field}” saknas",
    "extra_forbidden": "fältet ”{field}” finns inte",
    "enum": "”{field}” är {input!r}, men ska vara en av {expected}",
    "string_type": "”{field}” ska vara en sträng",
    "string_too_short": "”{field}” är tomt",
    "tuple_type": "”{field}” ska vara en lista",
    "bool_parsing": "”{field}” ska vara true eller false",
    "bool_type": "”{field}” ska vara true eller false",
    "value_error": "{reason}",
}


def load_questions(path: Path) -> QuestionSet:
    """Read the question file at *path*; a malformed one is a `DatasetError` with its line."""
    try:
        content = path.read_bytes().replace(b"\r\n", b"\n")
    except OSError as error:
        raise DatasetError(
            f"Frågefilen {path} kan inte läsas ({error.strerror}); kontrollera sökvägen."
        ) from error
    numbered = enumerate(content.split(b"\n"), start=1)
    questions = tuple(
        _read_line(line, f"{path}, rad {number}", number)
        for number, line in numbered
        if line.strip()
    )
    if not questions:
        raise DatasetError(f"Frågefilen {path} är tom; skriv en fråga per rad som JSON.")
    _check_ids(questions, path)
    sha256 = hashlib.sha256(content).hexdigest()
    return QuestionSet(name=path.name, sha256=sha256, questions=questions)


def _read_line(line: bytes, where: str, number: int) -> Question:
    try:
        return _Line.model_validate(json.loads(line.decode("utf-8-sig"))).to_question(number)
    except UnicodeDecodeError as error:
        raise DatasetError(f"{where}: texten är inte UTF-8; spara om filen som UTF-8.") from error
    except json.JSONDecodeError as error:
        raise DatasetError(
            f"{where}: inte giltig JSON vid tecken {error.colno}; rätta raden."
        ) from error
    except ValidationError as error:
        raise DatasetError(f"{where}: {_fault(error)}; rätta raden.") from error


def _fault(error: ValidationError) -> str:
    """Say the first fault of *error* in Swedish."""
    first = error.errors()[0]
    context = first.get("ctx", {})
    if first["type"] in {"model_type", "dict_type"} and not first["loc"]:
        return "raden är inte ett JSON-objekt"
    return _FAULTS.get(first["type"], "”{field}” har fel värde: {input!r}").format(
        field=".".join(map(str, first["loc"])),
        input=first["input"],
        expected=context.get("expected", "").replace(" or ", " eller "),
        reason=context.get("error", ""),
    )


def _check_ids(questions: Iterable[Question], path: Path) -> None:
    lines: dict[str, int] = {}
    for question in questions:
        where = f"{path}, rad {question.line}"
        if question.id in lines:
            raise DatasetError(
                f"{where}: id {question.id!r} står redan på rad {lines[question.id]}; "
                "ge varje fråga ett eget id."
            )
        if question.follows is not None and question.follows not in lines:
            raise DatasetError(
                f"{where}: frågan följer på {question.follows!r}, som inte står tidigare i filen; "
                "rätta ”follows” eller flytta raden."
            )
        lines[question.id] = question.line
