"""Measure speed, memory and disk, and print them as one Markdown table.

python -m eval.bench                        invented minutes
python -m eval.bench --minutes DIR          those in DIR, made up to 200 by invented ones
python -m eval.bench --library DIR          a library that is there already
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import partial
from itertools import cycle
from pathlib import Path
from random import Random
from statistics import median
from typing import TypeVar

import numpy as np

from eval.invented import invented_minutes
from ingest.pipeline import Report, ingest
from rag.assembling.assembly import build_assistant, open_store
from rag.assistant import Assistant
from rag.settings import Settings

QUESTION = "Vad beslutades om {}?"
FORMS = (
    QUESTION,
    "Vad sa kommunerna om {}?",
    "När ska {} vara klart?",
    "Vad kostar {}?",
    "Vem ansvarar för {}?",
    "Vilka deltog på mötet om {}?",
)
SHARES = (50, 95)

Made = TypeVar("Made")

# What the maximum resident set size is counted in: kilobytes on Linux, bytes on macOS.
RSS_UNIT = 1 if sys.platform == "darwin" else 1024
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How much to measure."""

    documents: int = 200
    cold_runs: int = 5
    questions: int = 200
    minutes: Path | None = None
    library: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the table."""

    what: str
    took: str
    cpu: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Time:
    """How long something took, and how much of it the processors worked for us."""

    wall: float
    cpu: float


def bench(plan: Plan, folder: Path) -> list[Row]:
    """Measure what *plan* says, with room in *folder*."""
    settings = Settings(library=plan.library or folder / "library")
    rows = [] if plan.library else list(_ingest_rows(plan, settings, folder))
    rows += _question_rows(plan, settings)
    return [*rows, *_memory_rows(), Row(what="På disk", took=_megabytes(_size(settings.library)))]


def _ingest_rows(plan: Plan, settings: Settings, folder: Path) -> Iterator[Row]:
    source = plan.minutes or _write(folder / "minutes", plan.documents)
    taken, first = _timed(lambda: _ingest(source, settings))
    count, size = len(taken.read), sum(Path(name).stat().st_size for name in taken.read)
    what = f"Inläsning av {count} protokoll ({_megabytes(size)})"
    yield Row(what=what, took=_seconds(first.wall), cpu=_seconds(first.cpu), target="15 s")
    _, again = _timed(lambda: _ingest(source, settings))
    yield Row(what="Samma igen, oförändrade", took=_seconds(again.wall), cpu=_seconds(again.cpu))
    if count < plan.documents:
        _ingest(_write(folder / "more", plan.documents - count), settings)


def _question_rows(plan: Plan, settings: Settings) -> Iterator[Row]:
    assistant = build_assistant(settings)
    counted = assistant.ask("Hur många?").searched
    yield Row(what="I biblioteket", took=f"{counted.meetings} möten, {counted.chunks} stycken")
    asked = _questions(assistant, plan.questions)
    if plan.cold_runs:
        yield _cold_row([_cold(question, settings) for question in asked[: plan.cold_runs]])
    warm = [_timed(partial(assistant.ask, question))[1] for question in asked]
    for share in SHARES:
        yield Row(
            what=f"Varm fråga, p{share} av {len(warm)}",
            took=_milliseconds(np.percentile([time.wall for time in warm], share)),
            cpu=_milliseconds(np.percentile([time.cpu for time in warm], share)),
            target="100 ms",
        )


def _cold_row(times: Sequence[Time]) -> Row:
    return Row(
        what=f"Kall fråga: ny process, median av {len(times)}",
        took=_seconds(median(time.wall for time in times)),
        cpu=_seconds(median(time.cpu for time in times)),
        target="1,5 s",
    )


def _memory_rows() -> Iterator[Row]:
    if sys.platform == "win32":
        return
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT
    yield Row(what="Minne som mest, inläsning och frågor", took=_megabytes(peak))


def _ingest(source: Path, settings: Settings) -> Report:
    return ingest([source], open_store(settings), settings=settings)


def _write(folder: Path, count: int) -> Path:
    folder.mkdir()
    for name, text in invented_minutes(count, seed=count):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _questions(assistant: Assistant, count: int) -> list[str]:
    """Return questions about matters that are in the library, the same ones every time."""
    documents = (assistant.document(meeting.document_id) for meeting in assistant.meetings())
    titles = sorted({item.title for document in documents for item in document.minutes.items})
    Random(1).shuffle(titles)  # noqa: S311 - nothing is secret here
    pairs = zip(cycle(FORMS), cycle(titles or ["budgeten"]), range(count))
    return [form.format(title) for form, title, _ in pairs]


def _cold(question: str, settings: Settings) -> Time:
    """Ask in a new process."""
    program = shutil.which("motesminne", path=sysconfig.get_path("scripts")) or "motesminne"
    command = [program, "ask", question, "--library", str(settings.library)]
    before = _children()
    _, took = _timed(lambda: subprocess.run(command, check=True, capture_output=True))  # noqa: S603
    return Time(took.wall, _children() - before)


def _children() -> float:
    times = os.times()
    return times.children_user + times.children_system


def _timed(make: Callable[[], Made]) -> tuple[Made, Time]:
    wall, cpu = time.perf_counter(), time.process_time()
    made = make()
    return made, Time(time.perf_counter() - wall, time.process_time() - cpu)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _seconds(value: float) -> str:
    return f"{value:.2f} s".replace(".", ",")


def _milliseconds(value: float) -> str:
    return f"{value * 1000:.0f} ms"


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f} MB".replace(".", ",")


def table(rows: Sequence[Row]) -> str:
    r"""Return *rows* as Markdown, after what they were measured on.

    >>> print(table([Row(what="Kall fråga", took="0,90 s", target="1,5 s")]).split("\n\n")[1])
    | Vad | Tid eller storlek | CPU | Mål, högst |
    |---|--:|--:|--:|
    | Kall fråga | 0,90 s |  | 1,5 s |
    """
    lines = [f"| {row.what} | {row.took} | {row.cpu} | {row.target} |" for row in rows]
    head = ["| Vad | Tid eller storlek | CPU | Mål, högst |", "|---|--:|--:|--:|"]
    return f"{_machine()}\n\n" + "\n".join([*head, *lines])


def _machine() -> str:
    load = f", belastning {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} kärnor{load}."
    )


def _plan(arguments: Sequence[str] | None) -> Plan:
    parser = argparse.ArgumentParser(
        prog="python -m eval.bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    for field in fields(Plan):
        convert = Path if field.default is None else int
        parser.add_argument(
            f"--{field.name.replace('_', '-')}", type=convert, default=field.default
        )
    return Plan(**vars(parser.parse_args(arguments)))


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print the table."""
    plan = _plan(arguments)
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(table(bench(plan, Path(folder))) + "\n")


if __name__ == "__main__":
    main()
