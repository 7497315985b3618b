"""Measure what a user of the app waits for, in a real browser, and print it as a Markdown table.

python -m eval.app_bench --folder var/app                      a library of 5,000 invented meetings
python -m eval.app_bench --folder var/app --meetings 500       a smaller one
python -m eval.app_bench --folder var/app --users 5            fewer at once
python -m eval.app_bench --folder var/app --seen 20            all of them in the browser

The library stays in the folder, for the next run. Most of the users at once have no browser but
speak with the server as browsers do: twenty tabs take more of the machine than what serves them.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np

from eval import app_clients, app_steps
from eval.invented import NOUNS, invented_minutes
from eval.markdown import table
from eval.memory import cpu_s_of, family_cpu_s_of, peak_mb_of
from eval.serving import Served, serving
from eval.wording import NO_BREAK_SPACE, milliseconds
from ingest.pipeline import ingest
from rag.assembling.assembly import open_store
from rag.settings import Settings

MEETINGS = 5_000
USERS = 20
SEEN = 2
QUESTIONS_EACH = 24
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """What many users at once waited for, and what they cost."""

    seen: Sequence[float]
    """The milliseconds that those in the browser waited, each time."""
    unseen: Sequence[float]
    failed: int
    serving_s: float
    """How long processors worked for the server."""
    measuring_s: float
    """How long for the browser and all else that measures it."""
    peak_mb: float | None


def bench(library: Path, *, users: int, seen: int) -> Iterator[str]:
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
        yield _told(_crowd(browser, served, users, seen), users, seen)


def questions(users: int, each: int) -> list[list[str]]:
    """Return what each of the *users* asks; the same every time."""
    random = Random(7)  # noqa: S311 - nothing is secret here
    return [[ASKED.format(noun=noun) for noun in random.sample(NOUNS, each)] for _ in range(users)]


def _crowd(browser: object, served: Served, users: int, seen: int) -> Crowd:
    """Let *users* ask at once, *seen* of them in the browser."""
    asked = questions(users, QUESTIONS_EACH)
    with app_steps.tabs(browser, served.address, seen) as pages, ThreadPoolExecutor(1) as pool:
        before = _worked(served)
        unseen = pool.submit(app_clients.together, served.address, asked[seen:], PACE_S)
        took, failed = app_steps.together(pages, asked[:seen], PACE_S)
        took_unseen, failed_unseen = unseen.result()
        serving, measuring = np.subtract(_worked(served), before)
    return Crowd(
        seen=took,
        unseen=took_unseen,
        failed=failed + failed_unseen,
        serving_s=float(serving),
        measuring_s=float(measuring),
        peak_mb=peak_mb_of(served.process),
    )


def _told(crowd: Crowd, users: int, seen: int) -> str:
    pace = f"en fråga var {PACE_S:.0f}:e sekund"
    waited = (
        (f"{users} samtidiga, {pace}: de {seen} i webbläsaren", crowd.seen),
        (f"De {users - seen} utan webbläsare", crowd.unseen),
    )
    rows = [_row(Waited(what=what, milliseconds=took, goal=2_000)) for what, took in waited if took]
    each = 1_000 / max(len(crowd.seen) + len(crowd.unseen), 1)
    memory = "okänt" if crowd.peak_mb is None else f"{crowd.peak_mb:.0f}{NO_BREAK_SPACE}MB"
    return (
        f"{table(COLUMNS, rows)}\n\nFel: {crowd.failed}. Processortid per fråga: servern "
        f"{milliseconds(crowd.serving_s * each)}, webbläsare och mätning "
        f"{milliseconds(crowd.measuring_s * each)}. "
        f"Serverns minne som mest: {memory} (mål: 1{NO_BREAK_SPACE}500 MB)."
    )


def _worked(served: Served) -> tuple[float, float]:
    """Return the seconds that processors have worked for the server, and for what measures it."""
    server = cpu_s_of(served.process) or 0.0
    return server, (family_cpu_s_of(os.getpid()) or 0.0) - server


def _row(waited: Waited) -> Sequence[str]:
    times = np.array(waited.milliseconds)
    shown = (np.median(times), np.percentile(times, 95), times.max())
    return (
        waited.what,
        str(len(times)),
        *map(milliseconds, map(float, shown)),
        milliseconds(waited.goal),
    )


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
    parser.add_argument("--seen", type=int, default=SEEN, help="how many of them have a browser")
    given = parser.parse_args(arguments)
    library = prepared(given.folder, given.meetings)
    for part in bench(library, users=given.users, seen=min(given.seen, given.users)):
        sys.stdout.write(part + "\n\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
