"""Find numbered headings: `§ 94 Detaljplan`, `5. Dialog`, `a. Ordförande`, `Bilaga 1`."""

import re
from collections.abc import Iterator, Sequence

from ingest.header_words import MONTHS
from ingest.headings import (
    LONGEST_HEADING,
    LONGEST_LETTERED,
    LONGEST_NUMBERED,
    Heading,
    clean_title,
    full_title,
    may_be_title,
)
from ingest.item_words import (
    DECISION_VERBS,
    PASSIVE_DECISIONS,
)
from ingest.lines import Line
from ingest.patterns import (
    APPENDIX,
    CONTENTS_LINE,
    HANGING,
    LETTERED,
    NUMBERED,
    SECTION,
    SENTENCE_END,
)
from ingest.sequences import in_order, without_contents, without_lists

# More words than this and a full stop make a sentence.
WORDS_OF_TITLE = 8
WORDS_OF_NUMBERED_TITLE = 5
# An agenda begins at 1, or after the numbered lists of people: "1. Kallade", "2. Närvarande".
FIRST_NUMBER = 4


def section_headings(lines: Sequence[Line], outside: Sequence[int]) -> list[Heading]:
    """Return the headings that begin with `§`, those of a table of contents left out."""
    return _with_letters(lines, in_order(without_contents(list(_sections(lines, outside)))))


def numbered_headings(lines: Sequence[Line], outside: Sequence[int]) -> list[Heading]:
    """Return the headings `1. …`, `2. …` of the agenda, lists inside items left out."""
    found = without_contents(without_lists(list(_numbered(lines, outside))))
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


def _sections(lines: Sequence[Line], outside: Sequence[int]) -> Iterator[Heading]:
    for index in outside:
        words = lines[index].words
        match = SECTION.match(words) if len(words) <= LONGEST_HEADING else None
        if not match or CONTENTS_LINE.search(words):
            continue
        printed = match["title"].strip()
        if printed and not may_be_title(printed, WORDS_OF_TITLE):
            continue
        if _is_reference(lines, index, printed):
            continue
        title, last = full_title(lines, index, printed)
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
        if printed[0].islower() or month or not may_be_title(printed, WORDS_OF_NUMBERED_TITLE):
            continue
        title, last = full_title(lines, index, printed)
        key = tuple(int(part) for part in match["number"].split("."))
        yield Heading(
            first=index, last=last, title=title, number=match["number"], key=key, depth=len(key)
        )


def _is_reference(lines: Sequence[Line], index: int, printed: str) -> bool:
    """Tell whether a sentence runs on from the line above: `… enligt ⏎ § 45 stadgan`."""
    line = lines[index]
    if line.after_blank or line.hashes or not index:
        return False
    above = lines[index - 1].words
    return bool(HANGING.search(above[-LONGEST_HEADING:])) or (
        printed[:1].islower() and bool(SENTENCE_END.search(printed))
    )


def _is_sentence(words: str) -> bool:
    """Tell `b) Till sekreterare valdes Bo Dal` from the heading `b. Sekreterare`."""
    decided = any(word in PASSIVE_DECISIONS | DECISION_VERBS for word in words.lower().split())
    return decided or bool(SENTENCE_END.search(words))


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
            if match and match["number"] == expected and not _is_sentence(match["title"]):
                number = f"{heading.number} {expected}"
                depth = heading.depth + 1
                title = clean_title(match["title"])
                outline.append(
                    Heading(first=index, last=index, title=title, number=number, depth=depth)
                )
                expected = chr(ord(expected) + 1)
    return outline
