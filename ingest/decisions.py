"""Find what the meeting decided: `att`-clauses, numbered points and sentences, as printed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from ingest.headings import is_sub_heading
from ingest.item_words import (
    DECISION_HEADINGS,
    DECISION_VERBS,
    GENERIC_BODIES,
    NOT_DECIDED,
    OPENING_ADVERBS,
    PASSIVE_DECISIONS,
    VOTE_HEADINGS,
)
from ingest.lines import Line
from rag.items import Decision
from rag.sentences import sentences
from rag.span import Span

# Only the beginning of a sentence says who decides.
LONGEST_BEGINNING = 300
LONGEST_PASSIVE = 240
LONGEST_SUB_HEADING = 80
LONGEST_LEAD = 160
EMPHASIS = "*_ "
# "Kommunstyrelsens arbetsutskott" met, and arbetsutskottet decides.
DEFINITE = ("", "n", "t", "en", "et")
_VERBS = "|".join(sorted(DECISION_VERBS, key=len, reverse=True))
_PASSIVES = "|".join(sorted(PASSIVE_DECISIONS, key=len, reverse=True))
_ADVERBS = "|".join(sorted(OPENING_ADVERBS, key=len, reverse=True))

# "Beslut: bifall" · "Kommunstyrelsens beslut: att …"
LABELLED = re.compile(
    r"^(?:\*\*|__)?(?:[^\W\d]+s\s+)?beslut(?:ades)?(?:\s*:(?:\*\*|__)?|(?:\*\*|__):)\s*(?=\S)",
    re.IGNORECASE,
)
ATT = re.compile(r"^(?:(?:samt|dels|och)\s+)?att\s", re.IGNORECASE)
# "Mötet beslutar att …" · "Styrelsen beslutade enhälligt" · "Mötet nominerar och väljer Bo"
ACTIVE = re.compile(
    rf"""^(?:(?:{_ADVERBS}|(?:med|efter|genom|mot)\b[^.:]{{0,120}}?)\s+(?P<first>{_VERBS})\s+(?P<after>\S+(?:\s\S+){{0,3}}?)
    |(?P<who>\S+(?:\s\S+){{0,4}}?)\s+(?:\w+ar\soch\s)?(?P<verb>{_VERBS}))\b(?P<rest>.*)$""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
