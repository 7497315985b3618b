"""Read whom the meeting elected to lead it, keep its minutes and adjust them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ingest.headings import Heading
from ingest.lines import Line
from ingest.names import is_no_name, names_organisation
from ingest.patterns import NAME
from ingest.people import Piece, split_pieces
from ingest.people_words import ELECTED, ELECTED_ITEMS
from rag.minutes import Person, Presence
from rag.span import Span

# The election stands at the beginning of its item.
MOST_LINES = 8
LONGEST_LINE = 400
SENTENCE_END = re.compile(r"(?<=[a-zåäö)])[.;]\s+(?=[A-ZÅÄÖ])")
# "att jämte ordföranden justera": the chair is not elected here.
BESIDE = re.compile(r"\b(?:jämte|tillsammans med|förutom|utöver)\s+[a-zåäö]\w+", re.IGNORECASE)
VERB = re.compile(
    r"\b(?:väljs?|väljer|valdes?|välja|vald|valda|utses?|utser|utsågs?|utsedd|utsedda)\b",
    re.IGNORECASE,
)
_ROLE = "|".join(re.escape(word) for word in sorted(ELECTED, key=len, reverse=True))
ROLE = re.compile(rf"(?<!\w)(?P<role>{_ROLE})(?!\w)", re.IGNORECASE)
# Between names that stand alone: "Eva Ek (S) och Bo Dal (M)."
NO_MORE = re.compile(r"(?:\([^()]{1,20}\)|och|samt|[\s,&.•*:-]){0,20}")
WORDS_OF_NAME = 2


def find_officials(
    lines: Sequence[Line], headings: Sequence[Heading], people: Sequence[Person]
) -> list[Person]:
    """Return those whom items such as `§ 2 Val av mötesordförande` elect, all of them present."""
    known = _by_name(people)
    ends = [*(heading.first for heading in headings), len(lines)][1:]
    found: list[Person] = []
    within: int | None = None
    for heading, end in zip(headings, ends, strict=True):
        if within is None or heading.depth <= within:
            elects = any(word in heading.title.lower() for word in ELECTED_ITEMS)
            within = heading.depth if elects else None
        if within is None:
            continue
        roles = tuple(ELECTED[m["role"].lower()] for m in ROLE.finditer(heading.title))
        first = heading.last + 1
        for line in lines[first : min(end, first + MOST_LINES)]:
            found.extend(_elected(line, tuple(dict.fromkeys(roles)), known))
    return found


def _elected(line: Line, roles: tuple[str, ...], known: Mapping[str, str]) -> Iterator[Person]:
    """Yield whom a line elects; *roles* are those that the item's title names."""
    for sentence in split_pieces(Piece(line.words[:LONGEST_LINE], line.words_start), SENTENCE_END):
        text = BESIDE.sub(lambda match: " " * len(match.group()), sentence.text)
        names = list(_names(text, known))
        said = [(m.start(), ELECTED[m["role"].lower()]) for m in ROLE.finditer(text)]
        if not names or not (VERB.search(text) or _names_alone(text, names)):
            continue
        for position, (span, name) in enumerate(names):
            role = _role_of(span, names[0][0], said) or _title_role(roles, position, len(names))
            if role:
                place = Span(sentence.start + span.start, sentence.start + span.end)
                yield Person(name=name, presence=Presence.PRESENT, span=place, roles=(role,))


def _role_of(name: Span, first_name: Span, said: Sequence[tuple[int, str]]) -> str | None:
    """Return the role of a name: the one before it, or, where names come first, after it."""
    if said and said[0][0] < first_name.start:
        return [role for start, role in said if start < name.start][-1]
    return next((role for start, role in said if start >= name.end), None)


def _title_role(roles: Sequence[str], position: int, count: int) -> str | None:
    """Return the role that the title gives one of *count* names: the only one, or its own."""
    if len(roles) == count:
        return roles[position]
    return roles[0] if len(roles) == 1 else None


def _names(text: str, known: Mapping[str, str]) -> Iterator[tuple[Span, str]]:
    """Yield the whole names in *text*, and the first names of those who are known."""
    for match in NAME.finditer(text):
        name = match["name"].rstrip(".,-")
        start = match.start()
        first, _, rest = name.partition(" ")
        if rest and (VERB.fullmatch(first) or ROLE.fullmatch(first.removesuffix("n"))):
            start, name = start + len(first) + 1, rest
        whole = known.get(name.casefold())
        several = len(name.split()) >= WORDS_OF_NAME
        if whole or (several and not names_organisation(name) and not is_no_name(name)):
            yield Span(start, start + len(name)), whole or " ".join(name.split())


def _names_alone(text: str, names: Sequence[tuple[Span, str]]) -> bool:
    bounds = [0, *(bound for span, _ in names for bound in (span.start, span.end)), len(text)]
    gaps = list(pairwise(bounds))[::2]
    return all(NO_MORE.fullmatch(text[start:end]) for start, end in gaps)


def _by_name(people: Sequence[Person]) -> dict[str, str]:
    """Return the whole names of those present by what they may be called."""
    firsts: dict[str, set[str]] = {}
    for person in people:
        if person.presence is Presence.PRESENT:
            firsts.setdefault(person.name.split()[0].casefold(), set()).add(person.name)
    known = {first: min(names) for first, names in firsts.items() if len(names) == 1}
    return known | {person.name.casefold(): person.name for person in people}
