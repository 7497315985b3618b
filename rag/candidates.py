"""List the sentences of the passages found, and describe how each compares with the question."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rag.asks import DECISIONS, Asks
from rag.citing import Evidence
from rag.features import Features, form
from rag.items import Item
from rag.matching import Presence, Subject
from rag.minutes import ChunkKind, Document, DocumentId
from rag.results import Hit, Understood
from rag.sentences import sentences
from rag.similarity import Compare
from rag.span import Span
from rag.words import is_content, stems, words

# A heading or a meeting's date speaks for the sentences under it, less than they do themselves.
CONTEXT = 0.7
# A unit with fewer words is a heading or a label, not a statement.
FEWEST_WORDS = 3
# What stands by itself and states nothing.
LABEL = re.compile(
    r"""\.{4} | (?:\.\ ){3}\.         # a table of contents: § 32 Riktlinjer ........ 4
    | ^\W*(?:Dnr|Diarienr|Diarienummer)\b.{0,40}$""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sentence and how it compares with the question."""

    evidence: Evidence
    item: tuple[DocumentId, int] | None
    """The document and the start of the item that it is in."""
    presence: Presence
    """How surely it or its context means each word of the question's subject, 0 to 1."""
    features: Features


@dataclass(frozen=True, slots=True)
class _Unit:
    hit: Hit
    evidence: Evidence
    item: Item | None
    said: list[str]
    presence: Presence


def candidates(
    question: Understood,
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
    asked = question.own or question.text
    similarities = compare(asked, [unit.evidence.text for unit in units])
    best = max(hit.score for hit in hits) or 1.0
    asked_stems = frozenset(stems(words(asked)))
    compared = zip(units, map(float, similarities), strict=True)
    return [
        candidate
        for _, group in groupby(compared, key=lambda pair: pair[0].hit.passage.key)
        for candidate in _described(list(group), question.asks, subject, asked_stems, best)
    ]


def _described(
    compared: Sequence[tuple[_Unit, float]],
    asks: Asks,
    subject: Subject,
    asked_stems: frozenset[str],
    best: float,
) -> Iterator[Candidate]:
    """Yield the candidates of one passage, in their order; *best* is the best passage's score."""
    most_similar = max(similarity for _, similarity in compared)
    before = 0.0
    for unit, similarity in compared:
        signals, coverage = unit.hit.signals, subject.coverage(unit.presence)
        features = Features(
            passage=unit.hit.score / best,
            ngrams=signals.get("ngrams", unit.hit.score),
            tokens=signals.get("tokens", unit.hit.score),
            similarity=similarity,
            behind=most_similar - similarity,
            coverage=coverage,
            before=before,
            fit=float(_fits(asks, unit)),
            **form(unit.said, unit.evidence.text, asks, asked_stems),
        )
        before = coverage
        yield Candidate(
            evidence=unit.evidence,
            item=(unit.evidence.document.id, unit.item.span.start) if unit.item else None,
            presence=unit.presence,
            features=features,
        )


def _fits(asks: Asks, unit: _Unit) -> bool:
    """Tell whether the grammar found what is asked for here: a decision, an action."""
    span = unit.evidence.span
    if unit.item and asks in DECISIONS:
        return any(decision.span.overlaps(span) for decision in unit.item.decisions)
    if unit.item and asks is Asks.ACTION:
        return any(action.span.overlaps(span) for action in unit.item.actions)
    return False


def _units(hit: Hit, document: Document, subject: Subject) -> Iterator[_Unit]:
    """Yield the sentences of a hit that state something; a decision is kept whole."""
    around = words(hit.passage.around)
    near = [CONTEXT * presence for presence in subject.presence(around)]
    seen: set[Span] = set()
    for sentence in sentences(document.text, hit.passage.span):
        item = document.item_at(sentence.start)
        decisions = item.decisions if item else ()
        is_heading = item is not None and item.heading.overlaps(sentence)
        for span in [d.span for d in decisions if d.span.overlaps(sentence)] or [sentence]:
            said = words(span.of(document.text))
            is_label = is_heading or LABEL.search(span.of(document.text))
            if span not in seen and not is_label and _states_something(said):
                seen.add(span)
                presence = tuple(map(max, subject.presence(said), near))
                yield _Unit(hit, Evidence(document, span), item, said, presence)


def _states_something(said: Sequence[str]) -> bool:
    return len(said) >= FEWEST_WORDS and any(map(is_content, said))
