"""Set right refusals against false ones, over every threshold of confidence.

A threshold refuses the questions whose confidence does not exceed it. Right refusals are the share
of questions without an answer that are refused; false refusals the share of answerable ones.
The curve is the receiver operating characteristic with "refuse" as the positive outcome, so its
area is the chance that an answerable question is surer than an absent one, ties counted half
(Hanley & McNeil 1982).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.significance import Floats, Statistic

# One answerable question in twenty refused is what a user is thought to bear.
FALSE_LIMIT = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """Shares of false and of right refusals, from refusing nothing to refusing all."""

    false: tuple[float, ...]
    right: tuple[float, ...]
    area: float
    right_at_limit: float
    """Right refusals at the best threshold with at most 5 % false ones."""


def refusal_curve(answerable: Sequence[float], absent: Sequence[float]) -> Curve:
    """Return the curve for the confidences of *answerable* and of *absent* questions.

    >>> curve = refusal_curve(answerable=[0.9, 0.4], absent=[0.5, 0.1])
    >>> curve.false, curve.right, curve.area
    ((0.0, 0.0, 0.5, 0.5, 1.0), (0.0, 0.5, 0.5, 1.0, 1.0), 0.75)
    """
    confidences = np.array([*answerable, *absent], dtype=np.float64)
    has_answer = np.arange(confidences.size) < len(answerable)
    false, right = _shares(np.ones((1, confidences.size)), confidences, has_answer)
    return Curve(
        false=tuple(false[0].tolist()),
        right=tuple(right[0].tolist()),
        area=float(_area(false, right)[0]),
        right_at_limit=float(_right_at_limit(false, right)[0]),
    )


def area(confidences: Floats, has_answer: NDArray[np.bool_]) -> Statistic:
    """Return the statistic: the area under the refusal curve."""
    return lambda rows: _area(*_shares(rows, confidences, has_answer))


def right_at_limit(confidences: Floats, has_answer: NDArray[np.bool_]) -> Statistic:
    """Return the statistic: right refusals at no more than `FALSE_LIMIT` false ones."""
    return lambda rows: _right_at_limit(*_shares(rows, confidences, has_answer))


def _shares(
    rows: Floats, confidences: Floats, has_answer: NDArray[np.bool_]
) -> tuple[Floats, Floats]:
    """Return false and right refusals, a row for each resample, a column for each threshold."""
    order = np.argsort(confidences, kind="stable")
    firsts = np.unique(confidences[order], return_index=True)[1]
    return (
        _cumulated(rows[:, order] * has_answer[order], firsts),
        _cumulated(rows[:, order] * ~has_answer[order], firsts),
    )


def _cumulated(rows: Floats, firsts: NDArray[np.intp]) -> Floats:
    """Return the running share of each row's weight; equal confidences are one step."""
    steps = np.cumsum(np.add.reduceat(rows, firsts, axis=1), axis=1)
    totals = np.where(steps[:, -1:] > 0, steps[:, -1:], np.nan)
    return np.concatenate([np.zeros((len(rows), 1)), steps], axis=1) / totals


def _area(false: Floats, right: Floats) -> Floats:
    widths = np.diff(false, axis=1)
    heights = (right[:, 1:] + right[:, :-1]) / 2
    summed: Floats = (widths * heights).sum(axis=1)
    return summed


def _right_at_limit(false: Floats, right: Floats) -> Floats:
    # Rounding must not lose a threshold that lies on the limit, as 1 of 20 does.
    allowed = np.where(false <= FALSE_LIMIT + 1e-12, right, 0.0)
    best: Floats = allowed.max(axis=1)
    return np.where(np.isnan(false[:, -1]) | np.isnan(right[:, -1]), np.nan, best)
