"""Find what the meeting decided: `att`-clauses, numbered points and sentences, as printed."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from ingest.clauses import split_clauses
from ingest.decided_forms import LAST, OUTCOME_ALONE, PASSIVE, decides_without_body
from ingest.deciders import decides, heads_decisions
from ingest.header_words import MONTHS
from ingest.item_words import (
    DECIDED_INFINITIVES,
    DECISION_VERBS,
    NOT_DECIDED,
    OPENING_ADVERBS,
    VOTE_HEADINGS,
)
from ingest.lines import Line
from ingest.outcomes import find_outcome
from ingest.passages import ATT, LONGEST_BEGINNING, Passage
from ingest.phrases import either
from rag.items import Decision
from rag.span import Span

LONGEST_PASSIVE = 240
LONGEST_LEAD = 160
EMPHASIS = "*_ "
# "lägger rapporten till handlingarna", "ger Bo i uppdrag", "tar rapporten till protokollet"
_PARTED = r"""(?:lägger|lade)(?=\s[^.]{1,160}?\btill\shandlingarna)
    |(?:ger|gav)(?=\s[^.]{1,160}?\b(?:i\suppdrag|ansvarsfrihet|mandat\satt|fullmakt))|(?:tar|tog)(?=\s[^.]{1,160}?\btill\sprotokollet)"""
_VERBS = f"{either(DECISION_VERBS)}|{_PARTED}"
_ADVERBS = either(OPENING_ADVERBS)

# "Beslut: bifall" · "Kommunstyrelsens beslut: att …"
LABELLED = re.compile(
    r"^(?:\*\*|__)?(?:[^\W\d]+s\s+)?beslut(?:ades|spunkt)?(?:\s(?:§\s?)?\d{1,3})?(?:\s*:(?:\*\*|__)?|(?:\*\*|__):)\s*(?=\S)",
    re.IGNORECASE,
)
# "Mötet beslutar att …" · "Styrelsen beslutade enhälligt" · "Mötet nominerar och väljer Bo"
ACTIVE = re.compile(
    rf"""^(?:(?:{_ADVERBS}|(?:med|efter|genom|mot)\b[^.:]{{0,120}}?)\s+(?P<first>{_VERBS})\s+(?P<after>\S+(?:\s\S+){{0,3}}?)
    |(?P<who>\S+(?:\s\S+){{0,4}}?)\s+(?:\w+ar\soch\s)?(?P<verb>{_VERBS}))\b(?P<rest>.*)$""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
