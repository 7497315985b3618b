"""What `eval.scale` measures, each in a process of its own: indexing, questions, the command."""

import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random

import numpy as np

from eval.invented import invented_minutes
from eval.memory import peak_mb
from eval.recombined import (
    Sentences,
    recombined_minutes,
    recombined_questions,
    sentences_of,
)
from rag.access import EVERYTHING
from rag.assembling.assembly import build_assistant, open_store
from rag.minutes import Kind
from rag.results import Filters
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.library import Library
from rag.training.texts import read_texts

# As many as files are taken in at a time.
BATCH = 128
INVENTED_TEXTS = 2_000
WARMING = 20
FILTERS = 200
# What the maximum resident set size is counted in: kilobytes on Linux, bytes on macOS.
RSS_UNIT = 1 if sys.platform == "darwin" else 1_024


@dataclass(frozen=True, slots=True)
class Built:
    """What it took to make a library."""

    chunks: int
    meetings: int
    wall_s: float
    cpu_s: float
    peak_mb: float | None


@dataclass(frozen=True, slots=True)
class Asked:
    """How long questions under one filter took, in milliseconds."""

    name: str
    admitted: float
    """The share of the chunks that the filters admit, on the average."""
    p50: float
    p95: float
    longest: float
    cpu_p50: float
    """The processors' time, which others who use them do not lengthen much."""
    cpu_p95: float


@dataclass(frozen=True, slots=True)
class Questioned:
    """What questions cost in a process that had asked nothing before."""

    rows: Sequence[Asked]
    first_ms: float
    """Loading the model and opening the library included."""
    peak_mb: float | None


@dataclass(frozen=True, slots=True)
class Cold:
    """What one command cost in a new process."""

    wall_s: float
    cpu_s: float
    peak_mb: float


def gather(texts: Sequence[Path]) -> Sentences:
    """Return the sentences of *texts*, of invented minutes when none are given."""
    if not texts:
        return sentences_of(text for _, text in invented_minutes(INVENTED_TEXTS))
    return sentences_of("\n\n".join(text.paragraphs) for text in read_texts(texts))


def build(texts: Sequence[Path], library: Path, size: int) -> tuple[Built, list[str]]:
    """Fill *library* with at least *size* chunks; also return questions to ask it."""
    sentences = gather(texts)
    meetings, store = recombined_minutes(sentences), open_store(Settings(library=library))
    chunks = documents = 0
    wall = cpu = 0.0
    with store.writing():
        while chunks < size:
            batch = list(islice(meetings, BATCH))
            before = time.perf_counter(), time.process_time()
            store.add(batch)
            wall += time.perf_counter() - before[0]
            cpu += time.process_time() - before[1]
            chunks += sum(len(document.chunks) for document in batch)
            documents += len(batch)
    return Built(chunks, documents, wall, cpu, peak_mb()), recombined_questions(sentences, 1_000)


def ask(library: Path, questions: Sequence[str]) -> Questioned:
    """Put *questions* to *library*, plainly and under each kind of filter."""
    started = time.perf_counter()
    search = build_assistant(Settings(library=library)).search
    search(questions[0])
    first_ms = (time.perf_counter() - started) * 1_000
    database = Database.open(library, EVERYTHING)
    count = Library(database).searched
    rows = []
    for name, filters in _filters(database).items():
        for question, limits in zip(questions[:WARMING], filters, strict=False):
            search(question, filters=limits)
        times = [
            timed(lambda q=question, f=limits: search(q, filters=f))  # type: ignore[misc]
            for question, limits in zip(questions[WARMING:], filters, strict=False)
        ]
        wall, cpu = np.array(times).T * 1_000
        admitted = [count(limits).chunks for limits in filters[:WARMING]]
        share = np.mean(admitted) / count(Filters()).chunks
        figures = [*np.percentile(wall, [50, 95, 100]), *np.percentile(cpu, [50, 95])]
        rows.append(Asked(name, float(share), *map(float, figures)))
    return Questioned(rows, first_ms, peak_mb())


def _filters(database: Database) -> Mapping[str, Sequence[Filters]]:
    """Return for each kind of filter what questions are limited to, things that are there."""
    random = Random(2)  # noqa: S311 - nothing is secret here
    bodies = [body for (body,) in database.rows("select distinct body from document order by 1")]
    people = [name for (name,) in database.rows("select searchable from person limit 10000")]
    kinds: Mapping[str, Callable[[], Filters]] = {
        "inget": Filters,
        "organ": lambda: Filters(body=random.choice(bodies)),
        "ett år": lambda: _years(random.randint(2005, 2024), 1),
        "tio år": lambda: _years(random.randint(2005, 2014), 10),
        "person": lambda: Filters(person=random.choice(people)),
        "slag": lambda: Filters(kind=random.choice((Kind.PROTOKOLL, Kind.NOTES))),
    }
    return {name: [make() for _ in range(FILTERS)] for name, make in kinds.items()}


def _years(first: int, years: int) -> Filters:
    return Filters(first=date(first, 1, 1), last=date(first + years - 1, 12, 31))


def timed(call: Callable[[], object]) -> tuple[float, float]:
    """Return how long *call* took, in seconds by the clock and of the processors."""
    wall, cpu = time.perf_counter(), time.process_time()
    call()
    return time.perf_counter() - wall, time.process_time() - cpu


def cold(library: Path, questions: Sequence[str]) -> list[Cold]:
    """Run `motesminne search` once for each question, in a new process."""
    program = shutil.which("motesminne", path=sysconfig.get_path("scripts")) or "motesminne"
    return [
        _run([program, "search", question, "--library", str(library)]) for question in questions
    ]


def _run(command: Sequence[str]) -> Cold:
    """Run *command*; it is said to have held at least what this process, which forks it, holds."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603 - our own program
    _, _, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    return Cold(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * RSS_UNIT / 2**20)
