"""Hold a run against the committed baseline: no figure may fall by more than its noise."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from eval.atomic import write_whole
from eval.compare import Change, changes
from eval.figures import reckon
from eval.measures import MEASURES
from eval.record import Run, Scored
from eval.significance import Interval
from rag.errors import DatasetError

# A share is known to a thousandth of a thousandth; more only makes the file restless.
DECIMALS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The scores that later runs are held against."""

    file: str
    """The question file's name."""
    sha256: str
    figures: Mapping[str, Interval]
    """For readers; the gate reckons them anew from the scores."""
    questions: tuple[Scored, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the gate says."""

    changes: tuple[Change, ...]
    """Of the gated figures."""
    lost: tuple[str, ...]
    """Ids of the questions that became wrong."""
    gained: tuple[str, ...]
    """Ids of the questions that became right."""

    @property
    def failed(self) -> tuple[Change, ...]:
        """The figures that got worse by more than their noise."""
        return tuple(change for change in self.changes if change.is_worse)

    @property
    def passed(self) -> bool:
        """Whether no figure did."""
        return not self.failed


def check(run: Run, baseline: Path) -> Verdict:
    """Hold *run* against the baseline in the file *baseline*.

    A figure falls by more than its noise when the whole 95 % interval of its paired difference is
    on the worse side of zero. Both runs answer the same questions: only what changed counts.
    """
    kept = load_baseline(baseline)
    if kept.sha256 != run.sha256:
        raise DatasetError(
            f"Baslinjen {baseline} gäller en annan lydelse av frågefilen ({kept.file}, "
            f"{kept.sha256[:12]}) än körningen ({run.file}, {run.sha256[:12]}); "
            "skriv en ny baslinje och granska skillnaden."
        )
    was_right = {scored.id: scored.is_right for scored in kept.questions}
    return Verdict(
        changes=tuple(c for c in changes(kept.questions, run.scored) if c.measure.gated),
        lost=tuple(r.id for r in run.scored if was_right.get(r.id) and not r.is_right),
        gained=tuple(r.id for r in run.scored if not was_right.get(r.id) and r.is_right),
    )


def write_baseline(run: Run, path: Path) -> None:
    """Keep the scores of *run* as the baseline in *path*, one line for each question."""
    baseline = Baseline(
        file=run.file,
        sha256=run.sha256,
        figures={n: f for n, f in reckon(run.scored).items() if MEASURES[n].gated},
        questions=tuple(replace(scored, latency_ms=None) for scored in run.scored),
    )
    plain = _rounded(_adapter().dump_python(baseline, mode="json", exclude_defaults=True))
    write_whole(path, _lines(plain) + "\n")


def load_baseline(path: Path) -> Baseline:
    """Read a baseline that `write_baseline` wrote."""
    try:
        return _adapter().validate_json(path.read_bytes())
    except OSError as error:
        raise DatasetError(
            f"Baslinjen {path} kan inte läsas ({error.strerror}); kontrollera sökvägen."
        ) from error
    except ValidationError as error:
        raise DatasetError(f"{path} är inte en baslinje; skriv en ny från en körning.") from error


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, DECIMALS)
    if isinstance(value, dict):
        return {key: _rounded(inner) for key, inner in value.items()}
    return [_rounded(inner) for inner in value] if isinstance(value, list) else value


def _lines(plain: Mapping[str, Any]) -> str:
    """Return *plain* as JSON with a line for each figure and question, so that changes show."""
    whole = {**plain, "figures": {}, "questions": []}
    figures = [f'"{name}": {json.dumps(figure)}' for name, figure in plain["figures"].items()]
    questions = [json.dumps(scored, ensure_ascii=False) for scored in plain["questions"]]
    return (
        json.dumps(whole, ensure_ascii=False, indent=1)
        .replace('"figures": {}', '"figures": {\n  ' + ",\n  ".join(figures) + "\n }")
        .replace('"questions": []', '"questions": [\n  ' + ",\n  ".join(questions) + "\n ]")
    )


@cache
def _adapter() -> TypeAdapter[Baseline]:
    return TypeAdapter(Baseline)
