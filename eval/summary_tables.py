"""Write what was measured of summaries as Markdown and as JSON."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from eval.gold import Half
from eval.markdown import table
from eval.summaries import Found
from eval.summary_run import ORACLE, Measured
from eval.wording import decimal

OURS = "Mötesminne"
TOTAL = "alla"

MEASURES: Mapping[str, Callable[[Measured], float]] = {
    "Längd, allt som visas": lambda one: one.score.length,
    "… varav citerat": lambda one: one.score.quoted,
    "Belagda": lambda one: one.score.support,
    "Upprepning": lambda one: one.score.redundancy,
    "LIX": lambda one: one.score.lix,
}
"""Means over the meetings."""

FINDINGS: Mapping[str, Callable[[Measured], Found]] = {
    "Beslut, ord för ord": lambda one: one.score.decisions,
    "Uppdrag": lambda one: one.score.actions,
    "… med vem och när": lambda one: one.score.whole_actions,
}

Groups = Mapping[str, Sequence[Measured]]


def summary_markdown(measured: Sequence[Measured], unread: Sequence[str]) -> str:
    """Return the tables, and what could not be measured."""
    groups = _groups(measured)
    parts = [
        table(("Täckning av punkter", *_columns(groups)), list(_coverage_rows(groups))),
        table(("Sammanfattningarna", *groups), list(_measure_rows(groups))),
    ]
    lines = "\n".join(f"- {line}" for line in unread)
    return "\n\n".join(part.strip() for part in (*parts, lines) if part) + "\n"


def summary_json(measured: Sequence[Measured], unread: Sequence[str]) -> dict[str, Any]:
    """Return every meeting's figures."""
    return {
        "meetings": [
            {
                "file": one.expected.document.source,
                "half": str(one.expected.half),
                **asdict(one.score),
                "at_length": dict(one.at_length),
                "at_quoted": dict(one.at_quoted),
            }
            for one in measured
        ],
        "unread": list(unread),
    }


def _groups(measured: Sequence[Measured]) -> dict[str, Sequence[Measured]]:
    """Return the meetings by half, and all of them."""
    halves = {half.value: [one for one in measured if one.expected.half is half] for half in Half}
    return {name: own for name, own in (halves | {TOTAL: measured}).items() if own}


def _columns(groups: Groups) -> list[str]:
    return [*groups, *(f"{name}, lika citerat" for name in groups)]


def _coverage_rows(groups: Groups) -> Iterable[Sequence[str]]:
    own = [_mean(one.score.coverage for one in found) for found in groups.values()]
    yield OURS, *_written([*own, *own])
    names = next(iter(groups.values()))[0].at_length
    best = [0.0] * (2 * len(groups))
    for name in names:
        shares = [
            *(_mean(one.at_length[name] for one in found) for found in groups.values()),
            *(_mean(one.at_quoted[name] for one in found) for found in groups.values()),
        ]
        if name != ORACLE:
            best = list(map(max, best, shares))
        yield name, *_written(shares)
    times = [
        share / other if other else 0.0 for share, other in zip([*own, *own], best, strict=True)
    ]
    yield "Gånger den bästa enkla", *_written(times)


def _measure_rows(groups: Groups) -> Iterable[Sequence[str]]:
    for name, measure in MEASURES.items():
        yield name, *_written(_mean(measure(one) for one in found) for found in groups.values())
    for name, finding in FINDINGS.items():
        yield name, *(_found(map(finding, own)) for own in groups.values())
    surplus = (sum(one.score.surplus for one in own) for own in groups.values())
    yield "Beslut som inte är beslut", *map(str, surplus)


def _found(found: Iterable[Found]) -> str:
    """Return the sums: how many of how many, and how many the grammar had not read."""
    every = list(found)
    expected = sum(one.expected for one in every)
    share = f"{sum(one.found for one in every)} av {expected}"
    return f"{share} ({sum(one.unread for one in every)} olästa)"


def _mean(values: Iterable[float]) -> float:
    return float(np.mean(list(values)))


def _written(values: Iterable[float]) -> list[str]:
    return [decimal(value, 3 if value < 10 else 1) for value in values]  # noqa: PLR2004 - digits
