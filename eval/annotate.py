"""Compile a person's quotes into gold: `python -m eval.annotate WORKING… --minutes FOLDER`.

A working file quotes a document; `eval/data/gold/README.md` says how. One without `present` adds
to the gold there is. It stays outside the project, which keeps places and hashes only.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from eval.agreement import Reading, overlap
from eval.gold import (
    GOLD,
    GoldAction,
    GoldDocument,
    GoldPerson,
    Half,
    Mark,
    Point,
    dump_gold,
    file_hash,
    find_words,
    fingerprint,
    load_gold,
)
from ingest.files import SAMPLES
from ingest.read import read_source
from rag.errors import DatasetError, MinutesError
from rag.span import Span

LARGEST = 100_000_000  # bytes of a file that is worth annotating


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a document, and which of the places that have them is meant."""

    text: str
    occurrence: int | None = None
    """From 1."""
    name: str = ""
    """Of the person whose entry it is."""
    optional: bool = False


def compile_gold(working: dict[str, Any], path: Path, text: str, half: Half) -> GoldDocument:
    """Return the gold of the document at *path*, whose *text* the quotes of *working* are from.

    Raises:
        DatasetError: A quote is not in the text, or in several places; the message names it.
    """
    invented = path.is_relative_to(SAMPLES)
    people = _quotes(working["present"])
    return GoldDocument(
        file=path.name,
        sha256=file_hash(path),
        half=half,
        date=working["date"],
        present=tuple(_person(text, quote, invented=invented) for quote in people),
        headings=_marks(text, working["headings"], lines=True),
        decisions=_marks(text, working["decisions"]),
        actions=tuple(GoldAction(**asdict(mark)) for mark in _marks(text, working["actions"])),
        points=compile_points(working, text),
    )


def add_points(gold: GoldDocument, working: dict[str, Any], text: str) -> GoldDocument:
    """Return *gold* with the points of *working*, and who is to do what and when.

    Raises:
        DatasetError: A quote is not in the text, or in several places; the message names it.
    """
    told: dict[Span, Mapping[str, Any]] = {}
    places = [_places(text, _quotes([entry]), lines=False)[0] for entry in working["actions"]]
    for place, entry in zip(places, working["actions"], strict=True):
        told[place] = {key: _nearest(text, entry.get(key), place) for key in ("who", "due")}
    actions = (
        replace(action, **next((told[place] for place in told if _same(place, action)), {}))
        for action in gold.actions
    )
    return replace(gold, actions=tuple(actions), points=compile_points(working, text))


def compile_points(working: dict[str, Any], text: str) -> tuple[Point, ...]:
    """Return the points that *working* quotes from *text*."""
    return tuple(
        Point(weight=point["weight"], any=_marks(text, point["any"]))
        for point in working.get("points", ())
    )


def _nearest(text: str, said: str | None, place: Span) -> Mark | None:
    """Return where *said* stands in *text* nearest to *place*, if it does."""
    found = find_places(text, said) if said else []
    near = sorted(found, key=lambda span: (not span.overlaps(place), abs(span.start - place.start)))
    return _mark(text, near[0], optional=False) if near else None


def _same(place: Span, mark: Mark) -> bool:
    spans = (place, Span(mark.start, mark.end))
    return bool(overlap(*(Reading(span=span, shown="") for span in spans)))


def _quotes(entries: Iterable[str | dict[str, Any]]) -> tuple[Quote, ...]:
    """Return the quotes; a mere string is one, and a person without one is quoted by name."""
    plain: list[dict[str, Any]] = [
        entry if isinstance(entry, dict) else {"quote": entry} for entry in entries
    ]
    return tuple(
        Quote(
            text=entry.get("quote") or entry["name"],
            occurrence=entry.get("occurrence"),
            name=entry.get("name", ""),
            optional=entry.get("optional", False),
        )
        for entry in plain
    )


def _marks(
    text: str, entries: Iterable[str | dict[str, Any]], *, lines: bool = False
) -> tuple[Mark, ...]:
    """Return the places of *entries* in their order in *text*; of *lines*, whole ones first."""
    quotes = _quotes(entries)
    placed = zip(_places(text, quotes, lines=lines), quotes, strict=True)
    marks = (_mark(text, span, optional=quote.optional) for span, quote in placed)
    return tuple(sorted(marks, key=lambda mark: mark.start))


