"""Read one entry of a list of people: name, party, organisation, roles, substitution."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ingest.names import (
    EDGES,
    LEADING_TITLE,
    REPLACES,
    is_no_name,
    is_role,
    names_organisation,
)
from ingest.patterns import COMMA, LIMITED_TO, NAME, PARENTHESIS, PARTY, PRESENCE_LIMIT
from ingest.people_words import (
    ABSENT_NOTES,
    PARTIES,
    PRESENCE_NOTES,
    ROLE_ENDINGS,
    ROLES,
    SIGNATORIES,
    SUBSTITUTED_BY,
    SUBSTITUTES_FOR,
)
from rag.minutes import Person, Presence
from rag.span import Span

LONGEST_ENTRY = 300
SLASH = re.compile(r"\s/\s")
# "Eva Ek från Holmby kommun"
FROM = re.compile(r"\sfrån\s(?=[A-ZÅÄÖ])")
DASH = re.compile(r"^\s*[–—-]\s+")
# A cross beside a name: "Eva Ek X, mötesordförande"
CHECK_MARK = re.compile(r"(?<=\w)\s+[xX✓✔☒](?=\s|,|$)")
MOST_TITLE_WORDS = 3
# After a name: "anlände efter lunch".
MOST_NOTE_WORDS = 5
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
    limited: bool = False
    """It holds for some items or hours only."""
    paragraphs: str | None = None
    """For which items, as printed."""
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
    whole = SLASH.sub(", ", text[:LONGEST_ENTRY])
    if REPLACES.match(whole):
        return None
    party, text = _open_brackets(whole.strip(EDGES))
    text = FROM.sub(", ", text)
    text, replaces, substitute = _substitution(text)
    limited = bool(PRESENCE_LIMIT.search(whole))
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
        party=None if party and _are_initials(party, name) else party,
        roles=tuple(dict.fromkeys(roles)),
        limited=limited,
        paragraphs=_paragraphs(whole) if limited else None,
        absent=absent,
        substitute=substitute,
        replaces=replaces,
    )


def to_people(entry: Entry, *, presence: Presence, span: Span, role: str | None) -> list[Person]:
    """Return the person of *entry*, and who came instead of them or stayed away."""
    roles = entry.roles if role is None or role in entry.roles else (*entry.roles, role)
    person = Person(
        name=entry.name,
        presence=Presence.ABSENT if entry.substitute or entry.absent else presence,
        span=span,
        organisation=entry.organisation,
        party=entry.party,
        roles=roles,
        replaces=entry.replaces,
        paragraphs=entry.paragraphs,
    )
    if entry.replaces and not entry.limited:
        # Dropped again by `merge_people` when a list says that they were there.
        return [person, Person(name=entry.replaces, presence=Presence.ABSENT, span=span)]
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
    present = {name for name, presence in merged if presence is Presence.PRESENT}
    return tuple(
        person
        for (name, presence), person in merged.items()
        if presence is not Presence.ABSENT or name not in present
    )


def settle_parties(people: Sequence[Person]) -> list[Person]:
    """Read `(GR)` as an organisation where nobody has a known party."""
    if any(person.party and person.party.lower() in PARTIES for person in people):
        return list(people)
    return [
        replace(person, party=None, organisation=person.organisation or person.party)
        for person in people
    ]


def _merge(known: Person, person: Person) -> Person:
    return replace(
        known,
        organisation=known.organisation or person.organisation,
        party=known.party or person.party,
        roles=tuple(dict.fromkeys((*known.roles, *person.roles))),
        replaces=known.replaces or person.replaces,
        paragraphs=known.paragraphs or person.paragraphs,
    )


def _paragraphs(text: str) -> str | None:
    """Return which items a presence is limited to, as printed.

    >>> (
    ...     _paragraphs("Eva Ek (S), till och med § 60 på grund av jäv"),
    ...     _paragraphs("Bo Dal, kl. 9–10"),
    ... )
    ('till och med § 60', None)
    """
    limits = [match.group().strip(EDGES) for match in LIMITED_TO.finditer(text)]
    return ", ".join(limits) or None


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

    >>> _open_brackets("Eva Ek (S) (suppleant, ersätter Bo Dal) (glad)")
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


def _are_initials(letters: str, name: str) -> bool:
    """Tell whether `(EE)` after a name only shortens it; one letter may be a party's.

    >>> _are_initials("EE", "Eva Ek"), _are_initials("KD", "Eva Ek"), _are_initials("S", "Siv")
    (True, False, False)
    """
    return len(letters) > 1 and letters == "".join(word[0] for word in name.split())


def _name(text: str, *, single: bool) -> tuple[str | None, str]:
    match = NAME.match(text.strip())
    if not match:
        return None, text
    name = match["name"].rstrip(".,-")
    if names_organisation(name) or (" " not in name and not single) or is_no_name(name):
        return None, text
    return " ".join(name.split()), text.strip()[match.start() + len(name) :]


def _may_follow(after: str) -> bool:
    """Tell whether what follows a name on its line leaves it an entry and no sentence."""
    words = DASH.sub("", after).strip(EDGES).lower()
    count = len(words.split())
    title = words.endswith(ROLE_ENDINGS) and count <= MOST_TITLE_WORDS
    noted = count <= MOST_NOTE_WORDS and words.split()[:1] and words.split()[0] in PRESENCE_NOTES
    known = title or noted or words in ROLES | ABSENT_NOTES
    return not words or bool(DASH.match(after)) or bool(known)


def _is_organisation(text: str) -> bool:
    letters = any(character.isalpha() for character in text)
    return letters and (text[0].isupper() or text[0].isdigit()) and not is_role(text)
