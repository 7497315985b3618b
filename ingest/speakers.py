"""Tell who moves, dissents or speaks in a sentence: people, bodies, groups."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.names import names_organisation
from ingest.patterns import NAME, PARENTHESIS, PARTY
from ingest.people_words import ROLE_ENDINGS, ROLES
from ingest.statement_words import (
    GROUP_COUNTS,
    GROUP_NOUNS,
    GROUPS_ALONE,
    NO_SUBJECT,
    PARTY_NAMES,
    PROPOSER_ENDINGS,
    PROPOSERS,
    SPEAKER_ENDINGS,
    SPEAKERS,
)
from rag.minutes import Person

EDGES = " \t\n*_.,:;–-"
# Between people; not the comma inside "(S, ersättare)".
BETWEEN = re.compile(r"[,;](?![^()]{0,60}\))|\s(?:och|samt|jämte|[&+])\s|(?<=\))\s+(?=[A-ZÅÄÖ])")
DEFINITE = ("n", "en", "na", "arna")
# "Majoriteten av de mindre kommunerna": how many words may stand before the noun
MOST_WORDS = 8
COUNT_WORDS = 3
FULL_NAME = 2
PARTY_GROUP = re.compile(r"^(?:[A-ZÅÄÖ]{1,3}|\w+s)[- ](?:gruppen|grupp|partigrupp)$")
# "alla ledamöter från Moderaterna och Centerpartiet"
FROM_PARTIES = re.compile(
    r"^(?:samtliga|alla)\s(?:ledamöter|ersättare)\s(?:från|för|i)\s", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as printed without title and party."""

    printed: str
    is_group: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Whom the minutes name before their items, in lower case, and the body that met."""

    names: frozenset[str]
    """Of people, whole and first."""
    organisations: frozenset[str]
    body: str | None = None


def known(people: Iterable[Person], body: str | None) -> Known:
    """Return the names and organisations of *people*, and the *body* that met."""
    names: set[str] = set()
    organisations: set[str] = set()
    for person in people:
        lowered = person.name.lower()
        names |= {lowered, lowered.split()[0]}
        organisations |= {person.organisation.lower()} if person.organisation else set()
    return Known(names=frozenset(names), organisations=frozenset(organisations), body=body)


def people_in(words: str, names: frozenset[str]) -> tuple[str, ...]:
    """Return the people and parties that a list such as *words* names.

    *names* are those known to the meeting, whole and first, in lower case.

    >>> people_in("Ordföranden Eva Ek (S), Bo von Dal (V) och Centerpartiet", frozenset())
    ('Eva Ek', 'Bo von Dal', 'Centerpartiet')
    """
    listed = FROM_PARTIES.sub("", words.strip(EDGES))
    found = (_person(part, names) for part in BETWEEN.split(listed) if part)
    return tuple(dict.fromkeys(name for name in found if name))


def proposer(words: str) -> str | None:
    """Return the body or office that *words* name, when it is one that proposes."""
    said = " ".join(words.strip(EDGES).split())
    last = said.rpartition(" ")[2].lower()
    known = last in PROPOSERS or last.endswith(PROPOSER_ENDINGS)
    return said if known and len(said.split()) <= COUNT_WORDS else None


def speaker(subject: str, names: frozenset[str]) -> Speaker | None:
    """Return whom the subject of a sentence names, when it may speak.

    >>> speaker("Flera av kommunerna", frozenset())
    Speaker(printed='Flera av kommunerna', is_group=True)
    >>> speaker("Skolchef Eva Ek, Holmby,", frozenset()).printed, speaker("Rapporten", frozenset())
    ('Eva Ek', None)
    """
    said = " ".join(PARENTHESIS.sub("", subject).split()).strip(EDGES)
    words = said.lower().split()
    if not words or len(words) > MOST_WORDS + COUNT_WORDS or NO_SUBJECT.intersection(words):
        return None
    if _is_group(words) and not said.partition(" ")[2][:1].isupper():
        return Speaker(said, is_group=True)
    people = people_in(subject, names)
    if people:
        return Speaker(_listed(people))
    last = words[-1]
    known = said.lower() in names | SPEAKERS | PARTY_NAMES or last in SPEAKERS
    if known or last.endswith(SPEAKER_ENDINGS) or _is_organisation(said):
        return Speaker(said) if len(words) <= COUNT_WORDS + 1 else None
    return None


def until_noun(words: str) -> str:
    """Return *words* up to the first group that they name: `flera kommuner`, not `frågan` after.

    >>> until_noun("flera kommuner frågan")
    'flera kommuner'
    """
    parts = words.split()
    nouns = (n for n, part in enumerate(parts, start=1) if part.lower() in GROUP_NOUNS)
    return " ".join(parts[: next(nouns, len(parts))])


def _is_group(words: list[str]) -> bool:
    if words[0] in GROUP_NOUNS or " ".join(words) in GROUPS_ALONE:
        return True
    counted = any(" ".join(words[:n]) in GROUP_COUNTS for n in range(1, COUNT_WORDS + 1))
    return counted and any(word.strip(",") in GROUP_NOUNS for word in words[1:MOST_WORDS])


def _is_organisation(said: str) -> bool:
    return said[:1].isupper() and names_organisation(said)


def _listed(people: Sequence[str]) -> str:
    """Return the speakers in one phrase; of a person and an organisation only the person."""
    person, *others = people
    if " " in person and others and " " not in others[0]:
        return person
    return f"{', '.join(people[:-1])} och {people[-1]}" if others else person


def _person(part: str, names: frozenset[str]) -> str | None:
    """Return the name in one part of a list, without title, party and brackets."""
    party = PARTY.search(part)
    bare = (part[: party.start()] if party else part).split("(", 1)[0].strip(EDGES)
    if bare.lower() in PARTY_NAMES or PARTY_GROUP.match(bare):
        return bare
    if not party and names_organisation(bare):
        return None
    found = [name for name in _names(bare, names) if not names_organisation(name)]
    whole = (n for n in found if len(n.split()) >= FULL_NAME or n.lower() in names)
    return next(whole, found[-1] if party and found else None)


def _names(words: str, known: frozenset[str]) -> Iterator[str]:
    for match in NAME.finditer(words):
        parts = match["name"].split()
        while len(parts) > 1 and (_is_title(parts[0]) or " ".join(parts[1:]).lower() in known):
            parts.pop(0)
        name = " ".join(parts)
        if not _is_title(name):
            yield name.strip(EDGES)


def _is_title(word: str) -> bool:
    lowered = word.lower()
    stems = (lowered, *(lowered.removesuffix(end) for end in DEFINITE))
    return any(stem in ROLES or stem.endswith(ROLE_ENDINGS) for stem in stems)
