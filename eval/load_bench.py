"""Measure what many users at once wait for while one writes, and whether memory grows.

python -m eval.load_bench --folder var/load                    32 clients for 10 minutes
python -m eval.load_bench --folder var/load --minutes 1        a shorter time
python -m eval.load_bench --folder var/load --text FOLDER …    of texts of one's own, recombined

A client is a thread of the server's process, as each tab of the app is: all share one assistant,
keep their conversations, and read for 5 to 10 seconds between an answer and the next question. The
writer adds, corrects, replaces and removes a meeting, with 2 seconds between one change and the
next. What Streamlit and the browser take is not in it: `eval.app_bench` has that.

Where the host of a virtual machine gives its time to others, all waits grow: how much it gave is
told, and what those waited who asked while it gave next to none.

The library stays in the folder, for the next run.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from eval.load import GLANCE_S, Borne, Load, Took, asked, bear
from eval.markdown import table
from eval.scale_measures import build
from eval.spawned import alone
from eval.wording import NO_BREAK_SPACE, decimal, milliseconds
from rag.many import ENVIRONMENT

CHUNKS = 10_000
CLIENTS = 32
MINUTES = 10.0
PARTS = ("första", "andra", "sista")
COLUMNS = (
    "Tredjedel",
    "Frågor",
    "p50",
    "p95",
    "p99",
    "Längsta",
    "CPU p95",
    "Ändringar",
    "Deras p95",
    "Minne",
)
GOAL_MS = 500
# Who asked or wrote in a second of which the host took more has waited for it, too.
UNDISTURBED = 0.02
# … or behind those who waited then.
BEFORE_S = 5.0
GOAL_GROWTH = 1.05


def tables(borne: Borne) -> str:
    """Return what was borne by thirds of the time, and what it comes to."""
    third = borne.seconds / len(PARTS)
    rows = [
        _row(name, borne, number * third, (number + 1) * third) for number, name in enumerate(PARTS)
    ]
    rows.append(_row("hela tiden", borne, 0, borne.seconds))
    growth = _memory(borne, 2 * third, borne.seconds) / _memory(borne, third, 2 * third)
    p95 = np.percentile([one.ms for one in borne.questions], 95)
    cpu = 1_000 * borne.cpu_s / max(1, len(borne.questions))
    verdict = (
        f"Fel: {len(borne.errors)} (mål: 0). "
        f"p95: {milliseconds(p95)} (mål: {milliseconds(GOAL_MS)}). "
        f"Minne, sista tredjedelen mot den andra: {decimal(growth, 3)} "
        f"(mål: {decimal(GOAL_GROWTH, 2)}). Processorns arbete: {milliseconds(cpu)} per fråga, "
        "skrivandet inräknat."
    )
    return "\n\n".join((table(COLUMNS, rows), verdict, _disturbed(borne), *borne.errors))


def _disturbed(borne: Borne) -> str:
    """Return how much the machine's host took, and the waits without it."""
    share = float(np.mean([taken for _, taken in borne.stolen])) if borne.stolen else 0.0
    calm = _undisturbed(borne)
    p95 = _share([one.ms for one in calm], 95)
    return (
        f"Värden tog {decimal(100 * share, 1)}{NO_BREAK_SPACE}% av maskinens tid; p95 bland de "
        f"{len(calm)} frågor under vilka den tog högst {decimal(100 * UNDISTURBED, 0)}"
        f"{NO_BREAK_SPACE}%: {p95}."
    )


def _undisturbed(borne: Borne) -> list[Took]:
    """Return the questions that were put and answered while the host took next to nothing."""
    taken = [at for at, share in borne.stolen if share > UNDISTURBED]
    return [
        one
        for one in borne.questions
        if not any(one.at - BEFORE_S <= at <= one.at + one.ms / 1_000 + GLANCE_S for at in taken)
    ]


def _row(name: str, borne: Borne, start: float, end: float) -> Sequence[str]:
    questions, changes = _within(borne.questions, start, end), _within(borne.changes, start, end)
    waited = [_share([one.ms for one in questions], percent) for percent in (50, 95, 99, 100)]
    worked = _share([one.cpu_ms for one in questions], 95)
    writing = _share([one.ms for one in changes], 95)
    held = f"{_memory(borne, start, end):.0f}{NO_BREAK_SPACE}MB"
    return (name, str(len(questions)), *waited, worked, str(len(changes)), writing, held)


def _share(times: Sequence[float], percent: int) -> str:
    return milliseconds(np.percentile(times, percent)) if times else "–"


def _within(all_: Sequence[Took], start: float, end: float) -> list[Took]:
    return [one for one in all_ if start <= one.at < end]


def _memory(borne: Borne, start: float, end: float) -> float:
    held = [megabytes for at, megabytes in borne.memory if start <= at < end]
    return float(np.mean(held)) if held else float("nan")


def prepared(folder: Path, texts: Sequence[Path], chunks: int) -> tuple[Path, list[str]]:
    """Return a library of so many chunks, and questions to it; made at the first call."""
    library, questions = folder / f"library-{chunks}", folder / f"questions-{chunks}.json"
    if not questions.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _, pieces = alone(build, texts, library, chunks)
        questions.write_text(json.dumps(pieces), encoding="utf-8")
    return library, asked(json.loads(questions.read_text(encoding="utf-8")))


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m eval.load_bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--text", type=Path, nargs="*", default=())
    parser.add_argument("--chunks", type=int, default=CHUNKS)
    parser.add_argument("--clients", type=int, default=CLIENTS)
    parser.add_argument("--minutes", type=float, default=MINUTES)
    given = parser.parse_args(arguments)
    library, questions = prepared(given.folder, given.text, given.chunks)
    load = Load(clients=given.clients, seconds=given.minutes * 60)
    os.environ.update(ENVIRONMENT)  # as the server's own process is started
    with TemporaryDirectory(prefix="motesminne-", ignore_cleanup_errors=True) as written:
        borne = alone(bear, library, questions, Path(written), load)
    sys.stdout.write(tables(borne) + "\n")


if __name__ == "__main__":
    main()
