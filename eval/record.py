"""Keep a run: what was asked of what, and what came back, as values and as a JSON file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from eval.atomic import write_whole
from eval.dataset import Expect, Question
from eval.evidence import Evidence
from rag.errors import DatasetError
from rag.results import Status, Support

FORMAT = 1
"""Raised when a field changes its meaning; older files are then refused."""

Setting = str | int | float | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationRecord:
    """A citation of an answer, and whether it holds required evidence."""

    n: int
    source: str
    meeting: str
    item: str | None
    page: int | None
    start: int
    end: int
    quote: str
    relevant: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HitRecord:
    """A passage that the search found, and whether it holds required evidence."""

    source: str
    start: int
    end: int
    score: float
    text: str
    relevant: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRecord:
    """A statement of an answer."""

    text: str
    support: Support
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One question's scores, without what was said: all that figures rest on."""

    id: str
    expect: Expect
    scores: Mapping[str, float]
    confidence: float | None
    latency_ms: float | None = None
    """`None` when answering failed, and where times mean nothing, as in a baseline."""

    @property
    def is_right(self) -> bool:
        """Whether the outcome is the right one."""
        return self.scores.get("right") == 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one question got, and its scores."""

    question: Question
    status: Status | None
    """`None` when answering failed."""
    text: str
    statements: tuple[StatementRecord, ...] = ()
    citations: tuple[CitationRecord, ...] = ()
    hits: tuple[HitRecord, ...] = ()
    found: Evidence = ()
    """Groups of evidence that were cited."""
    missed: Evidence = ()
    scores: Mapping[str, float] = field(default_factory=dict)
    """By the names of `eval.measures.MEASURES`; those that mean nothing here are left out."""
    confidence: float | None = None
    latency_ms: float
    error: str | None = None
    """Why answering failed."""

    @property
    def scored(self) -> Scored:
        """The scores alone."""
        return Scored(
            id=self.question.id,
            expect=self.question.expect,
            scores=self.scores,
            confidence=self.confidence,
            latency_ms=self.latency_ms if self.error is None else None,
        )

    @property
    def is_right(self) -> bool:
        """Whether the outcome is the right one."""
        return self.scored.is_right


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryRecord:
    """Which library was asked."""

    documents: int
    chunks: int
    fingerprint: str
    """SHA-256 of the ids of its documents, which are those of their files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Every question of a file put to one assistant."""

    format: int = FORMAT
    created: str
    """ISO 8601, in UTC."""
    file: str
    """The question file's name."""
    sha256: str
    """The question file's, as `eval.dataset.QuestionSet` has it."""
    settings: Mapping[str, Setting]
    versions: Mapping[str, str]
    library: LibraryRecord
    results: tuple[Result, ...]

    @property
    def scored(self) -> tuple[Scored, ...]:
        """The scores of every question, in the file's order."""
        return tuple(result.scored for result in self.results)


def to_plain(run: Run) -> dict[str, object]:
    """Return *run* as JSON knows it: objects, lists, strings, numbers."""
    plain: dict[str, object] = _adapter().dump_python(run, mode="json")
    return plain


def save_run(run: Run, path: Path) -> None:
    """Write *run* to *path* as JSON, whole or not at all."""
    write_whole(path, _adapter().dump_json(run, indent=1).decode() + "\n")


def load_run(path: Path) -> Run:
    """Read a run that `save_run` or the JSON report wrote."""
    try:
        run = _adapter().validate_json(path.read_bytes())
    except OSError as error:
        raise DatasetError(
            f"Körningen {path} kan inte läsas ({error.strerror}); kontrollera sökvägen."
        ) from error
    except ValidationError as error:
        where = ".".join(map(str, error.errors()[0]["loc"])) or "hela filen"
        raise DatasetError(
            f"{path} är inte en sparad körning (fel i: {where}); gör om den med ”eval run”."
        ) from error
    if run.format != FORMAT:
        raise DatasetError(
            f"Körningen {path} har format {run.format}, men programmet läser {FORMAT}; "
            "gör om den med ”eval run”."
        )
    return run


@cache
def _adapter() -> TypeAdapter[Run]:
    return TypeAdapter(Run)
