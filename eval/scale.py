"""Measure speed and memory by the library's size, and print them as Markdown tables.

python -m eval.scale --folder var/scale                          invented texts, 3,000 and 100,000
python -m eval.scale --folder var/scale --text FOLDER FILE …     texts of one's own, recombined
python -m eval.scale --folder var/scale --sizes 3000 1000000     other sizes

The libraries stay in the folder: the next run asks them again and says nothing of indexing.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from eval.markdown import table
from eval.scale_answers import ALL, answers
from eval.scale_measures import Asked, Built, Cold, Questioned, ask, build, cold
from eval.scale_recall import Recalled, recall
from eval.scale_steps import steps
from eval.spawned import alone

SIZES = (3_000, 100_000)
RECALL_SIZES = (10_000, 100_000)
STEP_CHUNKS = 5_000
QUESTIONS = 220
COLD_RUNS = 5
PARTS = ("library.sqlite", "words", "vectors")

INDEXED = ("Stycken", "Möten", "Stycken/s", "Stycken/CPU-s", "Minne som mest", *PARTS)
STEPS = ("Steg för sig", "Stycken/s")
CPU = ("CPU p50", "CPU p95")
ASKED = ("Stycken", "Filter", "Släpper in", "p50", "p95", "Längsta", *CPU, "CPU p95 mot minsta")
ANSWERED = ("Stycken", "Svar på frågor om", "p50", "p95", "Längsta", *CPU, "Mål, p95")
# How long a warm answer may take in a library of so many chunks.
GOALS_MS = {3_000: 150, 100_000: 400}
PROCESS = ("Stycken", "Första frågan", "Minne", "`motesminne search`", "CPU", "Minne, kommandot")
RECALLED = ("Stycken", "HNSW", "Bygge", "Släpper in", "Träffsäkerhet@10", "p50")


def scale(
    folder: Path, texts: Sequence[Path], sizes: Sequence[int], recall_sizes: Sequence[int]
) -> Iterator[str]:
    """Yield the tables, each as soon as it is measured."""
    libraries = {size: folder / f"library-{size}" for size in sizes}
    questions = {size: folder / f"questions-{size}.json" for size in sizes}
    indexed = list[Sequence[str]]()
    for size, library in libraries.items():
        if not questions[size].exists():
            built, ready = alone(build, texts, library, size)
            questions[size].write_text(json.dumps(ready), encoding="utf-8")
            indexed.append(_indexed(built, library))
    if indexed:
        yield table(INDEXED, indexed)
        yield table(STEPS, [(n, f"{r:.0f}") for n, r in alone(steps, texts, STEP_CHUNKS).items()])
    asked = {size: json.loads(questions[size].read_text(encoding="utf-8")) for size in sizes}
    searched = {size: alone(ask, libraries[size], asked[size][:QUESTIONS]) for size in sizes}
    yield table(ASKED, list(_asked(searched)))
    answered = {size: alone(answers, libraries[size], asked[size]) for size in sizes}
    yield table(ANSWERED, [_answered(n, row) for n, rows in answered.items() for row in rows])
    commands = {size: alone(cold, libraries[size], asked[size][:COLD_RUNS]) for size in sizes}
    yield table(PROCESS, [_process(size, searched[size], commands[size]) for size in sizes])
    largest = max(sizes)
    possible = [size for size in recall_sizes if size <= largest]
    found = [alone(recall, libraries[largest], asked[largest], size) for size in possible]
    if found:
        yield table(RECALLED, [row for rows in found for one in rows for row in _recalled(one)])


def _indexed(built: Built, library: Path) -> Sequence[str]:
    disk = [_megabytes(_size(library / part) / 1e6) for part in PARTS]
    rates = [f"{built.chunks / seconds:.0f}" for seconds in (built.wall_s, built.cpu_s)]
    return [str(built.chunks), str(built.meetings), *rates, _megabytes(built.peak_mb), *disk]


def _asked(searched: dict[int, Questioned]) -> Iterator[Sequence[str]]:
    smallest = {row.name: row for row in searched[min(searched)].rows}
    for size, questioned in searched.items():
        for row in questioned.rows:
            yield _asked_row(size, row, smallest[row.name])


def _asked_row(size: int, row: Asked, smallest: Asked) -> Sequence[str]:
    times = [_milliseconds(ms) for ms in (row.p50, row.p95, row.longest)]
    times += [_milliseconds(ms) for ms in (row.cpu_p50, row.cpu_p95)]
    growth = f"{row.cpu_p95 / smallest.cpu_p95:.1f}×".replace(".", ",")
    return [str(size), row.name, _percent(row.admitted), *times, growth]


def _answered(size: int, row: Asked) -> Sequence[str]:
    times = (row.p50, row.p95, row.longest, row.cpu_p50, row.cpu_p95)
    goal = f"{GOALS_MS[size]} ms" if row.name == ALL and size in GOALS_MS else ""
    return [str(size), row.name, *map(_milliseconds, times), goal]


def _process(size: int, asked: Questioned, commands: Sequence[Cold]) -> Sequence[str]:
    seconds = [
        f"{median(values):.2f} s".replace(".", ",")
        for values in ([one.wall_s for one in commands], [one.cpu_s for one in commands])
    ]
    memory = _megabytes(max(one.peak_mb for one in commands))
    first = _milliseconds(asked.first_ms)
    return [str(size), first, _megabytes(asked.peak_mb), *seconds, memory]


def _recalled(one: Recalled) -> Iterator[Sequence[str]]:
    build = f"{one.chunks / one.build_s:.0f}/s"
    for share, found, ms in one.shares:
        recalled = f"{found:.4f}".replace(".", ",")
        yield str(one.chunks), one.name, build, _percent(share), recalled, _milliseconds(ms)


def _size(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file())


def _megabytes(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f} MB"


def _milliseconds(value: float) -> str:
    return f"{value:.1f} ms".replace(".", ",")


def _percent(value: float) -> str:
    return f"{value * 100:.0f} %"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(
        prog="python -m eval.scale",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--text", type=Path, nargs="*", default=())
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--recall-sizes", type=int, nargs="*", default=RECALL_SIZES)
    given = parser.parse_args(arguments)
    given.folder.mkdir(parents=True, exist_ok=True)
    for part in scale(given.folder, given.text, given.sizes, given.recall_sizes):
        sys.stdout.write(part + "\n\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
