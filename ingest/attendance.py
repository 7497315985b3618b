"""Find the lists of those attending, absent, invited and called, and who is in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.entries import (
    COLUMN,
    RULE,
    organisation_label,
    read_people,
    read_row,
    table_columns,
)
from ingest.lines import Line
from ingest.names import full_names
from ingest.patterns import COMMA, NUMBERED, PLACEHOLDER, SECTION
from ingest.people import Piece, merge_people, read_entry, settle_parties
from ingest.rosters import Heading, headings_within, labelled, roster_heading, signatory
from ingest.signatures import Signed, is_elected, read_function, read_signatures
from rag.minutes import Person, Presence
from rag.span import Span

LONGEST_ENTRY_LINE = 160
LONGEST_HEADING = 200
LONGEST_LISTS = 2000
MOST_COMPARED = 20
"""So many of a list's entries show what they are like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """The lists of people, and which lines hold them."""

    people: tuple[Person, ...] = ()
    span: Span | None = None
    """From the first heading to the end of the last list before the items."""
    lines: frozenset[int] = frozenset()
    """Indexes of the lines that are headings of lists or entries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Roster:
    """A heading and the lines under it, by their indexes."""

    first: int
    last: int
    people: tuple[Person, ...]
    signed: bool = False
    """It names those who sign, not all who attend."""


def find_attendance(lines: Sequence[Line]) -> Attendance:
    """Return everybody that the lists of *lines* name."""
    rosters = list(_rosters(lines))
    people = settle_parties(_with_full_names(rosters))
    lists = [roster for roster in rosters if not roster.signed]
    if not lists:
        return Attendance(people=merge_people(people))
    last = lists[0]
    for roster in lists[1:]:
        if any(starts_item(line) for line in lines[last.last + 1 : roster.first]):
            break
        last = roster
    held = {index for roster in lists for index in range(roster.first, roster.last + 1)}
    return Attendance(
        people=merge_people(people),
        span=Span(lines[lists[0].first].start, lines[last.last].end),
        lines=frozenset(held),
    )


def starts_item(line: Line) -> bool:
    """Tell whether a line surely begins something else than an entry: `§ 1 …`, `# …`, `1. …`."""
    words = line.words[:LONGEST_HEADING]
    if line.hashes or SECTION.match(words):
        return True
    numbered = NUMBERED.match(words)
    return numbered is not None and full_names(COMMA.split(numbered["title"])[0]) < 2  # noqa: PLR2004


def _rosters(lines: Sequence[Line]) -> Iterator[_Roster]:
    """Yield the lists before the first item, or else the first list, and who signs at the end."""
    ending = next((i for i in range(len(lines) - 1, -1, -1) if starts_item(lines[i])), 0)
    listed = in_items = False
    index = 0
    while index < len(lines):
        inside = in_items and index < ending
        roster = (
            _signed(read_function(lines, index), index)
            if inside
            else _roster_at(lines, index, only_signed=in_items and listed)
        )
        if roster and roster.signed and index >= ending > 0 and is_elected(lines[index]):
            roster = None
        if roster:
            yield roster
            listed = listed or (not roster.signed and bool(roster.people))
            index = roster.last + 1
            continue
        in_items = in_items or (listed and starts_item(lines[index]))
        index += 1


def _roster_at(lines: Sequence[Line], index: int, *, only_signed: bool) -> _Roster | None:
    line = lines[index]
    columns, heading = _columns_at(lines, index), roster_heading(line)
    if only_signed and (columns or heading):
        return None  # a table of which each row may begin one is not read to its end from each
    if columns:
        return _read_table(lines, index, Presence.PRESENT, columns)
    if heading:
        columns = _columns_at(lines, index + 1) if heading.value is None else ()
        if columns:
            table = _read_table(lines, index + 1, heading.presence, columns)
            return replace(table, first=index)
        return _read_list(lines, index, heading)
    return _signed(read_signatures(lines, index), index)


def _signed(found: Signed | None, index: int) -> _Roster | None:
    return (
        _Roster(first=index, last=found.last, people=found.people, signed=True) if found else None
    )


def _columns_at(lines: Sequence[Line], index: int) -> tuple[Presence | str | None, ...]:
    """Return the columns of the table of people that begins at *index*; empty when none does."""
    if index + 1 >= len(lines) or not (lines[index].row and lines[index + 1].row):
        return ()
    return table_columns(lines[index].words)


def _read_table(
    lines: Sequence[Line],
    index: int,
    default: Presence,
    columns: Sequence[Presence | str | None],
) -> _Roster:
    people: list[Person] = []
    last = index
    for position in range(index + 1, len(lines)):
        line = lines[position]
        if not line.row:
            break
        last = position
        if not RULE.match(line.words):
            people.extend(read_row(Piece(line.words, line.words_start), columns, default))
    return _Roster(first=index, last=last, people=tuple(people))


def _read_list(lines: Sequence[Line], index: int, heading: Heading) -> _Roster | None:
    """Read the entries on the heading's line and those below it."""
    line = lines[index]
    pieces = []
    if heading.value is not None:
        pieces.append(Piece(line.words[heading.value :], line.words_start + heading.value))
    last = index
    for position in range(index + 1, len(lines)):
        if not _continues(lines, position, pieces):
            break
        pieces.append(Piece(lines[position].words, lines[position].words_start))
        last = position
    people = tuple(_read_pieces(pieces, heading))
    said = heading.value is not None and ":" not in line.words[: heading.value]
    if not people and (said or (heading.value is None and not _alone(line))):
        return None
    return _Roster(first=index, last=last, people=people)


