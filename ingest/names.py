"""Tell names of people, organisations and roles apart."""

import re

from ingest.patterns import NAME, NAME_WORD, PARENTHESIS, PRESENCE_LIMIT
from ingest.people_words import (
    NO_NAMES,
    ORGANISATION_ENDINGS,
    ORGANISATION_WORDS,
    PRESENCE_NOTES,
    ROLE_ENDINGS,
    ROLES,
    SIGNATORIES,
    SUBSTITUTES_FOR,
    TABLE_COLUMNS,
)

EDGES = " \t*_|,;.:–—-"
LONGEST_ROLE = 60
# In a cell of its own, beside the substitute: "Fia Gren (V) | för Gun Hav (V)"
REPLACES = re.compile(rf"\s*(?:{'|'.join(map(re.escape, SUBSTITUTES_FOR))})\s", re.IGNORECASE)
# "kommunsekreterare Eva Ek", "Miljö- och byggchef Bo Dal", "Ordföranden Eva Ek"
LEADING_TITLE = re.compile(
    rf"""^(?P<role>(?:[^\W\d]+-\soch\s)?
    (?:[a-zåäö][\wåäö-]*(?:\s[a-zåäö]+){{0,3}}|[^\W\d]*(?:{"|".join(ROLE_ENDINGS)})(?:e?n)?))
    \s+(?={NAME_WORD}\s+{NAME_WORD})""",
    re.VERBOSE,
)


def full_names(text: str) -> int:
    """Return how many words of a name *text* consists of; 0 when it is no name.

    >>> full_names("Eva Ek"), full_names("Holmby kommun"), full_names("öppnade mötet")
    (2, 0, 0)
    """
    text = PARENTHESIS.sub("", text).strip(EDGES)
    match = NAME.fullmatch(text)
    return len(text.split()) if match and not names_organisation(text) else 0


def names_person(text: str) -> int:
    """Return how many words of a name *text* has, when it says no more than a title beside it.

    >>> names_person("avdelningschef Bo Dal (M)"), names_person("enhetschef")
    (2, 0)
    """
    if REPLACES.match(text):
        return 0
    said = PRESENCE_LIMIT.sub("", f" {PARENTHESIS.sub('', text)}").strip(EDGES)
    title = LEADING_TITLE.match(said)
    return full_names(said[title.end() :] if title else said)


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


def is_no_name(name: str) -> bool:
    """Tell whether *name* stands where a name would and is none: `Vakant`, `Sekreterare`."""
    lowered = name.lower()
    return lowered in NO_NAMES or all(
        word in ROLES or word in SIGNATORIES or word in TABLE_COLUMNS for word in lowered.split()
    )
