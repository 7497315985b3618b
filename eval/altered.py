"""Measure grounding on altered and on faithful statements: `python -m eval.altered`.

A check that still calls an altered statement supported has missed it; a faithful statement that is
not called supported is a false alarm. Half of the sentences, by their digest, are for tuning; the
figures that count are those of the other half.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from eval.grounding_cases import (
    PARAPHRASED,
    REPHRASED,
    SHORTENED,
    WRITTEN,
    Case,
    all_cases,
    true_sentences,
)
from eval.markdown import table
from ingest.files import SAMPLES
from rag.grounding.check import Grounding, ground
from rag.results import Support

SEED = 1
"""Of the alterations; figures are given for this one."""

HEAD = ("Påståenden", "Antal", "Rätt, inställningshalvan", "Rätt, provhalvan")
PAIRS_HEAD = ("Par", "Antal", *Support)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A case and what grounding says of it."""

    case: Case
    grounding: Grounding
    milliseconds: float

    @property
    def right(self) -> bool:
        """Whether a faithful statement is supported, or another is not."""
        return (self.grounding.support is Support.SUPPORTED) == self.case.faithful


def judge(cases: Iterable[Case]) -> list[Judged]:
    """Return what grounding says of each of *cases*."""
    return [_judge(case) for case in cases]


def _judge(case: Case) -> Judged:
    start = process_time()
    grounding = ground(case.statement, [case.quote])
    return Judged(case=case, grounding=grounding, milliseconds=(process_time() - start) * 1000)


def cases_table(judged: Sequence[Judged]) -> str:
    """Return the share of each kind that is judged rightly, for both halves, as Markdown."""
    rows = [
        (
            name,
            str(len(ones)),
            _share([one.right for one in ones if one.case.for_tuning]),
            _share([one.right for one in ones if not one.case.for_tuning]),
        )
        for name, ones in _rows(judged).items()
    ]
    return table(HEAD, rows)


def _rows(judged: Sequence[Judged]) -> Mapping[str, Sequence[Judged]]:
    reworded = {SHORTENED, REPHRASED, WRITTEN}
    changed = [one for one in judged if not one.case.faithful]
    paraphrased = [one for one in changed if one.case.kind.startswith(PARAPHRASED)]
    kinds = dict.fromkeys(one.case.kind for one in judged)
    return {
        "ändrade meningar": [o for o in changed if not o.case.kind.startswith(PARAPHRASED)],
        "ändrade omskrivningar": paraphrased,
        "trogna omskrivningar och förkortningar": [o for o in judged if o.case.kind in reworded],
        **{kind: [one for one in judged if one.case.kind == kind] for kind in kinds},
    }


def pairs_table(path: Path) -> str:
    """Return how the pairs of premise and hypothesis in *path* are judged, by their label."""
    judged: Counter[tuple[str, Support]] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        judged[pair["label"], ground(pair["hypothesis"], [pair["premise"]]).support] += 1
    rows = []
    for label in sorted({label for label, _ in judged}):
        total = sum(judged[label, support] for support in Support)
        shares = (_decimal(judged[label, support] / total) for support in Support)
        rows.append((label, str(total), *shares))
    return table(PAIRS_HEAD, rows)


def _share(right: Sequence[bool]) -> str:
    return _decimal(sum(right) / len(right)) if right else ""


def _decimal(share: float) -> str:
    return f"{share:.3f}".replace(".", ",")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m eval.altered", description=__doc__)
    parser.add_argument("--minutes", type=Path, nargs="*", default=[], help="fler protokoll")
    parser.add_argument("--pairs", type=Path, help="JSONL med premise, hypothesis och label")
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args(arguments)
    said = true_sentences([SAMPLES, *options.minutes])
    judged = judge(all_cases(said, seed=options.seed))
    took = sorted(one.milliseconds for one in judged)
    speed = f"Processortid per påstående: median {took[len(took) // 2]:.2f} ms."
    parts = [f"{len(said)} sanna meningar.", cases_table(judged), speed]
    if options.pairs:
        parts.append(pairs_table(options.pairs))
    sys.stdout.write("\n\n".join(parts) + "\n")


if __name__ == "__main__":
    main()
