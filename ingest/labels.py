"""Find what the labels of a header say: `Plats: Kommunhuset`, beside the label or below it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.lines import Line
from ingest.rosters import labelled

LONGEST_HEADER_LINE = 200
# Two facts on one line: "Tid: 9–12  Plats: Sal A"
SECOND_LABEL = re.compile(
    r"(?<=[^\s&/|])(?<!\boch)(?<!\bpå)[\s|]+(?=(?:plats|lokal|tid|datum|dnr|sekreterare)\s?:)",
    re.IGNORECASE,
)


class Said(NamedTuple):
    """What a label says, and where that begins in the text."""

    words: str
    start: int


def said_by(lines: Sequence[Line], labels: frozenset[str]) -> Iterator[Said]:
    """Yield what the lines with one of *labels* say, or the line below a label alone."""
    for index, line in enumerate(lines):
        for words, start in _facts(line):
            found = labelled(words)
            if not found or found[0] not in labels:
                continue
            if found[1] is not None:
                yield Said(words[found[1] :], start + found[1])
            elif index + 1 < len(lines) and not labelled(lines[index + 1].words):
                below = lines[index + 1]
                yield Said(below.words[:LONGEST_HEADER_LINE], below.words_start)


def _facts(line: Line) -> Iterator[Said]:
    words = line.words[:LONGEST_HEADER_LINE]
    starts = [0, *(match.end() for match in SECOND_LABEL.finditer(words))]
    ends = [*(match.start() for match in SECOND_LABEL.finditer(words)), len(words)]
    return (Said(words[a:b], line.words_start + a) for a, b in zip(starts, ends, strict=True))