# "Bo Dal valdes till justerare." · "Dagordningen godkändes." · "Det beslutades att …"
PASSIVE = re.compile(
    rf"\b(?:{_PASSIVES}|(?:lades|läggs)\still\shandlingarna|beslut\s(?:togs|fattades)\som)\b",
    re.IGNORECASE,
)
# A lead whose clauses follow on lines of their own: "Styrelsen beslutar", "… beslutade att:"
LEAD = re.compile(
    r"\b(?:beslutar|beslutade|beslöt|beslutades|besluta)\b(?:\s(?!att\b)\w+){0,4}(?:\satt)?\s*[:;]?$",
    re.IGNORECASE,
)
LEAD_ONLY = re.compile(
    r"(?:beslutar|beslutade|beslöt|beslutades|besluta|\batt|följande)\s*[:;]?$", re.IGNORECASE
)
# What stands before a point of a list.
LIST_MARK = re.compile(r"(?:^|\n)[ \t]*(?:[-*•–·▪◦‣+]|\d{1,3}[.)]|[a-zåäö][.)])[ \t]+$")
LONGEST_MARK = 20
NOT_DECIDED_WORDS = re.compile(
    r"\b(?:" + "|".join(sorted(NOT_DECIDED, key=len, reverse=True)) + r")\b", re.IGNORECASE
)
# Told of the past or of somebody else: "beslutade den 3 mars 2023 att", "av regeringen"
TOLD = re.compile(
    r"""\b(?:19|20)\d\d\b|§|\bden\s\d|\btidigare\b|\bi\sfjol\b|\bförra\b|\bredan\b|\bsenast\b
    |\bnär\b|\bsedan\b|\bav\s(?!mötet|styrelsen|årsmötet|stämman)\w""",
    re.VERBOSE | re.IGNORECASE,
)
# What stands in a decision's block beside the decision.
BESIDE = re.compile(
    r"^(?:reserv|mot\sbeslutet|deltar\sinte|ajourner|jäv|på\sgrund\sav\sjäv|beslutet\sskickas)",
    re.IGNORECASE,
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


class _Unit(NamedTuple):
    """A sentence or a list entry, and the fixed heading that it stands under."""

    span: Span
    words: str
    heading: str | None
    listed: bool
    """It is an entry of a list."""


def find_decisions(
    text: str, own: Span, lines: Sequence[Line], *, title: str, body: str | None
) -> tuple[Decision, ...]:
    """Return the decisions in *own*, an item's text below its heading, whose lines are *lines*."""
    units = _units(text, own, lines, title, body)
    return tuple(Decision(span=span) for span in _decisions(units, body))


def decides(who: str, body: str | None) -> bool:
    """Tell whether *who* is the meeting itself, and not a body that the minutes tell of.

    >>> decides("Mötet", None), decides("Regeringen", "Kommunstyrelsen")
    (True, False)
    """
    lowered = who.lower().strip(" :")
    if lowered in GENERIC_BODIES:
        return True
    name = (body or "").lower()
    last = name.split()[-1] if name.split() else ""
    return bool(last) and (lowered == name or lowered in {last + end for end in DEFINITE})


def sub_heading(line: Line) -> str | None:
    """Return the fixed heading that *line* is, in lower case, or begins with before a colon."""
    if len(line.words) > LONGEST_SUB_HEADING * 4:
        return None
    label = line.words.split(":", 1)[0] if ":" in line.words[:LONGEST_SUB_HEADING] else line.words
    return label.strip(" .:*_").lower() if is_sub_heading(label) and not line.bullet else None


def _units(
    text: str, own: Span, lines: Sequence[Line], title: str, body: str | None
) -> Iterator[_Unit]:
    """Yield the sentences of *own* with the fixed heading that each stands under."""
    headings = [
        (line, None if _says_decision(line, body) else name)
        for line in lines
        if (name := sub_heading(line)) or _says_decision(line, body)
    ]
    heading = title.lower() if is_sub_heading(title) else None
    position = 0
    for span in sentences(text, own):
        while position < len(headings) and headings[position][0].start <= span.start:
            heading = headings[position][1]
            position += 1
        words = text[span.start : min(span.end, span.start + LONGEST_BEGINNING)]
        listed = bool(
            LIST_MARK.search(text[max(own.start, span.start - LONGEST_MARK) : span.start])
        )
        yield _Unit(span, words, heading, listed)


def _says_decision(line: Line, body: str | None) -> bool:
    """Tell whether a line ends what was told before: `Beslut: bifall`, `Nämnden beslutar`."""
    words = line.words
    if len(words) > LONGEST_LEAD or line.bullet:
        return False
    return bool(LABELLED.match(words)) or _is_lead(words, body, in_block=False)


def _decisions(units: Iterable[_Unit], body: str | None) -> Iterator[Span]:
    lead: _Unit | None = None
    led = points = False
    for unit in units:
        in_block = unit.heading is not None and _is_decision_heading(unit.heading, body)
        step = _step(unit, body, in_block=in_block, led=led, points=points)
        if lead and step is not _Step.POINT and _says_what(lead.words):
            yield lead.span
        lead = unit if step is _Step.LEAD else None
        led = step in {_Step.LEAD, _Step.LABEL} or (led and step is _Step.POINT)
        points = in_block and (points or (step is _Step.POINT and _is_point(unit)))
        if step is _Step.LABEL:
            yield _after_label(unit)
        elif step in {_Step.POINT, _Step.SENTENCE}:
            yield unit.span
    if lead and _says_what(lead.words):
        yield lead.span


def _step(unit: _Unit, body: str | None, *, in_block: bool, led: bool, points: bool) -> _Step:
    """Return what *unit* is to the decision: its label, its lead, a point of it, or nothing."""
    told = unit.heading is not None and not in_block and unit.heading not in VOTE_HEADINGS
    if told or (len(unit.words) < LONGEST_SUB_HEADING and is_sub_heading(unit.words.rstrip(":"))):
        return _Step.NOTHING
    if LABELLED.match(unit.words):
        return _Step.LABEL
    if _is_lead(unit.words, body, in_block=in_block):
        return _Step.LEAD
    goes_on = _is_point(unit) if points else in_block
    if (goes_on or (led and ATT.match(unit.words))) and not BESIDE.match(unit.words):
        return _Step.POINT
    return _Step.SENTENCE if _decided(unit.words, body) else _Step.NOTHING


def _is_point(unit: _Unit) -> bool:
    return unit.listed or bool(ATT.match(unit.words))


def _says_what(lead: str) -> bool:
    """Tell whether `Mötet beslutar enligt förslaget` decides without clauses below it."""
    return not LEAD_ONLY.search(lead.strip(EMPHASIS))


def _is_decision_heading(heading: str, body: str | None) -> bool:
    if heading in DECISION_HEADINGS:
        return True
    owner, _, last = heading.rpartition(" ")
    return (
        last == "beslut"
        and "förslag" not in owner
        and decides(owner.removesuffix("s"), body or owner)
    )


def _after_label(unit: _Unit) -> Span:
    """Return a clause or sentence after `Beslut:` by itself, but a mere `bifall` with its label."""
    label = LABELLED.match(unit.words)
    rest = unit.words[label.end() :] if label else ""
    if label and (ATT.match(rest) or ACTIVE.match(rest)):
        return Span(unit.span.start + label.end(), unit.span.end)
    return unit.span


def _is_lead(words: str, body: str | None, *, in_block: bool) -> bool:
    words = words.strip(EMPHASIS)
    match = LEAD.search(words) if len(words) < LONGEST_BEGINNING else None
    if not match or (not in_block and NOT_DECIDED_WORDS.search(words)):
        return False
    active = ACTIVE.match(words)
    return in_block or bool(active and decides(active["who"] or active["after"], body))


def _decided(words: str, body: str | None) -> bool:
    """Tell whether a sentence states a decision of this meeting, now."""
    words = words.strip(EMPHASIS)
    active = ACTIVE.match(words)
    if active:
        who = active["who"] or active["after"]
        before_clause = CLAUSE.split(active["rest"], maxsplit=1)[0]
        return decides(who, body) and not TOLD.search(before_clause)
    before_clause = CLAUSE.split(words, maxsplit=1)[0]
    if len(words) > LONGEST_PASSIVE or not PASSIVE.search(before_clause):
        return False
    return not (TOLD.search(before_clause) or NOT_DECIDED_WORDS.search(before_clause))