def _mark(text: str, span: Span, *, optional: bool) -> Mark:
    words = find_words(span.of(text))
    return Mark(
        start=span.start,
        end=span.end,
        words=len(words),
        hash=fingerprint(words),
        optional=optional,
    )


def _person(text: str, quote: Quote, *, invented: bool) -> GoldPerson:
    """Return the person, at the name inside the quote or else, written otherwise, at the quote."""
    found = find_places(text, quote.text)
    if not found:
        raise _not_found(quote)
    entry = found[(quote.occurrence or 1) - 1]
    inside = find_places(entry.of(text), quote.name)
    place = Span(entry.start + inside[0].start, entry.start + inside[0].end) if inside else entry
    words = find_words(quote.name)
    return GoldPerson(
        start=place.start,
        end=place.end,
        words=len(words),
        hash=fingerprint(words),
        name=quote.name if invented else None,
        optional=quote.optional,
    )


def _places(text: str, quotes: Sequence[Quote], *, lines: bool) -> list[Span]:
    """Return the place of each quote; equal quotes without a number take theirs in order."""
    total = Counter(quote.text for quote in quotes)
    used: Counter[str] = Counter()
    places: list[Span] = []
    for quote in quotes:
        used[quote.text] += 1
        found = find_places(text, quote.text)
        whole = [span for span in found if _is_line(text, span)] if lines else []
        choice = found if quote.occurrence or not whole else whole
        number = quote.occurrence or used[quote.text]
        if not quote.occurrence and len(choice) > total[quote.text]:
            raise DatasetError(
                f"Citatet {quote.text!r} står {len(choice)} gånger i texten; ange vilken med "
                "”occurrence”, eller citera mer."
            )
        if number > len(choice):
            raise _not_found(quote)
        places.append(choice[number - 1])
    return places


def find_places(text: str, quote: str) -> list[Span]:
    r"""Return where *quote* stands in *text*; any white space matches any other.

    >>> find_places("att välja Bo\nEk", "Bo Ek")
    [Span(start=10, end=15)]
    """
    if not (words := quote.split()):
        return []
    literal = r"\s+".join(map(re.escape, words))
    return [Span(*match.span()) for match in re.finditer(literal, text)]


def _is_line(text: str, span: Span) -> bool:
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    after = text[span.end :].split("\n", 1)[0]
    return not before.strip() and not after.strip()


def _not_found(quote: Quote) -> DatasetError:
    number = f" (nummer {quote.occurrence})" if quote.occurrence else ""
    return DatasetError(f"Citatet {quote.text!r}{number} står inte i texten; rätta det.")


def _compile_file(working: Path, folder: Path, half: Half, kept: Path) -> GoldDocument:
    """Return the gold of *working*, of a document in *folder* or the samples; or add to *kept*."""
    quoted = json.loads(working.read_text(encoding="utf-8"))
    found = [path for where in (SAMPLES, folder) for path in where.rglob(quoted["file"])]
    if not found:
        raise DatasetError(f"{quoted['file']} finns inte i {folder}; ange rätt mapp.")
    text = read_source(found[0], max_bytes=LARGEST).text
    if "present" in quoted:
        return compile_gold(quoted, found[0], text, half)
    earlier = [gold for gold in load_gold(kept) if gold.file == quoted["file"]]
    if not earlier:
        raise DatasetError(f"{quoted['file']} har inget facit i {kept}; ange också ”present”.")
    return add_points(earlier[0], quoted, text)


def main(arguments: Sequence[str] | None = None) -> int:
    """Compile each working file, and say which quotes are not found; return the exit status."""
    parser = argparse.ArgumentParser(prog="eval.annotate", description=__doc__)
    parser.add_argument("working", nargs="+", type=Path)
    parser.add_argument("--minutes", type=Path, required=True)
    parser.add_argument("--half", type=Half, choices=list(Half), default=Half.TUNE)
    parser.add_argument("--to", type=Path, default=GOLD)
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args(arguments)
    faults = 0
    for working in options.working:
        try:
            gold = _compile_file(working, options.minutes, options.half, options.to)
        except (MinutesError, json.JSONDecodeError, KeyError) as error:
            sys.stderr.write(f"{working.name}: {error}\n")
            faults += 1
            continue
        if not options.check:
            options.to.mkdir(parents=True, exist_ok=True)
            (options.to / f"{gold.file}.json").write_text(dump_gold(gold), encoding="utf-8")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
