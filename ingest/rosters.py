"""Recognise the lines that head a list of people, label a fact, or name who signs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ingest.header_words import BODY_LABELS, DATE_LABELS, OTHER_LABELS, PLACE_LABELS, TIME_LABELS
from ingest.lines import Line
from ingest.people_words import PRESENCE, ROSTER_FILL, ROSTER_ROLES, SIGNATORIES
from rag.minutes import Presence

LONGEST_LABEL = 80
# A label ends at the first of these: "Närvarande: …", "Plats | …", "Beslutande   Eva Ek"
LABEL_END = re.compile(r"\s*:(?:\*\*|__)?\s*|\s*\|\s*|\t+|(?<!\s)\s{2,}+")
# A list may be an item: "2. Närvarande: …", "§ 2 Närvarande"
AGENDA_NUMBER = re.compile(r"(?:§\s?)?\d{1,3}[.):]?\s+")
BRACKETS = re.compile(r"\([^()]{0,80}\)")
# Lists on one line: "Ledamöter: Eva Ek (S). Tjänstgörande ersättare: Bo Dal (M)"
WITHIN = re.compile(r"(?:^|(?<=[.;])\s+)(?P<label>[A-ZÅÄÖ][^\W\d]*(?:\s[^\W\d]+){0,3}):\s+")
NOT_LETTERS = re.compile(r"[^a-zåäöé]+")
# What follows a label after a single space only: a name, a number, a weekday.
VALUE_START = re.compile(r"(?:[A-ZÅÄÖÉ0-9]|den\s\d|kl\b|(?:mån|tis|ons|tors|fre|lör|sön)dag)")
LABELS = DATE_LABELS | TIME_LABELS | PLACE_LABELS | BODY_LABELS | OTHER_LABELS
_ROSTER_WORDS = frozenset(word for phrase in PRESENCE for word in phrase.split()) | ROSTER_FILL
_BY_LENGTH = sorted(PRESENCE, key=len, reverse=True)
_ROLES_BY_LENGTH = sorted(ROSTER_ROLES, key=len, reverse=True)
_FIRST_WORDS = frozenset(label.split()[0] for label in (*LABELS, *SIGNATORIES))
_BARE_FIRST_WORDS = frozenset(word.rstrip(".*_") for word in _FIRST_WORDS)
MOST_LABEL_WORDS = 6
# A line that begins with another word is no label: most lines need be looked at no further.
FIRST_WORD = re.compile(r"[\s.:*_]*([^\s:|]+)")
FIRST_LETTERS = re.compile(r"[^a-zåäöé(]*([a-zåäöé]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What heads a list of people."""

    presence: Presence
    role: str | None = None
    value: int | None = None
    """Where on the line the first entry begins; `None` when the entries are below."""


def normalised(words: str) -> str:
    """Return the letters of *words* in lower case, brackets left out, one space between words.

    >>> normalised("INBJUDNA/FÖREDRAGANDE (via Teams)")
    'inbjudna föredragande'
    """
    return NOT_LETTERS.sub(" ", BRACKETS.sub(" ", words[:LONGEST_LABEL]).lower()).strip()


def roster_heading(line: Line) -> Heading | None:
    """Return what kind of people a line heads; `None` when it heads none."""
    numbered = AGENDA_NUMBER.match(line.words)
    skipped = numbered.end() if numbered else 0
    words = line.words[skipped:]
    first = FIRST_LETTERS.match(words[:LONGEST_LABEL].lower())
    if first and first[1] and first[1] not in _ROSTER_WORDS:
        return None
    label, value = split_label(words)
    found = _presence(normalised(label)) if label else None
    if found and value is not None and (more := _presence(normalised(words[value:]))):
        return Heading(presence=found[0], role=found[1] or more[1])  # "Beslutande | Ledamöter"
    heading = Heading(presence=found[0], role=found[1], value=value) if found else None
    if heading is None and value is None:
        heading = _heading_before_name(words)
    if heading is None or heading.value is None:
        return heading
    return replace(heading, value=heading.value + skipped)


