"""Find the results of counted votes, told in sentences: `24 ja-röster och 17 nej-röster`."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ingest.item_words import VOTE_HEADINGS
from ingest.passages import Passage
from ingest.phrases import either
from ingest.speakers import people_in
from ingest.statement_words import ABSTAIN_WORDS, NO_WORDS, NUMBER_WORDS, YES_WORDS
from rag.items import Vote
from rag.span import Span

# A list of those who voted yes in a large assembly.
LONGEST_LIST = 6000
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"


_WORDS = "|".join(
    f"(?P<{name}{{0}}>{either(words)})"
    for name, words in (("abstained", ABSTAIN_WORDS), ("no", NO_WORDS), ("yes", YES_WORDS))
)
# "24 ja-röster" · "två ledamöter avstår" · "Ja: 24" · "Nej | 17" · "Avstår 2"
COUNT = re.compile(
    rf"""(?<![\w§/.:-])(?P<before>{_NUMBER})\s+(?:st\s)?(?:{_WORDS.format(1)})(?![\w-])
    |(?<![\w-])(?:{_WORDS.format(2)})(?:\sröstar|\sröster)?\s?[:=|–]?\s?(?P<after>{_NUMBER})(?![\w:/.-]?\d|\w)""",
    re.VERBOSE | re.IGNORECASE,
)
# "med 24 röster mot 17"
AGAINST = re.compile(
    rf"\bmed\s(?P<yes>{_NUMBER})\s(?:ja-?)?(?:röster\s)?mot\s(?P<no>{_NUMBER})(?!\w)", re.IGNORECASE
)
# What shows that the numbers are of votes.
VOTING = re.compile(r"röst|voter|omröst", re.IGNORECASE)
PLAIN = re.compile(r"\bja\b.*\bnej\b", re.IGNORECASE | re.DOTALL)
# "Ja-röster: Eva Ek (S), Bo Dal (M)" · "Följande röstade nej: …"
NAMED = re.compile(
    r"^[^:\d]{0,60}?\b(?:(?P<yes>ja)|(?P<no>nej)|(?P<abstained>avst(?:år|od)))\b[^:\d]{0,40}:",
    re.IGNORECASE,
)


# "Eva Ek (S), Bo Dal (M) och Cia Ask (C) röstar ja." · "Gun Hav (V) avstår."
VOTED = re.compile(
    r"^(?P<who>[^:]{3,2000}?)\s(?:röstar|röstade)\s(?:(?P<yes>ja)|(?P<no>nej))\b"
    r"|^(?P<abstaining>[^:]{3,2000}?)\s(?P<abstained>avst(?:år|od))(?:\sfrån\satt\srösta)?\s?\.?$",
    re.IGNORECASE,
)


class Counts(NamedTuple):
    """How many voted in which way; `None` when it is unsaid."""

    yes: int | None = None
    no: int | None = None
    abstained: int | None = None

    def goes_on(self, other: "Counts") -> bool:
        """Tell whether *other* says only what is unsaid here."""
        return all(mine is None or more is None for mine, more in zip(self, other, strict=True))

    def with_more(self, other: "Counts") -> "Counts":
        """Return these counts and *other*'s."""
        return Counts(
            *(more if mine is None else mine for mine, more in zip(self, other, strict=True))
        )


def find_votes(
    text: str, passages: Iterable[Passage], *, names: frozenset[str]
) -> tuple[Vote, ...]:
    """Return the votes whose counts *passages* tell, in one sentence or in several that follow."""
    found: list[tuple[Span, Counts]] = []
    adjacent = False
    for passage in passages:
        counts = None if passage.is_heading else _counted(text, passage, names)
        if counts and adjacent and found[-1][1].goes_on(counts):
            span, before = found.pop()
            found.append((Span(span.start, passage.span.end), before.with_more(counts)))
        elif counts:
            found.append((passage.span, counts))
        adjacent = counts is not None
    return tuple(to_vote(span, counts) for span, counts in found if _tells(counts))


def to_vote(span: Span, counts: Counts) -> Vote:
    """Return the vote with *counts* told at *span*."""
    return Vote(span=span, yes=counts.yes, no=counts.no, abstained=counts.abstained)


def count_names(text: str, names: frozenset[str]) -> Counts | None:
    """Return how many a list such as `Nej-röster: Eva Ek (S), Bo Dal (M)` names."""
    label, voted = NAMED.match(text), VOTED.match(text)
    who = text[label.end() : LONGEST_LIST] if label else ""
    who = (voted["who"] or voted["abstaining"]) if voted else who
    listed = people_in(who, names)
    said = (voted or label) if listed else None
    return Counts(**{n: len(listed) for n in Counts._fields if said[n]}) if said else None


def _tells(counts: Counts) -> bool:
    return counts.yes is not None or counts.no is not None


def _counted(text: str, passage: Passage, names: frozenset[str]) -> Counts | None:
    words = passage.words
    under = passage.under in VOTE_HEADINGS
    if not (under or VOTING.search(words) or PLAIN.search(words)):
        return _single(words)
    against = AGAINST.search(words)
    counts = _numbers(words)
    if against and (counts is None or None in counts[:2]):
        return Counts(*(number(against[name]) for name in ("yes", "no")))
    if counts:
        return counts
    end = min(passage.span.end, passage.span.start + LONGEST_LIST)
    return count_names(text[passage.span.start : end], names)


def _single(words: str) -> Counts | None:
    """Return the count of a line that says nothing else: `Ja: 24`, `3 avstår`."""
    match = COUNT.fullmatch(words.strip(" .|*"))
    return _numbers(match.group()) if match else None


def _numbers(words: str) -> Counts | None:
    said: dict[str, int] = {}
    unlike = False
    for match in COUNT.finditer(words):
        groups: Mapping[str, str | None] = match.groupdict()
        for name in Counts._fields:
            if groups[f"{name}1"] or groups[f"{name}2"]:
                value = number(match["before"] or match["after"])
                unlike = unlike or said.setdefault(name, value) != value
    # "4 för Evas yrkande, 2 för Bos" says not which of them is yes.
    return Counts(**said) if said and not unlike else None


def number(words: str) -> int:
    """Return the value of a number in digits or words.

    >>> number("17"), number("Tolv")
    (17, 12)
    """
    return int(words) if words.isdigit() else NUMBER_WORDS[words.lower()]
