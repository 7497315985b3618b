"""Measure what a user of the app waits for, in a real browser, and print it as a Markdown table.

python -m eval.app_bench --folder var/app                      a library of 5,000 invented meetings
python -m eval.app_bench --folder var/app --meetings 500       a smaller one
python -m eval.app_bench --folder var/app --users 5            fewer at once

The library stays in the folder, for the next run.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np

from eval import app_steps
from eval.invented import NOUNS, invented_minutes
from eval.markdown import table
from eval.memory import cpu_s_of, peak_mb_of
from eval.serving import Served, serving
from eval.wording import NO_BREAK_SPACE, decimal
from ingest.pipeline import ingest
from rag.assembling.assembly import open_store
from rag.settings import Settings

MEETINGS = 5_000
USERS = 20
QUESTIONS_EACH = 12
PACE_S = 5.0
REPETITIONS = 10
COLUMNS = ("Vad", "Antal", "Median", "p95", "Längsta", "Mål, p95")

ASKED = "Vad beslutades om {noun}?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waited:
    """How long a user waited for one thing, each time."""

    what: str
    milliseconds: Sequence[float]
    goal: float


def bench(library: Path, *, users: int) -> Iterator[str]:
    """Yield the tables for a *library* of invented minutes, each as soon as it is measured."""
    with serving(library) as served, app_steps.browser() as browser:
        where = served.address
        app_steps.first_paints(browser, where, 1)  # the server loads what it answers with
        asked = questions(1, REPETITIONS)[0]
        waited = (
            Waited(
                what="Första sidan ritad",
                milliseconds=app_steps.first_paints(browser, where, REPETITIONS),
                goal=2_000,
            ),
            Waited(
                what="Fråga till svarets första ord",
                milliseconds=app_steps.answers(browser, where, asked),
                goal=500,
            ),
            Waited(
                what="Klick på källa till markerade ord",
                milliseconds=app_steps.citations(browser, where, asked[0], REPETITIONS),
                goal=300,
            ),
            Waited(
                what="Klick på Möten till listan",
                milliseconds=app_steps.lists(browser, where, REPETITIONS),
                goal=1_000,
            ),
        )
        yield table(COLUMNS, map(_row, waited))
        yield _crowd(browser, served, users)


def questions(users: int, each: int) -> list[list[str]]:
    """Return what each of the *users* asks; the same every time."""
    random = Random(7)  # noqa: S311 - nothing is secret here
    return [[ASKED.format(noun=noun) for noun in random.sample(NOUNS, each)] for _ in range(users)]


def _crowd(browser: object, served: Served, users: int) -> str:
    before = cpu_s_of(served.process) or 0.0
    took, failed = app_steps.together(
        browser, served.address, questions(users, QUESTIONS_EACH), PACE_S
    )
    crowd = Waited(
        what=f"{users} samtidiga, en fråga var {PACE_S:.0f}:e sekund",
        milliseconds=took,
        goal=2_000,
    )
    worked = ((cpu_s_of(served.process) or 0.0) - before) / max(len(took), 1) * 1_000
    memory = peak_mb_of(served.process)
    told = "okänt" if memory is None else f"{memory:.0f}{NO_BREAK_SPACE}MB"
    return (
        table(COLUMNS, [_row(crowd)])
        + f"\n\nFel: {failed}. Serverns arbete: {_ms(worked)} per fråga. "
        + f"Serverns minne som mest: {told} (mål: 1{NO_BREAK_SPACE}500 MB)."
    )


def _row(waited: Waited) -> Sequence[str]:
    times = np.array(waited.milliseconds)
    shown = (np.median(times), np.percentile(times, 95), times.max())
    return (waited.what, str(len(times)), *map(_ms, map(float, shown)), _ms(waited.goal))


def _ms(value: float) -> str:
    return f"{decimal(value, 0)}{NO_BREAK_SPACE}ms"


def prepared(folder: Path, meetings: int) -> Path:
    """Return a library of so many invented meetings; it is made at the first call."""
    library = folder / f"library-{meetings}"
    if not library.exists():
        minutes = folder / f"minutes-{meetings}"
        minutes.mkdir(parents=True, exist_ok=True)
        for name, text in invented_minutes(meetings):
            (minutes / name).write_text(text, encoding="utf-8")
        settings = Settings(library=library)
        ingest([minutes], open_store(settings), settings=settings)
    return library


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(
        prog="python -m eval.app_bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--meetings", type=int, default=MEETINGS)
    parser.add_argument("--users", type=int, default=USERS)
    given = parser.parse_args(arguments)
    library = prepared(given.folder, given.meetings)
    for part in bench(library, users=given.users):
        sys.stdout.write(part + "\n\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