def headings_within(words: str, outer: Heading) -> list[tuple[int, int, Heading]]:
    """Return the lists that *words*, a list under *outer*, consist of, and where each stands."""
    starts: list[tuple[int, int, Heading]] = []
    for match in WITHIN.finditer(words):
        found = _presence(normalised(match["label"]))
        if found:
            heading = Heading(presence=found[0], role=found[1], value=match.end())
            starts.append((match.start(), match.end(), heading))
    if not starts:
        return [(0, len(words), outer)]
    ends = [*(start for start, _, _ in starts[1:]), len(words)]
    parts = [(begin, end, h) for (_, begin, h), end in zip(starts, ends, strict=True)]
    return [(0, starts[0][0], outer), *parts] if starts[0][0] else parts


def signatory(line: Line) -> Heading | None:
    """Return the role of the people that a line such as `Vid protokollet: Bo Dal` names.

    >>> from ingest.lines import split_lines
    >>> signatory(split_lines("Utses att justera Bo Dal")[0]).role
    'justerare'
    """
    found = labelled(line.words, SIGNATORIES)
    if found is None:
        return None
    label, value = found
    return Heading(presence=Presence.PRESENT, role=SIGNATORIES[label], value=value)


def labelled(
    words: str, labels: frozenset[str] | Mapping[str, str] = LABELS
) -> tuple[str, int | None] | None:
    """Return the label that *words* begin with and where its value begins on the line.

    >>> labelled("Plats och tid Kommunhuset, sal A"), labelled("Platsen är bokad")
    (('plats och tid', 14), None)
    """
    begun = FIRST_WORD.match(words, 0, LONGEST_LABEL)
    if begun is None or begun[1].lower().rstrip(".*_") not in _BARE_FIRST_WORDS:
        return None
    label, value = split_label(words)
    lowered = _plain(label)
    if lowered in labels:
        return lowered, value
    first, *more = words[:LONGEST_LABEL].lower().split(" ", MOST_LABEL_WORDS)
    if first not in _FIRST_WORDS:
        return None
    for count in range(min(len(more), MOST_LABEL_WORDS - 1), -1, -1):
        known = " ".join((first, *more[:count]))
        if known in labels and VALUE_START.match(words, len(known) + 1):
            return known, len(known) + 1
    return None


def split_label(words: str) -> tuple[str, int | None]:
    """Return what may be a label, and where a value begins after it."""
    match = LABEL_END.search(words, 0, LONGEST_LABEL)
    if match is None:
        return (words if len(words) <= LONGEST_LABEL else ""), None
    return words[: match.start()], (match.end() if match.end() < len(words) else None)


def _plain(label: str) -> str:
    return " ".join(label.strip(" .:*_").lower().split())


def _presence(lowered: str) -> tuple[Presence, str | None] | None:
    """Return presence and role when *lowered* consists of a roster's words alone."""
    words = lowered.split()
    if not words or any(word not in _ROSTER_WORDS for word in words):
        return None
    padded = f" {lowered} "
    for phrase in _BY_LENGTH:
        if f" {phrase} " in padded:
            roles = (ROSTER_ROLES[words] for words in _ROLES_BY_LENGTH if f" {words} " in padded)
            return PRESENCE[phrase], next(roles, None)
    return None


def _heading_before_name(words: str) -> Heading | None:
    """Read `Beslutande Eva Ek (S)`, where only a space parts the heading from the name."""
    position = 0
    best = None
    for word in words.split(" ")[:6]:
        position += len(word) + 1
        found = _presence(normalised(words[: position - 1]))
        if found is None:
            continue
        rest = words[position : position + 1]
        if rest.isupper():
            best = Heading(presence=found[0], role=found[1], value=position)
    return best