# A lead whose clauses follow on lines of their own: "Styrelsen beslutar", "… beslutade att:"
LEAD = re.compile(
    r"\b(?:beslutar|beslutade|beslöt|beslutades|besluta)\b(?:\s(?!att\b)\w+){0,4}"
    r"(?:(?:\satt)?\s*[:;]?|(?<=\sföljande)\.)$",
    re.IGNORECASE,
)
LEAD_ONLY = re.compile(
    r"(?:beslutar|beslutade|beslöt|beslutades|besluta|\batt|följande)\s*[:;.]?$", re.IGNORECASE
)
NOT_DECIDED_WORDS = re.compile(rf"\b(?:{either(NOT_DECIDED)})\b", re.IGNORECASE)
# Told of the past or of somebody else: "beslutade den 3 mars 2023 att", "av regeringen"
TOLD = re.compile(
    rf"""(?:^|\b(?:år|i|under|sedan|beslutade|beslöt|beslutades)\s|\bi\s(?:{either(MONTHS)})\s)
    (?:19|20)\d\d\b|\b(?:19|20)\d\d-\d|§|\bden\s\d|\btidigare\b|\bi\sfjol\b|\bförra\b
    |\bredan\b|\bsenast\b|\bnär\b|\bsedan\b|s\sav\s(?!mötet|styrelsen|årsmötet|stämman)\w""",
    re.VERBOSE | re.IGNORECASE,
)
OFTEN = re.compile(r"\b(?:ofta|oftast|brukar|vanligtvis)\b", re.IGNORECASE)
# How to vote is decided too, but is no decision in the matter: "Följande voteringsordning godkänns"
VOTING = re.compile(r"\b(?:voterings|propositions|omröstnings|besluts)(?:ordning|gång|proposition)")
# The lead on a line of its own below the body: "Kommunfullmäktige ⏎ BESLUTAR"
LEAD_ALONE = re.compile(r"^(?:beslutar|beslutade|beslöt)\s?:?$", re.IGNORECASE)
# Still to be decided: "Budgeten fastställs av styrelsen i november"
LATER = re.compile(rf"\bi\s(?:{either(MONTHS)})\b", re.IGNORECASE)
# "att utse Eva Ek till justerare", without a lead
BARE = re.compile(
    rf"^[*_]{{0,3}}att[*_]{{0,3}}\s(?:{either(DECIDED_INFINITIVES)})(?:\s\S+){{2}}", re.IGNORECASE
)
SENTENCE_END = re.compile(r"[.!?…)\]]$")
# "Mötet beslutade att höja avgiften, samt", with more clauses below
MORE = re.compile(r"(?:,|\b(?:samt|och|dels))$", re.IGNORECASE)
# What stands in a decision's block beside the decision.
BESIDE = re.compile(
    r"""^(?:enligt\s[^:]{1,80}:$|reserv|mot\sbeslutet|deltar\s(?:inte|ej)|ajourner|jäv|på\sgrund\sav\sjäv
    |beslutet\s(?:skickas|är|var|fattas|fattades|togs)\b|(?:dnr|diarienr|diarienummer|bilaga)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
# What the sentence says of the clause after "att" is no decision of its own: "finner att X antas";
# but "Till att justera protokollet valdes Bo" goes on.
CLAUSE = re.compile(r"(?<!till\s)\batt\b", re.IGNORECASE)


class _Step(Enum):
    """What a sentence is to a decision."""

    LABEL = auto()
    LEAD = auto()
    POINT = auto()
    SENTENCE = auto()
    NOTHING = auto()


class _State(NamedTuple):
    """What the passages before, and the heading, say of the one that is looked at."""

    in_block: bool = False
    """It stands under a heading of decisions."""
    led: bool = False
    """A lead precedes it, or a point of that lead."""
    points: bool = False
    """The decisions under the heading are points."""
    listing: bool = False
    """A lead, and perhaps points of a list, precede it."""
    alone: bool = True
    """Nothing before it goes on in it."""


def find_decisions(
    text: str, passages: Iterable[Passage], *, body: str | None
) -> tuple[Decision, ...]:
    """Return the decisions told in *passages*, an item's, each `att`-clause by itself."""
    return tuple(
        Decision(span=clause, outcome=find_outcome(clause.of(text)))
        for span in _decisions(passages, body)
        for clause in split_clauses(text, span)
    )


def ends_telling(line: Line, body: str | None) -> bool:
    """Tell whether a line ends what was told before: `Beslut: bifall`, `Nämnden beslutar`."""
    words = line.words
    if len(words) > LONGEST_LEAD or line.bullet:
        return False
    return bool(LABELLED.match(words)) or _is_lead(words, body, in_block=False)


def _decisions(passages: Iterable[Passage], body: str | None) -> Iterator[Span]:
    lead: Passage | None = None
    state = _State()
    for passage in passages:
        in_block = heads_decisions(passage.under, body)
        step = _step(passage, body, state._replace(in_block=in_block))
        if lead and step is not _Step.POINT and _says_what(lead.words):
            yield lead.span
        lead = passage if step is _Step.LEAD else None
        if step is _Step.LABEL:
            yield _after_label(passage)
        elif step in {_Step.POINT, _Step.SENTENCE}:
            yield passage.span
        bare = step is _Step.SENTENCE and ATT.match(passage.words)
        state = _State(
            led=step in {_Step.LEAD, _Step.LABEL}
            or (state.led and step is _Step.POINT)
            or (step is _Step.SENTENCE and bool(MORE.search(passage.words))),
            listing=step is _Step.LEAD or (state.listing and step is _Step.POINT),
            points=in_block and (state.points or (step is _Step.POINT and passage.is_point)),
            alone=bool(bare or passage.is_heading or SENTENCE_END.search(passage.words)),
        )
    if lead and _says_what(lead.words):
        yield lead.span


def _step(passage: Passage, body: str | None, state: _State) -> _Step:
    """Return what *passage* is to the decision: its label, its lead, a point of it, or nothing."""
    words = passage.words
    told = passage.under and not state.in_block and passage.under not in VOTE_HEADINGS
    if told or passage.is_heading:
        return _Step.NOTHING
    if LABELLED.match(words):
        return _Step.LABEL
    if _is_lead(words, body, in_block=state.in_block):
        return _Step.LEAD
    goes_on = passage.is_point if state.points else state.in_block
    goes_on = goes_on or (state.listing and passage.listed)
    if (goes_on or (state.led and ATT.match(words))) and not BESIDE.match(words):
        return _Step.POINT
    decided = _decided(words, body) or (state.alone and BARE.match(words))
    decided = decided or (state.alone and not passage.under and OUTCOME_ALONE.match(words))
    return _Step.SENTENCE if decided else _Step.NOTHING


def _says_what(lead: str) -> bool:
    """Tell whether `Mötet beslutar enligt förslaget` decides without clauses below it."""
    return not LEAD_ONLY.search(lead.strip(EMPHASIS))


def _after_label(passage: Passage) -> Span:
    """Return a clause or sentence after `Beslut:` by itself, but a mere `bifall` with its label."""
    label = LABELLED.match(passage.words)
    rest = passage.words[label.end() :] if label else ""
    if label and (ATT.match(rest) or ACTIVE.match(rest)):
        return Span(passage.span.start + label.end(), passage.span.end)
    return passage.span


def _is_lead(words: str, body: str | None, *, in_block: bool) -> bool:
    words = words.strip(EMPHASIS)
    if LEAD_ALONE.match(words):
        return True
    match = LEAD.search(words) if len(words) < LONGEST_BEGINNING else None
    if not match or (not in_block and NOT_DECIDED_WORDS.search(words)):
        return False
    active = ACTIVE.match(words)
    return in_block or bool(active and decides(active["who"] or active["after"], body))


def _decided(words: str, body: str | None) -> bool:
    """Tell whether a sentence states a decision of this meeting, now."""
    words = words.strip(EMPHASIS)
    if VOTING.search(words):
        return False
    if len(words) <= LONGEST_PASSIVE and decides_without_body(words):
        return True
    active = ACTIVE.match(words)
    if active:
        who = active["who"] or active["after"]
        before_clause = CLAUSE.split(active["rest"], maxsplit=1)[0]
        told = TOLD.search(before_clause) or OFTEN.search(before_clause)
        return decides(who, body) and not told
    before_clause = CLAUSE.split(words, maxsplit=1)[0]
    passive = PASSIVE.search(before_clause) or LAST.search(words)
    if len(words) > LONGEST_PASSIVE or not passive:
        return False
    # What follows the verb may set a condition: "fastställs till 20 kr, om årsmötet godkänner det"
    before = before_clause[: passive.start()]
    later = LATER.search(before_clause, passive.end())
    # "… fastställs till 20 kr, och till noll för dem som varit medlemmar tidigare" is no old news.
    comma = before_clause.find(",", passive.end())
    news = before_clause[: comma if comma >= 0 else None]
    return not (later or TOLD.search(news) or NOT_DECIDED_WORDS.search(before))
