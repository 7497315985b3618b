"""Tell which files are of one and the same meeting, and which of them to answer from.

Two files are of one meeting when all of this holds; a link that is not made costs a repetition in
an answer, a wrong one hides a meeting, so in doubt there is none:

* they have the same date;
* body, organisation and the hour of the meeting are the same, where both files have them;
* they share a paragraph number, where both have any: a body's second meeting of a day goes on
  where the first one ended;
* most of what they say under their items is the same: three words in a row at a time, so that
  neither the lines of a PDF nor the cells of a table make a difference.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rag.minutes import DocumentKey, Status
from rag.swedish.words import fold, words

# Of the longer file's runs of words, in the shorter one too (docs/meetings.md has the measure).
ALIKE = 0.75
RUN = 3
# What says less, such as "Se bifogad fil", tells no meeting from another.
FEWEST_RUNS = 20

CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")  # kl. 13.00-15.30
SIGNS = re.compile(r"\D+")

# The adjusted minutes are what the meeting stands for; those that do not say may be.
BY_STATUS: Sequence[Status | None] = (Status.ADJUSTED, None, Status.UNADJUSTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFile:
    """What is compared of one document; all those compared have the same date."""

    key: DocumentKey
    size: int
    """The length of its text."""
    body: str | None = None
    organisation: str | None = None
    time: str | None = None
    status: Status | None = None
    paragraphs: frozenset[str] = frozenset()
    """The numbers of its items, such as `§ 94`."""
    has_pages: bool = False
    is_ocr: bool = False
    """True when a page of it was interpreted out of a picture."""


Read = Callable[[MeetingFile], str]
"""Return what a file says under its items."""


def meetings_of(files: Sequence[MeetingFile], read: Read) -> list[list[MeetingFile]]:
    """Return the files of each meeting that has several, the one to answer from first."""
    runs: dict[DocumentKey, frozenset[tuple[str, ...]]] = {}

    def runs_of(file: MeetingFile) -> frozenset[tuple[str, ...]]:
        if file.key not in runs:
            runs[file.key] = frozenset(_runs(words(read(file))))
        return runs[file.key]

    groups = [[file] for file in files]
    for one, other in combinations(files, 2):
        if may_be_same(one, other) and likeness(runs_of(one), runs_of(other)) >= ALIKE:
            groups = _joined(groups, one, other)
    return [sorted(group, key=_preference) for group in groups if len(group) > 1]


def may_be_same(one: MeetingFile, other: MeetingFile) -> bool:
    """Tell whether nothing but the text can speak against *one* and *other* being of one meeting.

    >>> board = MeetingFile(key=DocumentKey(1), size=900, body="Styrelsen")
    >>> council = MeetingFile(key=DocumentKey(2), size=900, body="Fullmäktige")
    >>> may_be_same(board, board), may_be_same(board, council)
    (True, False)
    """
    sizes = sorted((one.size, other.size))
    return (
        sizes[0] >= ALIKE * ALIKE * sizes[1]
        and _agree(_name(one.body), _name(other.body))
        and _agree(_name(one.organisation), _name(other.organisation))
        and _agree(_hour(one.time), _hour(other.time))
        and (not (one.paragraphs and other.paragraphs) or bool(one.paragraphs & other.paragraphs))
    )


def likeness(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """Return the share of runs of words, of the text that has more of them, that both have."""
    if min(len(one), len(other)) < FEWEST_RUNS:
        return 0.0
    return len(one & other) / max(len(one), len(other))


def _runs(said: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(said[start : start + RUN]) for start in range(len(said) - RUN + 1))


def _joined(
    groups: Iterable[list[MeetingFile]], one: MeetingFile, other: MeetingFile
) -> list[list[MeetingFile]]:
    apart, together = list[list[MeetingFile]](), list[MeetingFile]()
    for group in groups:
        if one in group or other in group:
            together += group
        else:
            apart.append(group)
    return [*apart, together]


def _preference(file: MeetingFile) -> tuple[int, bool, bool, int, int]:
    """Order files: adjusted first, then typed, then with page numbers, then the longest."""
    return BY_STATUS.index(file.status), file.is_ocr, not file.has_pages, -file.size, file.key


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _name(name: str | None) -> str:
    return fold(name or "")


def _hour(time: str | None) -> str:
    """Return the first hour of *time*, which a correction at the meeting's end does not change."""
    found = CLOCK.search(time or "")
    return SIGNS.sub("", found.group()).zfill(4) if found else ""
