"""Find elections told as labels: `Ordförande 1 år: Eva Ek (omval)`, `Nyval av Bo Dal`."""

import re
from collections.abc import Collection, Iterable

from ingest.header_words import MONTHS
from ingest.passages import Passage
from ingest.people_words import ELECTED, ROLE_ENDINGS, ROLES
from ingest.phrases import either
from rag.items import Decision
from rag.span import Span

# "Val av styrelse" · "Val" · "Personval"; not "Valärenden", which tells of an office
ELECTS = re.compile(r"\b(?:person|fyllnads|styrelse)?val(?:et)?\b", re.IGNORECASE)
_NAMED = either(ROLES | frozenset(ELECTED))
_ENDING = either(ROLE_ENDINGS)
_ROLE = (
    rf"(?:(?:ledamöter|styrelse|valberedning|ombud|{_NAMED}|[^\W\d]*(?:{_ENDING}))(?:er|or|en|n)?)"
)
_HOW = r"(?:omval|nyval|fyllnadsval|omvald|omvalda|nyvald|nyvalda)"
_VACANT = r"(?!(?:vakant|ingen|inga)\b)"
# "Ordförande 1 år: Eva Ek" · "Ledamöter, två år: Bo Dal (nyval), Cia Ask (omval)"
LABELLED = re.compile(
    rf"^(?:i\s)?{_ROLE}(?:[\s,(][^:]{{0,40}})?\s?:\s*{_VACANT}(?-i:[A-ZÅÄÖ])", re.IGNORECASE
)
# "Omval av Eva Ek på två år"
OF = re.compile(rf"^{_HOW}\s(?:av|på)\s(?-i:[A-ZÅÄÖ])", re.IGNORECASE)
# "Eva Ek, omval, 2 år" · "Bo Dal (nyval)"
BESIDE = re.compile(rf"^(?-i:[A-ZÅÄÖ])[^.:]{{2,80}}[\s,(–-]{_HOW}\b", re.IGNORECASE)
# "Nyval av Eva Ek sker i mars"
LATER = re.compile(
    rf"\bi\s(?:{either(MONTHS)})\b|\b(?:föreslår|föreslås|kandiderar)\b", re.IGNORECASE
)


def find_elections(
    passages: Iterable[Passage], *, title: str, taken: Collection[Span] = ()
) -> tuple[Decision, ...]:
    """Return who is elected to what in an item with this *title*, but for what is *taken*."""
    if not ELECTS.search(title):
        return ()
    starts = {span.start for span in taken}
    return tuple(
        Decision(span=passage.span)
        for passage in passages
        if passage.span.start not in starts and not passage.under and is_election(passage.words)
    )


def is_election(words: str) -> bool:
    """Tell whether a line names who is elected.

    >>> is_election("Ledamöter 2 år: Bo Dal (omval)"), is_election("Ordförande: vakant")
    (True, False)
    """
    found = LABELLED.match(words) or OF.match(words) or BESIDE.match(words)
    return bool(found) and not LATER.search(words)
