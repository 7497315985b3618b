"""Write how well the grammar reads as Markdown and as JSON, for each half of the gold.

Intervals resample documents, not annotations: those of one document are alike.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from eval.agreement import Tally
from eval.gold import Half
from eval.grammar import Field, Score, Scored
from eval.markdown import safe, table
from eval.significance import Floats, Interval, Statistic, interval
from eval.wording import NOTHING, decimal

HALVES: Mapping[Half, str] = {
    Half.TUNE: "Halvan att rätta efter",
    Half.REPORT: "Halvan att redovisa",
}
MEASURES = ("Precision", "Täckning", "F1")

# What the grammar is to reach on the half that it was not tuned on: F1, and the share of dates.
TARGETS: Mapping[Field | None, float] = {
    None: 0.98,
    Field.PEOPLE: 0.95,
    Field.HEADINGS: 0.95,
    Field.DECISIONS: 0.90,
    Field.ACTIONS: 0.80,
}
HEAD = ("Fält", *MEASURES, "F1, 95 % intervall", "Mål", "I facit", "Funna", "Rätt")


def grammar_markdown(scored: Scored, *, errors: bool = False) -> str:
    """Return a table for each half that was scored and, if wanted, every error by document."""
    parts = ["# Hur protokoll läses"]
    for half, of_half in _halves(scored.scores).items():
        parts += [f"## {HALVES[half]}: {len(of_half)} dokument", _table(of_half), _dates(of_half)]
        lost = [f"{score.file}: {shown}" for score in of_half for shown in _lost(score)]
        parts += [_list("Annotationer vars ord inte längre står i texten", lost)]
        parts += [_errors(score) for score in of_half if errors]
    parts.append(_list("Dokument som inte kunde mätas", scored.unscored))
    return "\n\n".join(part for part in parts if part) + "\n"


def grammar_json(scored: Scored) -> dict[str, Any]:
    """Return the figures of each half, and each document's date, matches and errors."""
    return {
        "halves": {
            half.value: {
                "documents": len(of_half),
                "date": {name: asdict(figure) for name, figure in date_figures(of_half).items()},
                **{
                    field.name.lower(): {
                        name: asdict(figure) for name, figure in figures(of_half, field).items()
                    }
                    for field in Field
                },
            }
            for half, of_half in _halves(scored.scores).items()
        },
        "documents": [
            asdict(score)
            | {"fields": {field.name.lower(): asdict(t) for field, t in score.fields.items()}}
            for score in scored.scores
        ],
        "unscored": list(scored.unscored),
    }


def figures(scores: Sequence[Score], field: Field) -> dict[str, Interval]:
    """Return precision, recall and F1 of *field* over all readings of *scores*."""
    tallies = [score.fields[field] for score in scores]
    matched, found, expected = (
        np.array([getattr(tally, name) for tally in tallies], dtype=np.float64)
        for name in ("matched", "found", "expected")
    )
    statistics = (
        _ratio(matched, found),
        _ratio(matched, expected),
        _ratio(2 * matched, found + expected),
    )
    return {
        name: interval(statistic, len(scores))
        for name, statistic in zip(MEASURES, statistics, strict=True)
    }


def date_figures(scores: Sequence[Score]) -> dict[str, Interval]:
    """Return the share of dates that are right, and of those that are wrong without a sign."""
    every = np.ones(len(scores))
    right = np.array([score.date.is_right for score in scores], dtype=np.float64)
    silent = np.array([score.date.is_silently_wrong for score in scores], dtype=np.float64)
    return {
        "Rätt": interval(_ratio(right, every), len(scores)),
        "Tyst fel": interval(_ratio(silent, every), len(scores)),
    }


def _ratio(part: Floats, whole: Floats) -> Statistic:
    """Return the statistic: the sum of *part* by that of *whole*; no number when that is 0."""

    def statistic(rows: Floats) -> Floats:
        wholes = rows @ whole
        shares = np.full(wholes.shape, np.nan)
        np.divide(rows @ part, wholes, out=shares, where=wholes > 0)
        return shares

    return statistic


def _halves(scores: Iterable[Score]) -> dict[Half, list[Score]]:
    kept = list(scores)
    halves = {half: [score for score in kept if score.half is half] for half in Half}
    return {half: of_half for half, of_half in halves.items() if of_half}


def _table(scores: Sequence[Score]) -> str:
    return table(HEAD, [_date_row(scores), *(_row(scores, field) for field in Field)])


def _row(scores: Sequence[Score], field: Field) -> tuple[str, ...]:
    measured = figures(scores, field)
    tallies = [score.fields[field] for score in scores]
    counts = (sum(getattr(t, name) for t in tallies) for name in ("expected", "found", "matched"))
    return (
        field.value,
        *(_number(measured[name].value) for name in MEASURES),
        _ends(measured["F1"]),
        decimal(TARGETS[field], 2),
        *map(str, counts),
    )


def _date_row(scores: Sequence[Score]) -> tuple[str, ...]:
    right = date_figures(scores)["Rätt"]
    counts = (
        sum(score.date.expected is not None for score in scores),
        sum(score.date.found is not None for score in scores),
        sum(score.date.is_right for score in scores),
    )
    return (
        "Datum rätt", NOTHING, NOTHING, _number(right.value), _ends(right),
        decimal(TARGETS[None], 2), *map(str, counts),
    )  # fmt: skip


def _dates(scores: Sequence[Score]) -> str:
    silent = [score.file for score in scores if score.date.is_silently_wrong]
    share = _number(date_figures(scores)["Tyst fel"].value)
    return f"Datum som är fel utan att vara märkta som osäkra: {share}" + (
        f" ({', '.join(map(safe, silent))})." if silent else "."
    )


def _errors(score: Score) -> str:
    """Return what is wrong with one document, or nothing."""
    lines = []
    if not score.date.is_right:
        date = score.date
        lines.append(f"Datum: {date.expected or NOTHING}, läst {date.found or NOTHING}")
    for field, tally in score.fields.items():
        lines += [f"{field.value}, missad: {shown}" for shown in tally.missed]
        lines += [f"{field.value}, för mycket: {shown}" for shown in tally.extra]
    return _list(score.file, lines)


def _lost(score: Score) -> list[str]:
    tallies: Iterable[Tally] = score.fields.values()
    return [shown for tally in tallies for shown in tally.lost]


def _list(heading: str, lines: Sequence[str]) -> str:
    if not lines:
        return ""
    return f"### {safe(heading)}\n\n" + "\n".join(f"- {safe(line)}" for line in lines)


def _number(value: float) -> str:
    return NOTHING if np.isnan(value) else decimal(value, 3)


def _ends(figure: Interval) -> str:
    return f"{_number(figure.low)}–{_number(figure.high)}"
