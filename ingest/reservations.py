"""Find who had their dissent noted: `Mot beslutet reserverar sig Eva Ek (S)`."""

import re
from collections.abc import Iterable

from ingest.passages import Passage
from ingest.speakers import people_in
from ingest.statement_words import RESERVATION_HEADINGS
from rag.items import Reservation
from rag.span import Span

# "Eva Ek (S) reserverar sig mot beslutet" · "Mot beslutet reserverar sig Eva Ek (S) till …"
RESERVES = re.compile(
    r"^(?P<before>.*?)\breserver(?:ar|ade)\b(?P<after>.*?)(?:\ssig\b(?P<rest>.*))?$",
    re.IGNORECASE | re.DOTALL,
)
# "Eva Ek (S) lämnar skriftlig reservation" · "Reservation anmäls av Eva Ek (S)"
HANDED_IN = re.compile(
    r"""^(?P<before>.*?)\b(?:(?:anmäler|anmälde|har|noterar|noterade)\s(?:en\s)?avvikande\s(?:mening|uppfattning)
    |(?:anmäler|anmälde|lämnar|lämnade|inger|ingav|inkommer\smed|avger)\b
    [^.]{0,40}?\breservation(?:er)?\b)
    |\breservation(?:er)?\b[^.]{0,60}?\b(?:av|från)\s(?P<after>.*)$""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
# What follows the names: "till förmån för eget yrkande", "mot beslutet", "enligt bilaga"
REASON = re.compile(
    r"\s(?:till\sförmån|mot|till|med|enligt|i\senlighet|skriftlig\w*|muntlig\w*|eftersom|då)\b"
    r"|[.;](?=\s|$)",
    re.IGNORECASE,
)
NOBODY = re.compile(r"^(?:ingen|inga)\b", re.IGNORECASE)
# Words without a capital that a list of names may hold.
MOST_SMALL_WORDS = 2
LONGEST_NAMES = 300
SMALL = re.compile(r"(?<![\w(])(?!och\b|samt\b|von\b|av\b)[a-zåäö]{2,}")


def find_reservations(
    passages: Iterable[Passage], *, names: frozenset[str]
) -> tuple[Reservation, ...]:
    """Return the reservations told in *passages*, an item's, or listed under their heading."""
    found: list[tuple[Span, list[str]]] = []
    listing = going_on = False
    for passage in passages:
        if passage.is_heading:
            listing, going_on = passage.under in RESERVATION_HEADINGS, False
            owners = people_in(passage.noted_by, names) if listing else ()
            if owners:
                found.append((passage.span, list(owners)))
            continue
        who = _reserving(passage.said, names)
        if who is not None:
            found.append((passage.span, list(who)))
            listing, going_on = listing or not who, not who
            continue
        under = passage.under in RESERVATION_HEADINGS
        listed = _listed(passage.said, names) if listing or under else ()
        if listed and going_on:
            span, before = found[-1]
            before.extend(listed)
            found[-1] = (Span(span.start, passage.span.end), before)
        elif listed:
            found.append((passage.span, list(listed)))
        going_on = bool(listed)
        listing = listing and (bool(listed) or under)
    return tuple(Reservation(span=span, who=tuple(dict.fromkeys(who))) for span, who in found)


def _reserving(words: str, names: frozenset[str]) -> tuple[str, ...] | None:
    """Return who reserve themselves in a sentence; `None` when it tells of no reservation."""
    match = RESERVES.match(words)
    if match and match["rest"] is not None and not NOBODY.match(words):
        before = people_in(match["before"], names)
        after = f"{match['after']} {match['rest']}"
        return before or people_in(REASON.split(after, maxsplit=1)[0], names)
    handed = HANDED_IN.search(words)
    if handed is None or NOBODY.match(words):
        return None
    said = handed["before"] or REASON.split(handed["after"] or "", maxsplit=1)[0]
    return people_in(said, names) or None


def _listed(words: str, names: frozenset[str]) -> tuple[str, ...]:
    """Return the names of a line that holds nothing else."""
    if len(words) > LONGEST_NAMES or len(SMALL.findall(words)) > MOST_SMALL_WORDS:
        return ()
    return people_in(words, names)
