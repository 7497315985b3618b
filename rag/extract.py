"""Choose the sentences that answer a question from the passages that a search found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rag.citing import Evidence
from rag.embedding import Embedder
from rag.matching import coverage, presence, word_set
from rag.minutes import ChunkKind, Document, DocumentId, Span
from rag.question import Asks, Question
from rag.results import Hit
from rag.sentences import sentences
from rag.words import is_content, words

# Shares of a sentence's score; see docs/answers.md for how they were chosen.
PASSAGE = 0.4
COVERAGE = 0.35
COSINE = 0.25
# What the question expects and the sentence has: a decision, a date, an amount.
EXPECTED = 0.15
# A heading speaks for the sentences under it, less than they do themselves.
HEADING = 0.7

# Sentences this near the best one are shown too.
NEAR_BEST = 0.8
MOST_SENTENCES = 4
# A unit with fewer words is a heading or a label, not a statement.
FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence and how well it answers."""

    evidence: Evidence
    score: float
    covered: float
    cosine: float


@dataclass(frozen=True, slots=True)
class Extract:
    """The chosen sentences, in reading order, and what tells how far they answer."""

    chosen: tuple[Candidate, ...]
    covered: float
    """The share of the subject's words, by rarity, that the best passage speaks of."""
    cosine: float
    """How near the best sentence is to the question."""
    missing: tuple[str, ...]
    """The subject's words that no passage speaks of."""


def extract(
    question: Question,
    hits: Sequence[Hit],
    documents: Mapping[DocumentId, Document],
    *,
    rarity: Mapping[str, float],
    embedder: Embedder,
) -> Extract:
    """Choose from *hits* the sentences that answer *question*.

    Args:
        question: As understood.
        hits: Best first.
        documents: Those of the hits.
        rarity: The weight of each word of the question's subject.
        embedder: Compares sentences with the question.
    """
    candidates = _candidates(question, hits, documents, rarity=rarity, embedder=embedder)
    contexts = [_passage_words(hit, documents) for hit in hits]
    best = sorted(candidates, key=lambda candidate: -candidate.score)
    return Extract(
        chosen=_choose(best),
        covered=max((coverage(rarity, context) for context in contexts), default=0.0),
        cosine=max((candidate.cosine for candidate in best[:MOST_SENTENCES]), default=0.0),
        missing=tuple(
            word for word in rarity if not any(presence(word, context) for context in contexts)
        ),
    )


def _candidates(
    question: Question,
    hits: Sequence[Hit],
    documents: Mapping[DocumentId, Document],
    *,
    rarity: Mapping[str, float],
    embedder: Embedder,
) -> list[Candidate]:
    found = [
        (hit, Evidence(documents[hit.passage.document_id], span))
        for hit in hits
        if hit.passage.kind is not ChunkKind.ATTENDANCE
        for span in _units(documents[hit.passage.document_id], hit.passage.span)
    ]
    if not found:
        return []
    vectors = embedder.embed_passages([evidence.text for _, evidence in found])
    cosines = vectors @ embedder.embed_questions([question.text])[0]
    top = max(hit.score for hit in hits) or 1.0
    return [
        _candidate(question, evidence, rarity, passage=hit.score / top, cosine=float(cosine))
        for (hit, evidence), cosine in zip(found, cosines, strict=True)
    ]


def _candidate(
    question: Question,
    evidence: Evidence,
    rarity: Mapping[str, float],
    *,
    passage: float,
    cosine: float,
) -> Candidate:
    own = word_set([evidence.text])
    item = evidence.document.item_at(evidence.span.start)
    heading = word_set([item.title]) if item else frozenset()
    total = sum(rarity.values()) or 1.0
    covered = (
        sum(
            weight * max(presence(word, own), HEADING * presence(word, heading))
            for word, weight in rarity.items()
        )
        / total
    )
    score = PASSAGE * passage + COVERAGE * covered + COSINE * max(0.0, cosine)
    if _has_expected(question.asks, evidence, own):
        score += EXPECTED
    return Candidate(evidence, score, covered, cosine)


def _has_expected(asks: Asks, evidence: Evidence, own: frozenset[str]) -> bool:
    """Tell whether the sentence has what such a question expects."""
    item = evidence.document.item_at(evidence.span.start)
    if item and asks is Asks.DECISION:
        return any(decision.span.overlaps(evidence.span) for decision in item.decisions)
    if item and asks is Asks.ACTION:
        return any(action.span.overlaps(evidence.span) for action in item.actions)
    if asks in {Asks.AMOUNT, Asks.WHEN}:
        return any(character.isdigit() for word in own for character in word)
    return False


def _units(document: Document, span: Span) -> list[Span]:
    """Return the sentences in *span* that state something; a decision is kept whole."""
    item = document.item_at(span.start)
    headings = {i.heading for i in document.minutes.items}
    decisions = [decision.span for decision in item.decisions] if item else []
    units = [
        next((decision for decision in decisions if decision.overlaps(sentence)), sentence)
        for sentence in sentences(document.text, span)
        if not any(heading.overlaps(sentence) for heading in headings)
    ]
    return [u for u in dict.fromkeys(units) if _states_something(u.of(document.text))]


def _states_something(text: str) -> bool:
    said = words(text)
    return len(said) >= FEWEST_WORDS and any(is_content(word) for word in said)


def _passage_words(hit: Hit, documents: Mapping[DocumentId, Document]) -> frozenset[str]:
    minutes = documents[hit.passage.document_id].minutes
    return word_set(
        [hit.passage.text, *hit.passage.heading_path, minutes.title, minutes.body or ""]
    )


def _choose(best: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the best candidates without repetition, in the order of their documents."""
    if not best:
        return ()
    bar = NEAR_BEST * best[0].score
    chosen: list[Candidate] = []
    for candidate in best:
        if candidate.score < bar or len(chosen) == MOST_SENTENCES:
            break
        if not any(_repeats(candidate.evidence, other.evidence) for other in chosen):
            chosen.append(candidate)
    order = {c.evidence.document.id: i for i, c in reversed(list(enumerate(chosen)))}
    return tuple(
        sorted(chosen, key=lambda c: (order[c.evidence.document.id], c.evidence.span.start))
    )


def _repeats(one: Evidence, other: Evidence) -> bool:
    return one.text == other.text or (
        one.document.id == other.document.id and one.span.overlaps(other.span)
    )
