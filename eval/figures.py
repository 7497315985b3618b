"""Reckon the figures of a run, in all and by category, with their intervals."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.abstention import Curve, refusal_curve
from eval.dataset import Category, Expect
from eval.measures import MEASURES, Measure
from eval.record import Run, Scored
from eval.significance import Interval, interval

Figures = Mapping[str, Interval]
"""By the measure's name; a measure that rests on no question is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFigures:
    """What a run comes to."""

    overall: Figures
    by_category: Mapping[Category, Figures]
    curve: Curve | None
    """Right against false refusals; `None` without questions of both kinds."""


def figures_of(run: Run) -> RunFigures:
    """Return the figures of *run*."""
    categories = {category: _of(run, category) for category in Category}
    return RunFigures(
        overall=reckon(run.scored),
        by_category={
            category: reckon(results) for category, results in categories.items() if results
        },
        curve=_curve(run.scored),
    )


def reckon(results: Sequence[Scored]) -> Figures:
    """Return every measure over *results*."""
    figures = {name: _figure(measure, results) for name, measure in MEASURES.items()}
    return {name: figure for name, figure in figures.items() if figure is not None}


def _figure(measure: Measure, results: Sequence[Scored]) -> Interval | None:
    rests_on = [result for result in results if measure.applies(result)]
    if not rests_on:
        return None
    figure = interval(measure.reckon(rests_on), len(rests_on))
    return None if math.isnan(figure.value) else figure


def _of(run: Run, category: Category) -> list[Scored]:
    return [result.scored for result in run.results if result.question.category is category]


def _curve(results: Sequence[Scored]) -> Curve | None:
    confidences = {
        expect: [
            result.confidence
            for result in results
            if result.expect is expect and result.confidence is not None
        ]
        for expect in (Expect.ANSWERABLE, Expect.ABSENT)
    }
    if not all(confidences.values()):
        return None
    return refusal_curve(confidences[Expect.ANSWERABLE], confidences[Expect.ABSENT])
