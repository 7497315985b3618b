"""Read one entry of a list of people: name, party, organisation, roles, substitution."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from ingest.patterns import COMMA, NAME, NAME_WORD, PARENTHESIS, PARTY, PRESENCE_LIMIT
from ingest.people_words import (
    ABSENT_NOTES,
    NO_NAMES,
    ORGANISATION_ENDINGS,
    ORGANISATION_WORDS,
    PARTIES,
    PRESENCE_NOTES,
    ROLE_ENDINGS,
    ROLES,
    SIGNATORIES,
    SUBSTITUTED_BY,
    SUBSTITUTES_FOR,
    TABLE_COLUMNS,
)
from rag.minutes import Person, Presence, Span

EDGES = " \t*_|,;.:–—-"
LONGEST_ENTRY = 300
LONGEST_ROLE = 60
DASH = re.compile(r"^\s*[–—-]\s+")
# "kommunsekreterare Eva Ek", in a list with commas
LEADING_TITLE = re.compile(
    rf"^(?P<role>[a-zåäö][\wåäö-]*(?:\s[a-zåäö]+){{0,3}})\s+(?={NAME_WORD}\s+{NAME_WORD})"
)
# A cross beside a name: "Eva Ek X, mötesordförande"
CHECK_MARK = re.compile(r"(?<=\w)\s+[xX✓✔☒](?=\s|,|$)")
MOST_TITLE_WORDS = 3
LEADING_ROLE = re.compile(
    r"^(?i:(?P<role>"
    + "|".join(re.escape(role) for role in sorted({*ROLES, *SIGNATORIES}, key=len, reverse=True))
    + r"))(?:\s*:\s*|\s+)(?=[A-ZÅÄÖ])"
)


class Piece(NamedTuple):
    """A part of a line and where it starts."""

    text: str
    start: int

    @property
    def span(self) -> Span:
        """Its characters without the white space around them."""
        left = len(self.text) - len(self.text.lstrip())
        return Span(self.start + left, self.start + max(left, len(self.text.rstrip())))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one entry says of a person; presence comes from the list's heading."""

    name: str
    organisation: str | None = None
    party: str | None = None
    roles: tuple[str, ...] = ()
    absent: bool = False
    """The entry says so: `anmält förhinder`."""
    substitute: str | None = None
    """Who came instead."""
    replaces: str | None = None


def split_pieces(piece: Piece, pattern: re.Pattern[str]) -> list[Piece]:
    """Return the parts of *piece* between the matches of *pattern*, empty ones left out."""
    parts = []
    position = 0
    for match in pattern.finditer(piece.text):
        parts.append(Piece(piece.text[position : match.start()], piece.start + position))
        position = match.end()
    parts.append(Piece(piece.text[position:], piece.start + position))
    return [part for part in parts if part.text.strip()]


def read_entry(text: str, *, single: bool = False) -> Entry | None:
    """Read an entry, or return `None` when *text* is no person; *single* allows a first name alone.

    >>> read_entry("Eva Ek (S), ordförande, §§ 51–58").roles
    ('ordförande',)
    >>> read_entry("Eva Ek, Holmby, ersätts av Bo Dal").substitute
    'Bo Dal'
    """
    party, text = _open_brackets(text[:LONGEST_ENTRY].strip(EDGES))
    text, replaces, substitute = _substitution(text)
    text = CHECK_MARK.sub("", PRESENCE_LIMIT.sub("", f" {text}")).strip(EDGES)
    roles: tuple[str, ...] = ()
    leading = LEADING_ROLE.match(text) or LEADING_TITLE.match(text)
    if leading:
        roles = (_role(leading["role"]),)
        text = text[leading.end() :]
    first, *rest = (part.strip() for part in COMMA.split(text))
    name, after = _name(first, single=single or bool(leading) or bool(party))
    if name is None or not _may_follow(after):
        return None
    extra = [DASH.sub("", after).strip(EDGES), *rest]
    absent = any(part.lower() in ABSENT_NOTES for part in extra)
    extra = [part for part in extra if part.lower() not in ABSENT_NOTES]
    roles += tuple(_role(part) for part in extra if is_role(part))
    organisations = [part for part in extra if _is_organisation(part)]
    return Entry(
        name=name,
        organisation=organisations[0] if organisations else None,
        party=party,
        roles=tuple(dict.fromkeys(roles)),
        absent=absent,
        substitute=substitute,
        replaces=replaces,
    )


def to_people(entry: Entry, *, presence: Presence, span: Span, role: str | None) -> list[Person]:
    """Return the person of *entry*, and who came instead of them."""
    roles = entry.roles if role is None or role in entry.roles else (*entry.roles, role)
    person = Person(
        name=entry.name,
        presence=Presence.ABSENT if entry.substitute or entry.absent else presence,
        span=span,
        organisation=entry.organisation,
        party=entry.party,
        roles=roles,
        replaces=entry.replaces,
    )
    if not entry.substitute:
        return [person]
    other = replace(
        person, name=entry.substitute, presence=presence, party=None, roles=(), replaces=entry.name
    )
    return [person, other]


