"""List the sentences of the passages found, and describe how each compares with the question."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from rag.asks import DECISIONS, Asks
from rag.citing import Evidence
from rag.extracting.features import Features, expected_of, form
from rag.items import Item
from rag.minutes import ChunkKind, Document, DocumentId
from rag.models.similarity import Compare
from rag.results import Hit, Understood
from rag.span import Span
from rag.swedish.matching import Presence, Subject, less, most
from rag.swedish.sentences import sentences
from rag.swedish.words import is_content, stems, words

# A heading or a meeting's date speaks for the sentences under it, less than they do themselves.
CONTEXT = 0.7
# So does a sentence for the one after it that goes on with what it says.
BEFORE = 0.8
LEANING = re.compile(
    r"""(?:Det|Detta|De|Dem|Den|Denna|Dessa|Där|Dit|Då|Han|Hon|Hen|Hans|Hennes|Deras|Därför|Därmed
    |Dessutom|Också|Båda|Bägge|Samtliga|Anledningen|Orsaken|Orsakerna|Skälet|Skälen|Bakgrunden
    |Syftet|Målet|Tanken|Resultatet|Utfallet|Kostnaden|Kostnaderna|Avgiften|Priset|Summan
    |Förslaget|Beslutet|Ärendet|Frågan|Motiveringen
    # without a subject: Tar ungefär 5 000 kronor. · Är bokat till maj.
    |Tar|Tog|Kostar|Kostade|Blir|Blev|Är|Var|Ligger|Låg|Gäller|Gällde|Går|Gick|Kräver|Krävs|Behövs
    |Hålls|Hölls|Beräknas|Väntas|Planeras|Ska|Skulle|Kan|Kunde|Får|Fick|Räcker|Innebär)\b(?![^.!?\n]*\?)""",
    re.VERBOSE,
)
# "Anledningen var att …" tells why in so many words.
GIVES_REASON = re.compile(
    r"(?:Anledningen|Orsaken|Orsakerna|Skälet|Skälen|Bakgrunden|Motiveringen|Därför"
    r"|(?:Det|Detta)\s(?:beror|berodde|motiveras|motiverades|förklaras))\b"
)
# A unit with fewer words is a heading or a label, not a statement.
FEWEST_WORDS = 3
# What stands by itself and states nothing.
LABEL = re.compile(
    r"""\.{4} | (?:\.\ ){3}\.         # a table of contents: § 32 Riktlinjer ........ 4
    | ^\W*https?://\S+$
    | ^\W*(?:Dnr|Diarienr|Diarienummer)\b.{0,40}$""",
    re.VERBOSE | re.IGNORECASE,
)


FormOf = Callable[[Sequence[str], str], dict[str, float]]
"""Return the features of a sentence's form, of its words and its text."""


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
    described = partial(
        form, expected=expected_of(question), asked_stems=frozenset(stems(words(asked)))
    )
    compared = zip(units, map(float, similarities), strict=True)
    return [
        candidate
        for _, group in groupby(compared, key=lambda pair: pair[0].hit.passage.key)
        for candidate in _described(list(group), question.asks, subject, described, best)
    ]


def _described(
    compared: Sequence[tuple[_Unit, float]],
    asks: Asks,
    subject: Subject,
    form_of: FormOf,
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
            **form_of(unit.said, unit.evidence.text),
        )
        before = coverage
        yield Candidate(
            evidence=unit.evidence,
            item=(unit.evidence.document.id, unit.item.span.start) if unit.item else None,
            presence=unit.presence,
            features=features,
        )


def _fits(asks: Asks, unit: _Unit) -> bool:
    """Tell whether what is asked for is told as such here: a decision, an action, a reason."""
    span = unit.evidence.span
    if unit.item and asks in DECISIONS:
        return any(decision.span.overlaps(span) for decision in unit.item.decisions)
    if unit.item and asks is Asks.ACTION:
        return any(action.span.overlaps(span) for action in unit.item.actions)
    return asks is Asks.REASON and bool(GIVES_REASON.match(unit.evidence.text))


def _units(hit: Hit, document: Document, subject: Subject) -> Iterator[_Unit]:
    """Yield the sentences of a hit that state something; a decision is kept whole."""
    around = words(hit.passage.around)
    near = [CONTEXT * presence for presence in subject.presence(around)]
    before: Presence = ()
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
                own = subject.presence(said)
                if LEANING.match(document.text, span.start):
                    own = most(own, less(BEFORE, before))
                before = own
                presence = tuple(map(max, own, near))
                yield _Unit(hit, Evidence(document, span), item, said, presence)


def _states_something(said: Sequence[str]) -> bool:
    return len(said) >= FEWEST_WORDS and any(map(is_content, said))
