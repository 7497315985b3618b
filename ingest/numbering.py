"""Find numbered headings, `§ 94 Detaljplan` and `5. Dialog`, and tell them from lists."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.header_words import MONTHS
from ingest.item_words import CONTINUED, DECISION_HEADINGS, SUB_HEADING_ENDINGS, SUB_HEADINGS
from ingest.lines import Line
from ingest.patterns import (
    APPENDIX,
    CONTENTS_LINE,
    HANGING,
    LETTERED,
    NO_TITLE_START,
    NUMBERED,
    REGISTRATION,
    REGISTRATION_EDGES,
    SECTION,
    SENTENCE_END,
)

LONGEST_HEADING = 200
LONGEST_NUMBERED = 120
LONGEST_LETTERED = 80
# A heading that is printed on two lines fills most of the first.
FULL_LINE = 55
MOST_LINES = 3
# More words than this and a full stop make a sentence.
WORDS_OF_TITLE = 8
WORDS_OF_NUMBERED_TITLE = 5
# Headings so close have no text between them.
CLOSE = 2
LIST_GAP = 4
# An agenda begins at 1, or after the numbered lists of people: "1. Kallade", "2. Närvarande".
FIRST_NUMBER = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A line, or more, that begins an item."""

    first: int
    last: int
    """Indexes of its first and last line."""
    title: str
    number: str | None = None
    key: tuple[int, ...] = ()
    """The number's parts, by which headings are put in order."""
    depth: int = 1
    """How deep its marks say it lies; only compared with others."""


def is_sub_heading(words: str) -> bool:
    """Tell whether *words* are a fixed heading inside an item: `Ärendebeskrivning`, `Beslut`.

    >>> is_sub_heading("Kommunstyrelsens beslut"), is_sub_heading("Beslut om taxa")
    (True, False)
    """
    lowered = " ".join(words[:LONGEST_LETTERED].lower().strip(" .:*_").split())
    if lowered in SUB_HEADINGS or lowered in DECISION_HEADINGS:
        return True
    owner, _, last = lowered.rpartition(" ")
    return last in SUB_HEADING_ENDINGS and owner.endswith("s")


def section_headings(lines: Sequence[Line], outside: Sequence[int]) -> list[Heading]:
    """Return the headings that begin with `§`, those of a table of contents left out."""
    return in_order(_without_contents(list(_sections(lines, outside))))


def numbered_headings(lines: Sequence[Line], outside: Sequence[int]) -> list[Heading]:
    """Return the headings `1. …`, `2. …` of the agenda, lists inside items left out."""
    found = _without_contents(_without_lists(list(_numbered(lines, outside))))
    chain = in_order(found)
    if not chain or chain[0].key > (FIRST_NUMBER,):
        return []
    needed = 2 if all(lines[h.first].after_blank or h.first == 0 for h in chain) else 3
    return _with_letters(lines, chain) if len(chain) >= needed else []


def appendix_headings(lines: Sequence[Line], after: int) -> list[Heading]:
    """Return the lines `Bilaga A`, `Bilaga 2` that follow the last heading, at line *after*."""
    return [
        Heading(first=index, last=index, title=lines[index].words)
        for index in range(after + 1, len(lines))
        if APPENDIX.match(lines[index].words[:LONGEST_LETTERED])
    ]


def in_order(headings: Sequence[Heading]) -> list[Heading]:
    """Return the longest run of *headings* whose numbers rise; strays and references fall out.

    Numbers that begin anew at 1 begin a new run: a file may hold two meetings.
    """
    runs: list[list[Heading]] = [[]]
    for heading in headings:
        if heading.key == (1,) and len(runs[-1]) > CLOSE:
            runs.append([])
        runs[-1].append(heading)
    return [heading for run in runs for heading in _longest_rise(run)]


def clean_title(title: str) -> str:
    """Return a title without a registration number, a page number or marks at its ends.

    >>> clean_title("Taxa för vatten – Dnr KS 2023/145")
    'Taxa för vatten'
    """
    match = REGISTRATION.search(title[:LONGEST_HEADING])
    if match:
        before, after = title[: match.start()], title[match.end() :]
        title = before if len(before) >= len(after) else after
    return " ".join(REGISTRATION_EDGES.sub("", title.replace("**", "")).split()).strip(" |:")


def _longest_rise(headings: Sequence[Heading]) -> list[Heading]:
    tails: list[tuple[int, ...]] = []
    at: list[int] = []
    previous: list[int] = []
    for position, heading in enumerate(headings):
        place = bisect_left(tails, heading.key)
        previous.append(at[place - 1] if place else -1)
        tails[place : place + 1] = [heading.key]
        at[place : place + 1] = [position]
    rise = []
    position = at[-1] if at else -1
    while position >= 0:
        rise.append(headings[position])
        position = previous[position]
    return rise[::-1]


