"""Tell whether words name somebody who can be given a task: people, offices, groups."""

import re

from ingest.item_words import OWNERS
from ingest.names import full_names, names_organisation
from ingest.people_words import ROLE_ENDINGS, ROLES
from ingest.speakers import DEFINITE
from ingest.statement_words import GROUP_COUNTS, GROUP_NOUNS, PROPOSERS, SPEAKER_ENDINGS, SPEAKERS

FULL_NAME = 2
LONGEST_OWNER = 80
MOST_WORDS = 4
MOST_ORGANISATION = 3
PARTS = re.compile(r"\s*(?:[,;/&+]|\b(?:och|samt|tillsammans\smed|med\sstöd\sav)\b)\s*")
NOTE = re.compile(r"\([^()]{0,40}\)")
# EE · AK
INITIALS = re.compile(r"[A-ZÅÄÖ]{2,3}")
EDGES = " .:*_@"
OFFICES = PROPOSERS | SPEAKERS | OWNERS
ALL = ("varje", "respektive", "samtliga", "alla")


def is_owner(words: str, names: frozenset[str]) -> bool:
    """Tell whether *words* are but those who are to do something; *names* as `Known.names`.

    >>> [
    ...     is_owner(words, frozenset({"eva"}))
    ...     for words in ("Eva", "Kansliet och Bo Dal", "Boka sal")
    ... ]
    [True, True, False]
    """
    if len(words) > LONGEST_OWNER:
        return False
    parts = [part.strip(EDGES) for part in PARTS.split(NOTE.sub("", words).strip(EDGES))]
    return any(parts) and all(not part or _is_one(part, names) for part in parts)


def is_known_owner(words: str, names: frozenset[str]) -> bool:
    """Tell whether *words* name an office, or somebody of *names*, when there are any.

    >>> is_known_owner("Grus AB", frozenset({"eva"})), is_known_owner("Eva", frozenset({"eva"}))
    (False, True)
    """
    parts = [part.strip(EDGES) for part in PARTS.split(words.strip(EDGES))]
    known = (part.lower() in names or is_office(part) or not names for part in parts)
    return is_owner(words, names) and all(known)


def _is_one(part: str, names: frozenset[str]) -> bool:
    said = part.lower()
    if said in names or INITIALS.fullmatch(part) or is_office(part):
        return True
    return full_names(part) >= FULL_NAME or _is_organisation(part)


def _is_organisation(part: str) -> bool:
    """Tell whether *part* is the name of one: `Holmby kommun`, but not `Många kommuner`."""
    words = part.split()
    named = 1 < len(words) <= MOST_ORGANISATION and words[0].lower() not in GROUP_COUNTS
    parts = all(word[0].isupper() or names_organisation(word) for word in words)
    return named and parts and part[0].isupper() and names_organisation(part)


def is_office(words: str) -> bool:
    """Tell whether *words* name an office, a body or a group: `Ordföranden`, `Varje kommun`.

    >>> is_office("Varje kommun"), is_office("ekonomichefen"), is_office("Rapporten")
    (True, True, False)
    """
    said = words.lower().split()
    if not said or len(said) > MOST_WORDS:
        return False
    last = said[-1]
    stems = (last, *(last.removesuffix(end) for end in DEFINITE))
    if " ".join(said) in OFFICES or last in OFFICES or any(stem in ROLES for stem in stems):
        return True
    if last.endswith(SPEAKER_ENDINGS) or any(stem.endswith(ROLE_ENDINGS) for stem in stems):
        return True
    return said[0] in ALL and (len(said) == 1 or last in GROUP_NOUNS)
