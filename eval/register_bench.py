"""Measure how long the registers of many meetings take.

python -m eval.register_bench [--meetings 500]     invented minutes with tasks
python -m eval.register_bench --library DIR        a library that is there already
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from eval.invented import invented_minutes
from eval.temporary import make_document, temporary_library
from rag.assembling.across_assembly import open_registers
from rag.minutes import Document
from rag.results import Filters
from rag.settings import Settings
from rag.storing.database import Database

RUNS = 5
TARGET_S = 2.0
TODAY = date(2030, 1, 1)
HEADING = re.compile(r"^## § \d+ (?P<matter>\w+)$", re.MULTILINE)
WHO = ("Alva", "Cedric", "Fanny", "Ivar")
TASKS = (
    "{who} skickar förslaget om {matter} till nämnden senast den {day} mars",
    "{who} bokar lokal för {matter}",
    "{who} räknar på kostnaden för {matter} till den {day} maj",
    "{who} tar fram en lathund om {matter}",
    "{who} bjuder in föreningarna till samtal om {matter} före jul",
)
NEWS = (
    "Förslaget om {matter} har skickats till nämnden.",
    "Lokalen för {matter} är bokad.",
    "Kostnaden för {matter} är inte klar.",
    "Lathunden om {matter} är klar.",
)


def with_tasks(count: int) -> Iterator[Document]:
    """Yield *count* invented meetings, each with tasks and with news of those before it."""
    before: dict[str, list[str]] = {}
    for name, text in invented_minutes(count):
        body = name.split("-", 3)[3]
        matters = [match["matter"].lower() for match in HEADING.finditer(text)]
        told = [
            NEWS[n % len(NEWS)].format(matter=matter)
            for n, matter in enumerate(before.get(body, []))
        ]
        tasks = [
            f"- {TASKS[n % len(TASKS)].format(who=WHO[n % len(WHO)], matter=matter, day=n + 2)}"
            for n, matter in enumerate(matters)
        ]
        before[body] = matters
        follow_up = "## § 90 Uppföljning\n\n" + " ".join(told) if told else ""
        to_do = "## § 91 Att göra\n\n" + "\n".join(tasks)
        yield make_document(name, "\n\n".join(filter(None, (text, follow_up, to_do))) + "\n")


def measure(settings: Settings) -> str:
    """Return a Markdown table of how long each register of the library takes, opened anew."""

    def decisions() -> int:
        return len(open_registers(settings).decisions(Filters()).rows)

    def actions() -> int:
        return len(open_registers(settings).actions(Filters(), today=TODAY).rows)

    def actions_first() -> int:
        with closing(Database.open(settings.library, settings.access)) as database:
            database.rows("delete from carried_out")
        return actions()

    rows = [
        _row("Beslut", decisions),
        _row("Uppgifter, första gången", actions_first),
        _row("Uppgifter, sedan", actions),
    ]
    meetings = open_registers(settings).decisions(Filters()).meetings
    head = [f"{meetings} möten, median av {RUNS}", "", "| Register | Rader | Tid | Mål |"]
    return "\n".join([*head, "| --- | ---: | ---: | ---: |", *rows])


def _row(name: str, read: Callable[[], int]) -> str:
    times, count = [], 0
    for _ in range(RUNS):
        start = perf_counter()
        count = read()
        times.append(perf_counter() - start)
    return f"| {name} | {count} | {_seconds(median(times))} | {_seconds(TARGET_S)} |"


def _seconds(value: float) -> str:
    return f"{value:.2f} s".replace(".", ",")


def main() -> None:
    """Measure what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--meetings", type=int, default=500)
    parser.add_argument("--library", type=Path)
    arguments = parser.parse_args()
    if arguments.library:
        sys.stdout.write(measure(Settings(library=arguments.library)) + "\n")
        return
    with temporary_library(with_tasks(arguments.meetings), Settings()) as settings:
        sys.stdout.write(measure(settings) + "\n")


if __name__ == "__main__":
    main()