def _read_pieces(pieces: Sequence[Piece], heading: Heading) -> Iterator[Person]:
    """Yield the people of a list, whose lines may hold lists of their own."""
    inline = heading.value is not None
    parted = [headings_within(piece.text[:LONGEST_LISTS], heading) for piece in pieces]
    if all(len(parts) == 1 and parts[0][2] is heading for parts in parted):
        yield from read_people(pieces, heading, inline=inline)
        return
    for piece, parts in zip(pieces, parted, strict=True):
        for begin, end, inner in parts:
            part = Piece(piece.text[begin:end], piece.start + begin)
            yield from read_people([part], inner, inline=True)


def _alone(line: Line) -> bool:
    return bool(line.hashes) or line.bold or line.words.isupper() or line.words.endswith(":")


def _continues(lines: Sequence[Line], position: int, pieces: Sequence[Piece]) -> bool:
    """Tell whether a line is an entry, or stands alone between two entries."""
    if _is_entry(lines[position], pieces):
        return True
    line = lines[position]
    if not pieces or line.after_blank or _ends_list(line) or position + 1 == len(lines):
        return False
    following = lines[position + 1]
    described = COMMA.search(following.words) or "(" in following.words
    return bool(described) and not following.after_blank and _is_entry(following, pieces)


def _ends_list(line: Line) -> bool:
    return bool(
        len(line.words) > LONGEST_ENTRY_LINE
        or starts_item(line)
        or roster_heading(line)
        or (labelled(line.words) and not read_entry(line.words))
        or signatory(line)
        or PLACEHOLDER.match(line.words[:50])
    )


def _is_entry(line: Line, pieces: Sequence[Piece]) -> bool:
    wrapped = bool(pieces) and pieces[-1].text.rstrip().endswith((",", " och"))
    if wrapped and not line.after_blank and read_entry(line.words, single=True):
        return True
    if _ends_list(line) and not (signatory(line) and pieces and not line.after_blank):
        return _is_long_list(line)
    if organisation_label(line.words):
        return True
    words = COLUMN.split(line.words.strip("| "))[0]
    bare = not COMMA.search(line.words) and "(" not in line.words and not line.row
    single = line.bullet or line.row or not (bare or line.after_blank)
    if read_entry(words, single=single or not bare) is None:
        return False
    # After a gap a bare name ends a list whose entries all say more than a name.
    gap = line.after_blank and bare and len(pieces) > 1
    return not (gap and all(map(_describes, pieces[-MOST_COMPARED:])))


def _describes(piece: Piece) -> bool:
    return bool(COMMA.search(piece.text)) or "(" in piece.text


def _is_long_list(line: Line) -> bool:
    """Tell whether a line too long for an entry is a list: `Eva Ek, Bo Dal, Cia Ask …`."""
    parts = COMMA.split(line.words)
    named = sum(full_names(part) > 1 for part in parts)
    return not line.hashes and len(line.words) > LONGEST_ENTRY_LINE and named * 2 > len(parts)


def _with_full_names(rosters: Sequence[_Roster]) -> list[Person]:
    """Return the people, those who sign by the full name that a list gives their first name."""
    listed = [person for roster in rosters if not roster.signed for person in roster.people]
    by_first: dict[str, set[str]] = {}
    for person in listed:
        if person.presence is Presence.PRESENT:
            by_first.setdefault(person.name.split()[0], set()).add(person.name)
    people = []
    for roster in rosters:
        for person in roster.people:
            names = by_first.get(person.name, set()) if roster.signed else set()
            people.append(replace(person, name=min(names)) if len(names) == 1 else person)
    return people
