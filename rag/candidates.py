"""List the sentences of the passages found, and compare each with the question."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rag.citing import Evidence
from rag.context import context
from rag.items import Item
from rag.matching import Presence, Subject
from rag.minutes import ChunkKind, Document, DocumentId
from rag.question import Asks, Question
from rag.results import Hit
from rag.sentences import sentences
from rag.similarity import Compare
from rag.span import Span
from rag.words import is_content, words

# A heading or a meeting's date speaks for the sentences under it, less than they do themselves.
CONTEXT = 0.7
# A unit with fewer words is a heading or a label, not a statement.
FEWEST_WORDS = 3
# A number may be any number; a decision is a decision.
A_NUMBER = 0.5
# What stands by itself and states nothing.
LABEL = re.compile(
    r"""\.{4} | (?:\.\ ){3}\.         # a table of contents: § 32 Riktlinjer ........ 4
    | ^\W*(?:Dnr|Diarienr|Diarienummer)\b.{0,40}$""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sentence and how it compares with the question; all figures are 0 to 1."""

    evidence: Evidence
    item: tuple[DocumentId, int] | None
    """The document and the start of the item that it is in."""
    passage: float
    """Its passage's score, as a share of the best one's."""
    presence: Presence
    """How surely it or its context means each word of the question's subject."""
    coverage: float
    """The share of the subject's weight that is present."""
    similarity: float
    fit: float
    """How surely it is of the kind asked for: 1 for a decision or an action that the grammar
    found, less for a number where a day or an amount is asked for, 0 for anything else."""


@dataclass(frozen=True, slots=True)
class _Unit:
    hit: Hit
    evidence: Evidence
    item: Item | None
    said: list[str]
    presence: Presence


def candidates(
    question: Question,
    hits: Sequence[Hit],
    documents: Mapping[DocumentId, Document],
    *,
    subject: Subject,
    compare: Compare,
) -> list[Candidate]:
    """Return the sentences of *hits*; lists of attendance hold none."""
    units = [
        unit
        for hit in hits
        if hit.passage.kind is not ChunkKind.ATTENDANCE
        for unit in _units(hit, documents[hit.passage.document_id], subject)
    ]
    if not units:
        return []
    similarities = compare(question.text, [unit.evidence.text for unit in units])
    best = max(hit.score for hit in hits) or 1.0
    return [
        Candidate(
            evidence=unit.evidence,
            item=(unit.evidence.document.id, unit.item.span.start) if unit.item else None,
            passage=unit.hit.score / best,
            presence=unit.presence,
            coverage=subject.coverage(unit.presence),
            similarity=float(similarity),
            fit=_fit(question.asks, unit),
        )
        for unit, similarity in zip(units, similarities, strict=True)
    ]


def _fit(asks: Asks, unit: _Unit) -> float:
    span = unit.evidence.span
    if unit.item and asks is Asks.DECISION:
        return float(any(decision.span.overlaps(span) for decision in unit.item.decisions))
    if unit.item and asks is Asks.ACTION:
        return float(any(action.span.overlaps(span) for action in unit.item.actions))
    if asks in {Asks.AMOUNT, Asks.WHEN}:
        has_number = any(character.isdigit() for word in unit.said for character in word)
        return A_NUMBER if has_number else 0.0
    return 0.0


def _units(hit: Hit, document: Document, subject: Subject) -> Iterator[_Unit]:
    """Yield the sentences of a hit that state something; a decision is kept whole."""
    around = words(context(document.minutes, hit.passage.heading_path))
    near = [CONTEXT * presence for presence in subject.presence(around)]
    seen: set[Span] = set()
    for sentence in sentences(document.text, hit.passage.span):
        item = document.item_at(sentence.start)
        decisions = item.decisions if item else ()
        span = next((d.span for d in decisions if d.span.overlaps(sentence)), sentence)
        said = words(span.of(document.text))
        is_heading = item is not None and item.heading.overlaps(sentence)
        is_label = is_heading or LABEL.search(span.of(document.text))
        if span not in seen and not is_label and _states_something(said):
            seen.add(span)
            presence = tuple(map(max, subject.presence(said), near))
            yield _Unit(hit, Evidence(document, span), item, said, presence)


def _states_something(said: Sequence[str]) -> bool:
    return len(said) >= FEWEST_WORDS and any(map(is_content, said))
