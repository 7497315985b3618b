"""Name every figure of a run: what it is called, what it says, and how it is reckoned."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from eval.abstention import area, right_at_limit
from eval.dataset import Expect
from eval.record import Scored
from eval.significance import Floats, Statistic, mean, percentile

Reckon = Callable[[Sequence[Scored]], Statistic]


class Unit(Enum):
    """How a figure is written."""

    SHARE = "share"
    MILLISECONDS = "ms"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A figure of a run; label and explanation are what users read."""

    name: str
    label: str
    explanation: str
    unit: Unit = Unit.SHARE
    lower_is_better: bool = False
    gated: bool = True
    """Whether the gate minds it: not what depends on the machine."""
    applies: Callable[[Scored], bool]
    """Which results it rests on."""
    reckon: Reckon
    """Makes the statistic for such results."""


def _score(name: str, label: str, explanation: str, *, lower_is_better: bool = False) -> Measure:
    """Return the mean of the score called *name*."""
    return Measure(
        name=name,
        label=label,
        explanation=explanation,
        lower_is_better=lower_is_better,
        applies=lambda result: name in result.scores,
        reckon=lambda results: mean(_floats(result.scores[name] for result in results)),
    )


def _latency(name: str, label: str, explanation: str, share: float) -> Measure:
    return Measure(
        name=name,
        label=label,
        explanation=explanation,
        unit=Unit.MILLISECONDS,
        lower_is_better=True,
        gated=False,
        applies=lambda result: result.latency_ms is not None,
        reckon=lambda results: percentile(_floats(r.latency_ms for r in results), share),
    )


def _refusal(
    name: str, label: str, explanation: str, statistic: Callable[..., Statistic]
) -> Measure:
    return Measure(
        name=name,
        label=label,
        explanation=explanation,
        applies=_on_curve,
        reckon=lambda results: statistic(
            _floats(result.confidence for result in results),
            np.array([result.expect is Expect.ANSWERABLE for result in results]),
        ),
    )


def _on_curve(result: Scored) -> bool:
    """Tell whether *result* is of those that the curve of refusals sets against each other."""
    return result.confidence is not None and result.expect is not Expect.NEAR_MISS


def _floats(values: Iterable[float | None]) -> Floats:
    return np.fromiter(values, dtype=np.float64)


_ALL = (
    _score(
        "right",
        "Rätt utfall",
        "Andel frågor som slutade som de ska: rätt svar med belägg, ett delsvar eller ett ärligt "
        "”framgår inte”.",
    ),
    _score(
        "correct",
        "Rätta svar",
        "Andel besvarbara frågor där källhänvisningarna täcker allt som svaret måste vila på.",
    ),
    _score("hit@1", "Träff på plats 1", "Andel besvarbara frågor vars bästa träff har underlaget."),
    _score("hit@3", "Träff bland 3", "Andel besvarbara frågor med underlag bland tre träffar."),
    _score("hit@10", "Träff bland 10", "Andel besvarbara frågor med underlag bland tio träffar."),
    _score(
        "ndcg@10",
        "nDCG@10",
        "Hur högt träffarna med underlag ligger bland de tio bästa; 1 när de ligger först.",
    ),
    _score(
        "groups@10",
        "Underlag bland 10",
        "Andel av det underlag som krävs som finns bland de tio bästa träffarna.",
    ),
    _score(
        "citation_recall",
        "Täckt underlag",
        "Andel av det underlag som krävs som svaret hänvisar till.",
    ),
    _score(
        "citation_precision",
        "Träffsäkra hänvisningar",
        "Andel av svarets källhänvisningar som pekar på underlag som krävs.",
    ),
    _score(
        "support",
        "Belagda påståenden",
        "Andel påståenden som bärs av de ord de hänvisar till.",
    ),
    _score(
        "verbatim",
        "Ordagranna citat",
        "Andel källhänvisningar vars citat är exakt de tecken i dokumentet som de pekar ut.",
    ),
    _score(
        "right_refusal",
        "Rätt avstått",
        "Andel frågor utan svar i protokollen som fick beskedet att det inte framgår.",
    ),
    _score(
        "false_refusal",
        "Avstått i onödan",
        "Andel besvarbara frågor som fick beskedet att det inte framgår.",
        lower_is_better=True,
    ),
    _score(
        "right_near_miss",
        "Rätt vid nästan-träff",
        "Andel frågor nära något i protokollen som fick ett delsvar eller inget, inte ett helt.",
    ),
    _score(
        "right_partial",
        "Delsvar vid nästan-träff",
        "Andel frågor nära något i protokollen som fick ett delsvar.",
    ),
    _refusal(
        "refusal_area",
        "Yta under avståendekurvan",
        "Hur ofta en besvarbar fråga har säkrare träffar än en utan svar; 0,5 är slump.",
        area,
    ),
    _refusal(
        "refusal@5",
        "Rätt avstått vid 5 % onödiga",
        "Störst andel rätt avstådda med en tröskel som avstår i onödan högst 5 gånger av 100.",
        right_at_limit,
    ),
    _latency("latency_p50", "Svarstid, median", "Hälften av svaren kom så här fort.", 0.50),
    _latency("latency_p95", "Svarstid, p95", "19 svar av 20 kom så här fort.", 0.95),
)

MEASURES: Mapping[str, Measure] = {measure.name: measure for measure in _ALL}
