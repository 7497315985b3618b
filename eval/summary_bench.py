"""Measure how fast one long protokoll is summarised: `python -m eval.summary_bench`."""

import argparse
import re
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import count

from eval.invented import invented_minutes
from eval.markdown import table
from eval.temporary import make_document
from rag.models.embedding import load_embedder
from rag.settings import Settings
from rag.summaries import Length
from rag.summarising.meeting import Summariser

WORDS_A_PAGE = 340
HEAD = "# Protokoll, Styrelsen\n\nDatum: 2024-03-04\n\nNärvarande: Alva Brodin, Klas Dunker\n\n"
NUMBER = re.compile(r"^\d+")
TARGET = "3 s"


def long_minutes(pages: int) -> str:
    """Return invented minutes of so many pages, their items numbered through."""
    words = pages * WORDS_A_PAGE
    items: list[str] = []
    for item in _items():
        items.append(item)
        words -= len(item.split())
        if words <= 0:
            break
    return HEAD + "\n\n".join(items) + "\n"


def _items() -> Iterator[str]:
    numbers = count(1)
    for _, text in invented_minutes(sys.maxsize, seed=3):
        for item in text.split("## § ")[1:]:
            yield f"## § {NUMBER.sub(str(next(numbers)), item.strip())}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Summarise in every length, and print the table."""
    parser = argparse.ArgumentParser(prog="eval.summary_bench", description=__doc__)
    parser.add_argument("--pages", type=int, default=100)
    options = parser.parse_args(arguments)
    document = make_document("protokoll.md", long_minutes(options.pages))
    summarise = Summariser(load_embedder(Settings()))
    summarise(make_document("kort.md", long_minutes(1)))  # what loads on first use loads now
    rows = []
    for length in Length:
        begun = time.perf_counter()
        summary = summarise(document, length=length)
        took = f"{time.perf_counter() - begun:.1f} s"
        rows.append((length, str(len(summary.items)), str(len(summary.citations)), took, TARGET))
    sys.stdout.write(table(("Längd", "Punkter", "Rader", "Tog", "Mål"), rows) + "\n")


if __name__ == "__main__":
    main()
