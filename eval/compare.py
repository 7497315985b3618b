"""Set two runs of the same questions against each other, question by question."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.measures import MEASURES, Measure
from eval.record import Result, Run, Scored
from eval.significance import Interval, difference, interval
from rag.errors import DatasetError

# Less is the rounding of a stored baseline, or the order in which a processor adds.
NEGLIGIBLE = 1e-4


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How one figure changed, over the questions where both runs have it."""

    measure: Measure
    before: float
    after: float
    difference: Interval
    """*after* less *before*, by paired bootstrap."""

    @property
    def is_worse(self) -> bool:
        """Whether it got worse by more than its noise."""
        return self._best_case < -NEGLIGIBLE

    @property
    def is_better(self) -> bool:
        """Whether it got better by more than its noise."""
        return self._worst_case > NEGLIGIBLE

    @property
    def noise(self) -> float:
        """How far the difference may be off in the direction of no change."""
        gain = self.difference
        return gain.value - gain.low if gain.value > 0 else gain.high - gain.value

    @property
    def _best_case(self) -> float:
        """The gain at the better end of the interval."""
        return -self.difference.low if self.measure.lower_is_better else self.difference.high

    @property
    def _worst_case(self) -> float:
        return -self.difference.high if self.measure.lower_is_better else self.difference.low


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What one question got in each run."""

    before: Result
    after: Result

    @property
    def is_changed(self) -> bool:
        """Whether the outcome went from right to wrong or the other way."""
        return self.before.is_right != self.after.is_right


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two runs of the same questions."""

    before: Run
    after: Run
    changes: tuple[Change, ...]
    pairs: tuple[Pair, ...]
    """All questions, in the file's order."""

    @property
    def gained(self) -> tuple[Pair, ...]:
        """The questions that became right."""
        return tuple(pair for pair in self.pairs if pair.is_changed and pair.after.is_right)

    @property
    def lost(self) -> tuple[Pair, ...]:
        """The questions that became wrong."""
        return tuple(pair for pair in self.pairs if pair.is_changed and pair.before.is_right)

    @property
    def same_library(self) -> bool:
        """Whether both runs asked the same documents."""
        return self.before.library.fingerprint == self.after.library.fingerprint


def compare(before: Run, after: Run) -> Comparison:
    """Return how *after* differs from *before*; other questions are a `DatasetError`."""
    if before.sha256 != after.sha256:
        raise DatasetError(
            f"Körningarna gäller olika frågefiler ({before.file}, {before.sha256[:12]}, och "
            f"{after.file}, {after.sha256[:12]}); kör båda på samma fil."
        )
    return Comparison(
        before=before,
        after=after,
        changes=tuple(changes(before.scored, after.scored)),
        pairs=tuple(
            Pair(before=one, after=other)
            for one, other in zip(before.results, after.results, strict=True)
        ),
    )


def changes(before: Sequence[Scored], after: Sequence[Scored]) -> list[Change]:
    """Return how each measure changed; questions are paired by id."""
    later = {result.id: result for result in after}
    pairs = [(one, later[one.id]) for one in before if one.id in later]
    return [
        change for measure in MEASURES.values() if (change := _change(measure, pairs)) is not None
    ]


def _change(measure: Measure, pairs: Sequence[tuple[Scored, Scored]]) -> Change | None:
    both = [pair for pair in pairs if measure.applies(pair[0]) and measure.applies(pair[1])]
    if not both:
        return None
    before, after = (measure.reckon([pair[side] for pair in both]) for side in (0, 1))
    return Change(
        measure=measure,
        before=interval(before, len(both)).value,
        after=interval(after, len(both)).value,
        difference=difference(before, after, len(both)),
    )
