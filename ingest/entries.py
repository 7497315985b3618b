"""Read the lines under a list's heading: one person a line, several, or rows of a table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.names import EDGES, REPLACES, full_names, is_role, names_organisation, names_person
from ingest.patterns import AND, BETWEEN_COLUMNS, CHECKED, COMMA, PARTY
from ingest.people import Piece, read_entry, split_pieces, to_people
from ingest.people_words import PRESENCE, TABLE_COLUMNS
from ingest.rosters import Heading, normalised
from rag.minutes import Person, Presence
from rag.span import Span

CELL = re.compile(r"\s*\|\s*")
# Two columns of names side by side: "Eva Ek (S) Bo Berg (M)", "Eva Ek | Bo Berg"
COLUMN = re.compile(rf"{CELL.pattern}|{BETWEEN_COLUMNS.pattern}")
SEMICOLON = re.compile(r";\s*")
# An organisation before its people, "Holmby kommun: Eva Ek, Bo Dal"
GROUP = re.compile(r"^\s*(?P<organisation>[A-ZÅÄÖ][^:,|()]{1,50}):\s+(?=[A-ZÅÄÖ])")
# "Eva Ek från Holmby kommun" is a person, for all the organisation's words.
FROM = re.compile(r"\w\sfrån\s")
RULE = re.compile(r"[\s|:–—-]*$")
PAIR = 2
"""Words of an ordinary name."""


def read_people(pieces: Sequence[Piece], heading: Heading, *, inline: bool) -> Iterator[Person]:
    """Yield the people of a list's lines; *inline* when they begin on the heading's own line."""
    many = _several_to_a_line(pieces, inline=inline)
    for line in _joined_lines(pieces) if many else pieces:
        for piece in split_pieces(line, SEMICOLON):
            group = organisation_label(piece.text)
            if group:
                start = piece.text.index(":") + 1
                rest = Piece(piece.text[start:], piece.start + start)
                for person in _listed(rest, heading):
                    yield replace(person, organisation=person.organisation or group)
            elif many:
                yield from _listed(piece, heading)
            else:
                for cells in _columns(piece):
                    span = Span(cells[0].span.start, cells[-1].span.end)
                    yield from _person(_joined(cells), heading, span=span)


def _columns(piece: Piece) -> list[list[Piece]]:
    """Part two people side by side; other cells tell of the person before them."""
    people: list[list[Piece]] = []
    for cell in split_pieces(piece, COLUMN):
        if is_checked(cell.text):
            continue
        if people and read_entry(cell.text) is None:
            people[-1].append(cell)
        else:
            people.append([cell])
    return people


def organisation_label(text: str) -> str | None:
    """Return the organisation that precedes its people: `Holmby kommun: Eva Ek, Bo Dal`."""
    group = GROUP.match(text)
    if not group:
        return None
    entry = read_entry(text)
    return None if entry and entry.roles else group["organisation"]


def is_checked(text: str) -> bool:
    """Tell whether a table's cell holds a cross or another sign for yes."""
    return bool(CHECKED.match(text.strip(EDGES)))


def table_columns(words: str) -> tuple[Presence | str | None, ...]:
    """Return what the columns of a table of people hold; empty when *words* head none.

    >>> table_columns("Namn | Organisation | Närvarande")
    ('name', 'organisation', <Presence.PRESENT: 'present'>)
    """
    cells = [normalised(cell) for cell in CELL.split(words.strip("| "))]
    columns: list[Presence | str | None] = [
        TABLE_COLUMNS.get(cell) or PRESENCE.get(cell) for cell in cells
    ]
    marked = sum(isinstance(column, Presence) for column in columns)
    known = sum(column is not None for column in columns)
    if known < PAIR or not ("name" in columns or marked) or (marked and known < len(cells)):
        return ()
    return tuple(columns)


