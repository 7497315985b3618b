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
_NAME = r"(?-i:[A-ZÅÄÖ][\w'’-]+(?:\s(?:von|af|de)\b)?(?:\s[A-ZÅÄÖ][\w'’-]+){1,3})"
# "Eva Ek blir kassör." · "Vald: Eva Ek" · "Kassör – Eva Ek, 2 år" · "Ordförande Eva Ek (omval)"
NAMED = re.compile(
    rf"""^(?:{_NAME}\s(?:blir|blev)\s(?:ny\s|vald\s(?:till\s|som\s)?)?{_ROLE}\b
    |(?:vald|valda|invald|invalda|utsedd|utsedda)\s?:\s*{_VACANT}(?-i:[A-ZÅÄÖ])
    |{_ROLE}(?:\s\d\d?/\d\d|\s(?:på\s)?(?:\d|ett|två)\sår)?\s(?:[–-]\s)?{_NAME}(?:\s?[,(][^.:]{{0,40}})?\.?$)""",
    re.IGNORECASE | re.VERBOSE,
)
# All that an item says that is called "Val av justerare": "Bo Dal" · "Eva Ek och Bo Dal"
ONLY_NAMES = re.compile(
    rf"^(?:(?:[ivx]{{1,4}}|\d)[.)]\s)?{_NAME}(?:(?:,\s|\soch\s|\ssamt\s){_NAME}){{0,4}}\.?$",
    re.IGNORECASE,
)
ELECTION_OF = re.compile(r"^(?:val|fyllnadsval)\sav\b", re.IGNORECASE)
CANDIDATES = re.compile(r"\b(?:nominer|kandid|föresl|förslag|vakant|bordl)", re.IGNORECASE)
MOST_ELECTED = 5
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
    told = [one for one in passages if not one.under]
    elected = [one for one in told if one.span.start not in starts and is_election(one.words)]
    if not elected and not taken:
        elected = _only_names(told, title)
    return tuple(Decision(span=passage.span) for passage in elected)


def _only_names(told: Iterable[Passage], title: str) -> list[Passage]:
    """Return the names that stand alone in an item that elects, and tell of no candidates."""
    passages = list(told)
    if not ELECTION_OF.match(title) or any(CANDIDATES.search(one.words) for one in passages):
        return []
    names = [one for one in passages if ONLY_NAMES.match(one.words)]
    return names if len(names) <= MOST_ELECTED else []


def is_election(words: str) -> bool:
    """Tell whether a line names who is elected.

    >>> is_election("Ledamöter 2 år: Bo Dal (omval)"), is_election("Ordförande: vakant")
    (True, False)
    """
    found = LABELLED.match(words) or OF.match(words) or BESIDE.match(words) or NAMED.match(words)
    return bool(found) and not LATER.search(words)