def _sections(lines: Sequence[Line], outside: Sequence[int]) -> Iterator[Heading]:
    for index in outside:
        words = lines[index].words
        match = SECTION.match(words) if len(words) <= LONGEST_HEADING else None
        if not match or CONTENTS_LINE.search(words):
            continue
        printed = match["title"].strip()
        if printed and not _may_be_title(printed, WORDS_OF_TITLE):
            continue
        title, last = _full_title(lines, index, printed)
        number = " ".join(match["number"].split())
        parts = tuple(int(part) for part in re.findall(r"\d+", number.split("/")[0]))
        letter = number[-1].lower()
        key = (*parts, ord(letter) - ord("a") + 1) if letter.isalpha() else parts
        yield Heading(
            first=index, last=last, title=title, number=f"§ {number}", key=key, depth=len(parts)
        )


def _numbered(lines: Sequence[Line], outside: Sequence[int]) -> Iterator[Heading]:
    for index in outside:
        line = lines[index]
        words = line.words
        match = NUMBERED.match(words) if len(words) <= LONGEST_NUMBERED else None
        if not match or line.bullet or line.row or CONTENTS_LINE.search(words):
            continue
        printed = match["title"].strip()
        month = printed.split()[0].lower().strip(".,") in MONTHS
        if printed[0].islower() or month or not _may_be_title(printed, WORDS_OF_NUMBERED_TITLE):
            continue
        title, last = _full_title(lines, index, printed)
        key = tuple(int(part) for part in match["number"].split("."))
        yield Heading(
            first=index, last=last, title=title, number=match["number"], key=key, depth=len(key)
        )


def _may_be_title(words: str, most_words: int) -> bool:
    sentence = SENTENCE_END.search(words) and len(words.split()) > most_words
    return not (sentence or NO_TITLE_START.match(words)) and any(c.isalpha() for c in words)


def _full_title(lines: Sequence[Line], index: int, printed: str) -> tuple[str, int]:
    """Return a heading's whole title, which may go on, or stand, on the next lines."""
    last = index
    for position in range(index + 1, min(index + 1 + MOST_LINES, len(lines))):
        line = lines[position]
        if not _goes_on(printed, line):
            break
        printed = f"{printed} {line.words}".strip()
        last = position
    return clean_title(printed), last


def _goes_on(printed: str, line: Line) -> bool:
    if line.hashes or line.bullet or line.row or SECTION.match(line.words[:20]):
        return False
    if len(line.words) > LONGEST_NUMBERED or is_sub_heading(line.words):
        return False
    if SENTENCE_END.search(line.words):
        return False
    if not any(character.isalpha() for character in clean_title(printed)):
        return True
    if line.after_blank or len(printed) > LONGEST_HEADING:
        return False
    wrapped = len(printed) >= FULL_LINE and line.words[0].islower()
    return bool(wrapped or HANGING.search(printed))


def _without_contents(headings: list[Heading]) -> list[Heading]:
    """Leave out a table of contents, and the repeated headings of an item that goes on."""
    last_of = {heading.key: position for position, heading in enumerate(headings)}
    first_of: dict[tuple[int, ...], Heading] = {}
    kept = []
    for position, heading in enumerate(headings):
        near = headings[max(position - 1, 0) : position] + headings[position + 1 : position + 2]
        close = any(abs(other.first - heading.first) <= CLOSE for other in near)
        later = headings[last_of[heading.key]]
        if close and later is not heading and _alike(heading.title, later.title):
            continue
        known = first_of.setdefault(heading.key, heading)
        if known is heading or not _goes_on_from(heading.title, known.title):
            kept.append(heading)
    return kept


def _alike(one: str, other: str) -> bool:
    shortest = min(len(one), len(other), 12)
    return one[:shortest].lower() == other[:shortest].lower()


def _goes_on_from(title: str, known: str) -> bool:
    lowered = title.lower()
    return not title or lowered == known.lower() or lowered.strip("(). ").startswith(CONTINUED)


def _without_lists(headings: list[Heading]) -> list[Heading]:
    """Leave out numbered lists: they begin anew at 1 after the agenda has begun."""
    kept: list[Heading] = []
    begun = False
    in_list: Heading | None = None
    for heading in headings:
        if heading.key == (1,) and begun:
            in_list = heading
            continue
        if in_list and heading.key == (in_list.key[0] + 1,):
            if heading.first - in_list.last <= LIST_GAP:
                in_list = heading
                continue
            in_list = None
        begun = begun or heading.key == (1,)
        kept.append(heading)
    return kept


def _with_letters(lines: Sequence[Line], chain: Sequence[Heading]) -> list[Heading]:
    """Add `a. Mötesordförande`, `b. …` that begin right under a numbered heading."""
    ends = [*(heading.first for heading in chain), len(lines)][1:]
    outline: list[Heading] = []
    for heading, end in zip(chain, ends, strict=True):
        outline.append(heading)
        expected = "a"
        for index in range(heading.last + 1, end):
            line = lines[index]
            match = LETTERED.match(line.words) if len(line.words) <= LONGEST_LETTERED else None
            if not match and expected == "a":
                break
            if match and match["number"] == expected and not SENTENCE_END.search(line.words):
                number = f"{heading.number} {expected}"
                depth = heading.depth + 1
                title = clean_title(match["title"])
                outline.append(
                    Heading(first=index, last=index, title=title, number=number, depth=depth)
                )
                expected = chr(ord(expected) + 1)
    return outline
