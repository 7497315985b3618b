"""Tell where each field of the minutes was read, and how sure that is."""

import re
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from ingest.found import Found
from ingest.header import Header
from ingest.lines import Line
from ingest.title import Title, kind_of
from rag.minutes import Kind, Reading, Sureness
from rag.span import Span

LONGEST_LINE = 200
WORD = re.compile(r"\w+")


def read_readings(
    lines: Sequence[Line], title: Title, header: Header, *, kind: Kind, body: str | None
) -> tuple[Reading, ...]:
    """Return one reading for each field that has a value."""
    zone = [lines[index] for index in sorted(title.lines)]
    named: list[tuple[str, Found[Any] | None]] = [
        ("kind", _kind(zone, kind)),
        ("title", _printed(title.text, zone)),
        ("body", title.labelled_body or _printed(body, zone) if body else None),
        ("organisation", _printed(title.organisation, zone) if title.organisation else None),
        *((field.name, getattr(header, field.name)) for field in fields(header)),
    ]
    return tuple(
        Reading(field=name, sureness=found.sureness, span=found.span)
        for name, found in named
        if found
    )


def _printed(value: str, zone: Sequence[Line]) -> Found[str]:
    span = _span_of(value, zone)
    return Found(value, Sureness.RECOGNISED if span else Sureness.INFERRED, span)


def _kind(zone: Sequence[Line], kind: Kind) -> Found[Kind]:
    """Return the word that names the kind; without one it was told by the form."""
    for line in zone:
        for match in WORD.finditer(line.words[:LONGEST_LINE]):
            if kind_of(match.group()) is kind:
                start = line.words_start + match.start()
                span = Span(start, start + len(match.group()))
                return Found(kind, Sureness.RECOGNISED, span)
    return Found(kind, Sureness.INFERRED)


def _span_of(value: str, zone: Sequence[Line]) -> Span | None:
    """Return where *value* stands: in one line, or from the first line that it is made of."""
    words = r"\s+".join(re.escape(word) for word in value.split())
    for line in zone:
        match = re.search(words, line.words[:LONGEST_LINE], re.IGNORECASE)
        if match:
            return Span(line.words_start + match.start(), line.words_start + match.end())
    parts = [line for line in zone if _shares(line, value)]
    if not parts:
        return None
    last = parts[-1]
    return Span(parts[0].words_start, last.words_start + len(last.words))


def _shares(line: Line, value: str) -> bool:
    said = {word.lower() for word in WORD.findall(line.words[:LONGEST_LINE])}
    return bool(said & {word.lower() for word in WORD.findall(value)})
