"""Read who leads and signs: `Vid protokollet: Bo Dal`, and names below lines for signatures."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.entries import COLUMN, read_people
from ingest.lines import Line
from ingest.names import full_names
from ingest.patterns import PLACEHOLDER
from ingest.people import Piece, split_pieces
from ingest.people_words import MEETING_ROLES, SIGNATORIES
from ingest.rosters import Heading, labelled, signatory
from rag.minutes import Person, Presence

# Lines for a signature may stand between "Sekreterare" and the name.
SIGNATURE_LINES = 3
LONGEST_LINE = 160
# "Ordförande   Sekreterare": two signatures side by side, at least two spaces apart
GAP = re.compile(r"\s*\|\s*|\t+|(?<!\s)\s{2,}+")
# "Antecknat av Bo Dal" and "Vid protokollet Bo Dal" tell who signs, and no office.
SIGNING = re.compile(r"vid\s|.{0,40}?\bav\s", re.IGNORECASE)
# The line to write on: "Sekreterare __________ Bo Dal"
RULED = re.compile(r"_{3,}|\.{4,}|…{2,}")
WORD = re.compile(r"\S+")
MOST_LABELS = 5
WORDS_OF_NAME = 2


class Signed(NamedTuple):
    """The people that signatures name, and the last line that they stand on."""

    people: tuple[Person, ...]
    last: int


def read_signatures(lines: Sequence[Line], index: int) -> Signed | None:
    """Read the signatures that begin at line *index*; `None` when none do."""
    line = lines[index]
    line = line._replace(words=RULED.sub(lambda match: " " * len(match.group()), line.words))
    labels = _side_by_side(line.words)
    if labels:
        named = index - 1 if _names_above(lines, index) else next(_below(lines, index), None)
        return None if named is None else _beside_labels(lines, index, named, labels)
    heading = signatory(line)
    if heading and heading.value is None and _names_above(lines, index):
        return _beside_labels(lines, index, index - 1, [heading.role or ""])
    return _after_label(lines, index, line, heading) if heading else None


def _names_above(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the line above, a paragraph's first, is the names that the labels belong to."""
    if not index or lines[index].after_blank or lines[index].hashes:
        return False
    above = lines[index - 1]
    if not above.after_blank or above.hashes or len(above.words) > LONGEST_LINE:
        return False
    return all(full_names(part) >= WORDS_OF_NAME for part in COLUMN.split(above.words))


def read_function(lines: Sequence[Line], index: int) -> Signed | None:
    """Read who leads the meeting where an item says so: `- Mötesordförande: Eva`."""
    heading = signatory(lines[index])
    if heading is None or heading.role not in MEETING_ROLES or ":" not in lines[index].words:
        return None
    return _after_label(lines, index, lines[index], heading) if heading.value is not None else None


def is_elected(line: Line) -> bool:
    """Tell whether a line of the ending is of a list of those elected: `Ordförande  Eva Ek`."""
    heading = signatory(line)
    if heading is None or heading.value is None or ":" in line.words:
        return False
    if SIGNING.match(line.words):
        return False
    return not _side_by_side(line.words)


def _after_label(lines: Sequence[Line], index: int, line: Line, heading: Heading) -> Signed | None:
    """Read `Justerare: Bo Dal och Cia Ask`, or a name below the line for the signature."""
    if heading.value is not None and any(c.isalpha() for c in line.words[heading.value :]):
        candidates = [(index, line, heading.value)]
    else:
        candidates = [(position, lines[position], 0) for position in _below(lines, index)]
    for position, said, start in candidates:
        words = said.words[start:]
        piece = Piece(words, said.words_start + start)
        people = tuple(read_people([piece], heading, inline=True))
        if people and len(words) <= LONGEST_LINE and not line.hashes:
            return Signed(people, position)
        break
    return None


def _below(lines: Sequence[Line], index: int) -> Iterator[int]:
    """Yield the lines below *index* that say something, past those for the signature."""
    for position in range(index + 1, min(index + 1 + SIGNATURE_LINES, len(lines))):
        words = lines[position].words
        if any(c.isalpha() for c in words) and not PLACEHOLDER.match(words[:50]):
            yield position


def _side_by_side(words: str) -> list[str]:
    """Return the roles of a line that consists of two labels or more; empty when it does not.

    >>> _side_by_side("Ordförande      Sekreterare"), _side_by_side("Ordförande Eva Ek")
    (['ordförande', 'sekreterare'], [])
    """
    if len(words) > LONGEST_LINE:
        return []
    cells = [cell for cell in GAP.split(words.strip("| ")) if cell]
    parts = cells if len(cells) > 1 else words.split()
    if not 1 < len(parts) <= MOST_LABELS:
        return []
    found = [labelled(part.strip(" :"), SIGNATORIES) for part in parts]
    return [SIGNATORIES[one[0]] for one in found if one and one[1] is None] if all(found) else []


def _beside_labels(
    lines: Sequence[Line], index: int, named: int, roles: Sequence[str]
) -> Signed | None:
    """Read the names on the line *named*, under or above the labels at *index*."""
    line = lines[named]
    pieces = split_pieces(Piece(line.words, line.words_start), COLUMN)
    if len(pieces) < len(roles):
        pieces = _pairs_of_words(pieces, len(roles))
    people: list[Person] = []
    for place, piece in enumerate(pieces):
        role = roles[min(place, len(roles) - 1)]
        heading = Heading(presence=Presence.PRESENT, role=role, value=0)
        people.extend(read_people([piece], heading, inline=True))
    return Signed(tuple(people), max(index, named)) if people else None


def _pairs_of_words(pieces: Sequence[Piece], count: int) -> list[Piece]:
    """Part `Eva Ek Mia Palm`, where a PDF kept one space between two signatures."""
    if len(pieces) != 1:
        return []
    text, start = pieces[0]
    words = list(WORD.finditer(text))
    if len(words) != count * WORDS_OF_NAME:
        return []
    firsts = [word.start() for word in words[::WORDS_OF_NAME]]
    cut = [Piece(text[a:b], start + a) for a, b in pairwise([*firsts, len(text)])]
    return cut if all(full_names(piece.text) == WORDS_OF_NAME for piece in cut) else []