def merge_people(people: Iterable[Person]) -> tuple[Person, ...]:
    """Make one of those who are named twice with the same presence; roles are added up."""
    merged: dict[tuple[str, Presence], Person] = {}
    for person in people:
        key = (person.name.casefold(), person.presence)
        known = merged.get(key)
        merged[key] = _merge(known, person) if known else person
    return tuple(merged.values())


def full_names(text: str) -> int:
    """Return how many words of a name *text* consists of; 0 when it is no name.

    >>> full_names("Eva Ek"), full_names("Holmby kommun"), full_names("öppnade mötet")
    (2, 0, 0)
    """
    text = PARTY.sub("", text).strip(EDGES)
    match = NAME.fullmatch(text)
    return len(text.split()) if match and not names_organisation(text) else 0


def names_organisation(text: str) -> bool:
    """Tell whether *text* is an organisation by its own words: `Holmby kommun`, `GR`.

    >>> names_organisation("Holmby kommun"), names_organisation("Eva Ek")
    (True, False)
    """
    words = text.split()
    return any(
        word.lower().strip(EDGES) in ORGANISATION_WORDS
        or word.lower().endswith(ORGANISATION_ENDINGS)
        for word in words
    ) or (len(words) == 1 and len(text) > 1 and text.isupper())


def is_role(text: str) -> bool:
    """Tell whether *text* is a role or a title: known, or with a small first letter."""
    lowered = text.lower()
    if lowered in ROLES or lowered in SIGNATORIES:
        return True
    words = lowered.replace("(", " ").split()
    return (
        text[:1].islower()
        and not LEADING_TITLE.match(text)
        and len(text) <= LONGEST_ROLE
        and words[0] not in PRESENCE_NOTES
        and not any(character.isdigit() for character in text)
    )


def _merge(known: Person, person: Person) -> Person:
    return replace(
        known,
        organisation=known.organisation or person.organisation,
        party=known.party or person.party,
        roles=tuple(dict.fromkeys((*known.roles, *person.roles))),
        replaces=known.replaces or person.replaces,
    )


def _role(text: str) -> str:
    lowered = text.lower().strip(EDGES)
    return SIGNATORIES.get(lowered) or (text.strip(EDGES) if text[:1].islower() else lowered)


def _substitution(text: str) -> tuple[str, str | None, str | None]:
    """Return *text* without its substitution, whom the person replaces, and by whom replaced."""
    lowered = text.lower()
    for phrases, by in ((SUBSTITUTED_BY, True), (SUBSTITUTES_FOR, False)):
        for phrase in phrases:
            position = lowered.find(f" {phrase} ")
            if position <= 0:
                continue
            other = PRESENCE_LIMIT.sub("", text[position + len(phrase) + 2 :])
            name, _ = _name(PARTY.sub("", COMMA.split(other)[0]), single=False)
            if name:
                left = text[:position].strip(EDGES)
                return (left, None, name) if by else (left, name, None)
    return text, None, None


def _open_brackets(text: str) -> tuple[str | None, str]:
    """Return the party, and *text* with commas for the brackets around what tells of the person.

    >>> _open_brackets("Eva Ek (S) (suppleant, ersätter Bo Dal) (sjuk)")
    ('S', 'Eva Ek, suppleant, ersätter Bo Dal')
    """
    party = None
    said = []
    position = 0
    for match in PARENTHESIS.finditer(text):
        inside = match["inside"].strip()
        before = text[position : match.start()].rstrip()
        position = match.end()
        said.append(before)
        if PARTY.fullmatch(match.group()) and _may_be_party(inside):
            party = party or inside
            continue
        parts = (part.strip() for part in COMMA.split(inside))
        said.extend(f", {part}" for part in parts if _tells_of_person(part))
    return party, "".join((*said, text[position:])).strip(EDGES)


def _tells_of_person(part: str) -> bool:
    lowered = part.lower()
    substitution = lowered.startswith((*SUBSTITUTED_BY, *SUBSTITUTES_FOR))
    return not part[:1].islower() or lowered in ROLES | ABSENT_NOTES or substitution


def _may_be_party(letters: str) -> bool:
    return letters.lower() in PARTIES or letters == "-" or letters.isupper()


def _name(text: str, *, single: bool) -> tuple[str | None, str]:
    match = NAME.match(text.strip())
    if not match:
        return None, text
    name = match["name"].rstrip(".,-")
    if names_organisation(name) or (" " not in name and not single) or _is_no_name(name):
        return None, text
    return " ".join(name.split()), text.strip()[match.start() + len(name) :]


def _is_no_name(name: str) -> bool:
    lowered = name.lower()
    return lowered in NO_NAMES or all(
        word in ROLES or word in SIGNATORIES or word in TABLE_COLUMNS for word in lowered.split()
    )


def _may_follow(after: str) -> bool:
    """Tell whether what follows a name on its line leaves it an entry and no sentence."""
    words = DASH.sub("", after).strip(EDGES).lower()
    title = words.endswith(ROLE_ENDINGS) and len(words.split()) <= MOST_TITLE_WORDS
    return not words or bool(DASH.match(after)) or title or words in ROLES | ABSENT_NOTES


def _is_organisation(text: str) -> bool:
    letters = any(character.isalpha() for character in text)
    return letters and (text[0].isupper() or text[0].isdigit()) and not is_role(text)