def read_row(
    row: Piece, columns: Sequence[Presence | str | None], default: Presence
) -> Iterator[Person]:
    """Yield the people of one row; a cross says in which column's way a person was present."""
    cells = [cell.strip() for cell in CELL.split(row.text.strip("| "))]
    pairs = list(zip(columns, cells, strict=False))
    said = {column: cell for column, cell in pairs if isinstance(column, str) and cell}
    marks = [(column, cell) for column, cell in pairs if isinstance(column, Presence)]
    name = said.get("name") or cells[0]
    entry = read_entry(", ".join(filter(None, (name, said.get("role")))), single=True)
    if entry is None:
        return
    crossed = [column for column, cell in marks if is_checked(cell) or cell == name]
    marked = any(isinstance(column, Presence) for column in columns)
    missing = Presence.ABSENT if marked else default
    presence = crossed[0] if crossed else missing
    person, *others = to_people(entry, presence=presence, span=row.span, role=None)
    yield replace(
        person,
        organisation=person.organisation or said.get("organisation"),
        party=person.party or said.get("party"),
    )
    yield from others


def _joined_lines(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Join lines that part a name: `Eva Ek, Bo ⏎ Dal, Cia Ask`."""
    held: Piece | None = None
    for piece in pieces:
        if held is not None and _parts_name(held.text, piece.text):
            gap = " " * (piece.start - held.start - len(held.text))
            held = Piece(held.text + gap + piece.text, held.start)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def _parts_name(above: str, below: str) -> bool:
    """Tell whether a line ends with half a name, and the next begins with the other half."""
    last, first = COMMA.split(above)[-1], COMMA.split(below)[0]
    return bool(last.strip()) and 1 in {full_names(last), full_names(first)}


def _several_to_a_line(pieces: Sequence[Piece], *, inline: bool) -> bool:
    """Tell `Eva Ek, Bo Dal, Cia Ask` from one `Eva Ek, Holmby kommun` a line."""
    names = singles = others = 0
    for piece in pieces:
        parts = [p.text for c in split_pieces(piece, COMMA) for p in split_pieces(c, AND)]
        for part in parts[1:]:
            words = names_person(part)
            names += words > 1
            singles += words == 1
            others += not words
    if inline or len(pieces) == 1:
        lone = all(full_names(COMMA.split(piece.text)[0]) == 1 for piece in pieces)
        return names > 0 or (lone and singles > 0)
    return names > len(pieces) and names > singles + others


def _listed(piece: Piece, heading: Heading) -> Iterator[Person]:
    """Read several people on one line; roles and organisations belong to the one before."""
    parts = [p for comma in split_pieces(piece, COMMA) for p in split_pieces(comma, AND)]
    sizes = [names_person(part.text) for part in parts]
    # After a name and a party a single word is a place: "Eva Ek (S), Holmby, Bo Dal (M), Ekvik"
    placed = sum(bool(PARTY.search(part.text)) for part in parts) * PAIR >= len(parts) - 1 > 1
    alternate = all((size > 1) == (i % 2 == 0) for i, size in enumerate(sizes))
    paired = placed or (len(parts) > 1 and alternate)
    start = 0
    for position in range(1, len(parts) + 1):
        if position < len(parts) and _describes(parts[position].text, paired=paired):
            continue
        group = parts[start:position]
        if len(group) == 1 and sizes[start] == PAIR * 2 and _comma_forgotten(sizes):
            yield from _two_people(group[0], heading)
        else:
            span = Span(group[0].span.start, group[-1].span.end)
            yield from _person(_joined(group), heading, span=span)
        start = position


def _describes(text: str, *, paired: bool) -> bool:
    text = text.strip(EDGES)
    if FROM.search(text):
        return False
    if REPLACES.match(text):
        return True
    return is_role(text) or names_organisation(text) or (paired and full_names(text) == 1)


def _comma_forgotten(sizes: Sequence[int]) -> bool:
    """Tell whether all names of a list have two words but for the one that has four."""
    return len(sizes) > PAIR and sorted(set(sizes)) == [PAIR, PAIR * 2]


def _two_people(piece: Piece, heading: Heading) -> Iterator[Person]:
    cut = list(re.finditer(r"\S+", piece.text))[PAIR].start()
    yield from _person(Piece(piece.text[:cut], piece.start), heading)
    yield from _person(Piece(piece.text[cut:], piece.start + cut), heading)


def _joined(pieces: Sequence[Piece]) -> Piece:
    text = ", ".join(piece.text.strip() for piece in pieces)
    return Piece(text, pieces[0].span.start if pieces else 0)


def _person(piece: Piece, heading: Heading, *, span: Span | None = None) -> Iterator[Person]:
    entry = read_entry(piece.text, single=True)
    if entry:
        yield from to_people(
            entry, presence=heading.presence, span=span or piece.span, role=heading.role
        )
