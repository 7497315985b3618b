"""Choose the sentences that answer a question from the passages that a search found."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from rag.asks import DECISIONS, Asks
from rag.citing import Evidence
from rag.extracting.candidates import Candidate
from rag.extracting.ranking import score
from rag.results import Understood
from rag.swedish.matching import Subject

# Sentences at most so much less likely than the best one, in log odds, are shown too: on `dev`, 1
# answers 42 % with 47 % of the citations needed, 2 answers 47 % with 41 %.
MARGIN = 1.0
MOST_SENTENCES = 6
# What is read as a list, in the order of the minutes.
LISTED = DECISIONS | {Asks.ACTION, Asks.LIST, Asks.CHANGE, Asks.COMPARISON, Asks.SUMMARY}
# Decisions have several clauses, and all of them are the decision.
MOST_DECISIONS = 8
# "Styrelsen beslutade …", "Förslaget bifölls.", "Ärendet bordläggs."
DECIDES = re.compile(
    r"""\b(?:beslut|bifall|bifäll|biföll|avsl[aåo]|återremi|bordl[aä]|fastställ|godkän|bevilja
    |anta[sr]?\b|antog|utse[sr]?\b|utsåg|vald|välj|valt|enades|bestäm|röst|tillstyrk|avstyrk
    |reserv|decid)""",
    re.VERBOSE | re.IGNORECASE,
)

YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """The chosen sentences, and what tells how far they answer."""

    chosen: tuple[Evidence, ...] = ()
    """In reading order where they make a list, else the likeliest first."""
    missing: tuple[str, ...] = ()
    """The subject's words that neither the chosen sentences nor their headings speak of."""
    decides: bool = False
    """Whether any of the sentences is a decision, or tells of one."""


def extract(question: Understood, found: Sequence[Candidate], *, subject: Subject) -> Extract:
    """Choose the sentences that answer *question*.

    Args:
        question: As understood.
        found: The sentences of what a search found.
        subject: The question's, its words weighted by rarity.
    """
    if not found:
        return Extract()
    chosen = _choose(sorted(found, key=_score, reverse=True))
    if question.asks in DECISIONS:
        chosen = _whole_decisions(chosen, found)
    if question.asks in LISTED:
        chosen = _in_reading_order(chosen)
    return Extract(
        chosen=tuple(candidate.evidence for candidate in chosen),
        missing=(
            *subject.absent(tuple(np.max([c.presence for c in chosen], axis=0))),
            *_other_years(question.subject, chosen),
        ),
        decides=any(c.features.fit or DECIDES.search(c.evidence.text) for c in chosen),
    )


def _other_years(asked: Iterable[str], chosen: Sequence[Candidate]) -> list[str]:
    """Return the years *asked* for where the sentences, by their own words, tell of others.

    A heading with the year asked for, "Budget 2024 och plan 2025", speaks for none of them.
    """
    told = [set(YEAR.findall(candidate.evidence.text)) for candidate in chosen]
    said = set().union(*told)
    years = [word for word in asked if YEAR.fullmatch(word)]
    return [year for year in years if all(told) and year not in said]


def _score(candidate: Candidate) -> float:
    return score(candidate.features)


def _choose(best: Sequence[Candidate]) -> list[Candidate]:
    """Return the best candidates without repetition."""
    bar = _score(best[0]) - MARGIN
    chosen: list[Candidate] = []
    for candidate in best:
        if _score(candidate) < bar or len(chosen) == MOST_SENTENCES:
            break
        if not any(_repeats(candidate.evidence, other.evidence) for other in chosen):
            chosen.append(candidate)
    return chosen


def _whole_decisions(chosen: Sequence[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """Return the decisions of the items that the chosen ones are of, or *chosen* if none is."""
    decided = {candidate.item for candidate in chosen if candidate.features.fit}
    whole = [c for c in found if c.features.fit and c.item in decided]
    return whole[:MOST_DECISIONS] or list(chosen)


def _in_reading_order(chosen: Sequence[Candidate]) -> list[Candidate]:
    """Return *chosen* document by document, the best one's first."""
    order = list(dict.fromkeys(c.evidence.document.id for c in chosen))
    return sorted(
        chosen, key=lambda c: (order.index(c.evidence.document.id), c.evidence.span.start)
    )


def _repeats(one: Evidence, other: Evidence) -> bool:
    return one.text == other.text or (
        one.document.id == other.document.id and one.span.overlaps(other.span)
    )
