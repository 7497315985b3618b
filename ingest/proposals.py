"""Find what was moved, and by whom: `Eva Ek (S) yrkar bifall`, `Förslag: …`."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from ingest.outcomes import find_request
from ingest.passages import Passage
from ingest.phrases import either
from ingest.speakers import people_in, proposer
from ingest.statement_words import (
    MOVING_VERBS,
    NO_SUBJECT,
    PROPOSAL_ENDINGS,
    PROPOSAL_HEADINGS,
    PROPOSAL_LABELS,
    PROPOSING_VERBS,
)
from rag.items import Proposal
from rag.span import Span

# "Eva Ek (S) och Bo Dal (M) yrkar bifall" · "Med instämmande av Bo yrkar Eva Ek (S) avslag"
MOVES = re.compile(
    rf"^(?P<before>[^:]{{0,240}}?)\b(?:(?P<moves>{either(MOVING_VERBS)})"
    rf"|(?P<proposes>{either(PROPOSING_VERBS)}))\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
ADVERBIAL = re.compile(
    r"^(?:med|för|under|i|på|efter|vid|till|därefter|därutöver|vidare|även)\b", re.IGNORECASE
)
# "Bo instämmer" moves something only when what he agrees with was moved.
AGREES = re.compile(r"^(?:instäm|ställer)", re.IGNORECASE)
MOVED = re.compile(r"\b\w*(?:yrkande|förslag)", re.IGNORECASE)
# Where the names after an inverted verb end.
ASKED = re.compile(
    r"\b(?:att|en|ett|den|det|bifall|avslag|återremiss|bordläggning|på|om|följande|i\sförsta\shand)\b|:",
    re.IGNORECASE,
)
# Before a colon: "Förslag 2", "Tilläggsyrkande"
LABEL = re.compile(
    rf"^(?:{either(PROPOSAL_LABELS)})(?:\s\d{{1,2}}|\s[A-ZÅÄÖ])?\s?:\s*(?=\S)", re.IGNORECASE
)
# "Eva Ek (S) yrkar" · "Arbetsutskottet föreslår kommunstyrelsen besluta" · "… följande:"
LEAD = re.compile(
    rf"(?:\b(?:{either(MOVING_VERBS)}|{either(PROPOSING_VERBS)}|besluta|att|följande)|:)$",
    re.IGNORECASE,
)
LONGEST_LEAD = 200
EMPHASIS = "*_ "
# "Kommunstyrelsens arbetsutskotts förslag till beslut"
OWNED = re.compile(r"^(?P<owner>\S.*?)s\s(?:\w+\s)?(?:förslag|yrkanden?)\b", re.IGNORECASE)
# What stands under such a heading and moves nothing.
BESIDE = re.compile(
    r"^(?:ordföranden\s(?:ställer|frågar|finner)|proposition|dnr\b|se\sbilaga)", re.IGNORECASE
)


class _Move(NamedTuple):
    """Who moves something, and the words that say what."""

    who: tuple[str, ...]
    rest: str


def find_proposals(
    passages: Iterable[Passage], *, names: frozenset[str], decided: Collection[Span] = ()
) -> tuple[Proposal, ...]:
    """Return the proposals in *passages*, an item's, that are not what it *decided*."""
    starts = {span.start for span in decided}
    open_passages = (passage for passage in passages if passage.span.start not in starts)
    return tuple(_proposals(open_passages, names))


def _proposals(passages: Iterable[Passage], names: frozenset[str]) -> Iterator[Proposal]:
    lead: Proposal | None = None
    led: tuple[str, ...] | None = None
    points = False
    for passage in passages:
        if led is not None and passage.is_point and not MOVES.match(passage.said):
            yield _proposal(passage, _Move(led, passage.said))
            lead = None
            continue
        if lead:
            yield lead
        lead, led = None, None
        if passage.is_heading:
            points = False
            continue
        move = _move(passage, names, points=points)
        points = points or (move is not None and passage.is_point)
        if (
            move
            and len(passage.words) < LONGEST_LEAD
            and LEAD.search(passage.words.strip(EMPHASIS))
        ):
            lead, led = _proposal(passage, move), move.who
        elif move:
            yield _proposal(passage, move)
    if lead:
        yield lead


def _proposal(passage: Passage, move: _Move) -> Proposal:
    return Proposal(span=passage.span, who=move.who, outcome=find_request(move.rest))


def _move(passage: Passage, names: frozenset[str], *, points: bool) -> _Move | None:
    """Return what a passage moves: by its verb, its label or the heading that it stands under."""
    words = passage.said.lstrip(EMPHASIS)
    heads = is_proposal_heading(passage.under)
    if passage.under and not heads and "beslut" in passage.under.split():
        return None
    moved = _moved(words, names, heads=heads) or _moved_after_names(words, names, heads=heads)
    if moved:
        return moved
    label = LABEL.match(words)
    if label:
        return _Move((), words[label.end() :])
    if not heads or BESIDE.match(words):
        return None
    told = passage.label > 0 or passage.is_point or ("förslag till" in passage.under and not points)
    return _Move(_owner(passage.heading or "", names), words) if told else None


def is_proposal_heading(heading: str) -> bool:
    """Tell whether *heading*, in lower case, stands above proposals.

    >>> is_proposal_heading("arbetsutskottets förslag till beslut"), is_proposal_heading("beslut")
    (True, False)
    """
    last = heading.rpartition(" ")[2]
    return heading in PROPOSAL_HEADINGS or last in PROPOSAL_ENDINGS or "förslag till" in heading


def _moved(words: str, names: frozenset[str], *, heads: bool) -> _Move | None:
    match = MOVES.match(words)
    if match is None:
        return None
    before, rest = match["before"], match["rest"].strip()
    if AGREES.match(match["proposes"] or "") and not (heads or MOVED.search(rest)):
        return None
    told = match["proposes"] and NO_SUBJECT.intersection(before.lower().split())
    who = () if ADVERBIAL.match(before) or told else people_in(before, names)
    office = None if who or told else proposer(before)
    who = who or ((office,) if office else people_in(ASKED.split(rest, maxsplit=1)[0], names))
    return _Move(who, rest) if who or (heads and match["moves"]) else None


def _moved_after_names(words: str, names: frozenset[str], *, heads: bool) -> _Move | None:
    """Return what `Eva Ek (S): Bifall` or `Styrelsens svar: Styrelsen yrkar avslag` moves."""
    before, colon, rest = words.partition(":")
    if not colon or len(before) > LONGEST_LEAD or LABEL.match(words):
        return None
    who = people_in(before, names) if heads else ()
    return _Move(who, rest.strip()) if who else _moved(rest.strip(), names, heads=heads)


def _owner(heading: str, names: frozenset[str]) -> tuple[str, ...]:
    """Return whose proposal a heading says that it is."""
    owned = OWNED.match(heading)
    if owned:
        return (owned["owner"],)
    return people_in(heading.partition(" från ")[2], names)
