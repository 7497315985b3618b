"""Summarise one meeting by extraction: item by item the essential sentences, decisions, actions."""

import re
from collections.abc import Collection, Iterable, Sequence

import numpy as np

from rag.citing import Citations, Evidence
from rag.date_words import MONTHS
from rag.embedding import Embedder
from rag.items import Item
from rag.minutes import Document, Presence
from rag.results import ItemSummary, Meeting, Statement, Summary
from rag.sentences import sentences
from rag.span import Span
from rag.words import words

# An item gets one sentence for each five it has, from one to three; a text without items more.
SENTENCES_PER_CHOSEN = 5
MOST_PER_ITEM = 3
MOST_WITHOUT_ITEMS = 8

# Two sentences with a larger cosine say the same.
SAME = 0.85
# A unit with fewer words is a heading or a label.
FEWEST_WORDS = 4

DAY = re.compile(
    rf"""\b\d{{4}}-\d{{2}}-\d{{2}}\b | \b\d{{1,2}}/\d{{1,2}}\b
    | \b\d{{1,2}}\s(?:{"|".join(MONTHS)})\b""",
    re.VERBOSE | re.IGNORECASE,
)


class Summariser:
    """Choose a meeting's essential sentences with the help of *embedder*."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def __call__(self, document: Document) -> Summary:
        """Return the summary of *document*, every statement cited."""
        citations = Citations()
        minutes = document.minutes
        present = (p.span for p in minutes.people if p.presence is Presence.PRESENT)
        place = document.text.find(minutes.place) if minutes.place else -1
        return Summary(
            meeting=_meeting(document),
            place=next(
                iter(_state(citations, document, _span_of(place, minutes.place or ""))), None
            ),
            attendance=_state(citations, document, present),
            items=tuple(self._items(document, citations)),
            dates=_state(citations, document, _dated(document)),
            citations=citations.all(),
        )

    def _items(self, document: Document, citations: Citations) -> Iterable[ItemSummary]:
        items = document.minutes.items
        if not items:
            yield self._whole(document, citations)
            return
        ends = [*(item.span.start for item in items[1:]), len(document.text)]
        for item, end in zip(items, ends, strict=True):
            own = Span(item.heading.end, min(item.span.end, end))
            summary = self._item(document, item, own, citations)
            if summary.statements or summary.decisions or summary.actions:
                yield summary

    def _whole(self, document: Document, citations: Citations) -> ItemSummary:
        """Summarise a text without headings."""
        held = document.minutes.unheaded
        decided = [decision.span for decision in held.decisions] if held else []
        to_do = [action.span for action in held.actions] if held else []
        body = _without(_body(document, Span(0, len(document.text))), (*decided, *to_do))
        chosen = self._essential(document, body, most=MOST_WITHOUT_ITEMS)
        return ItemSummary(
            label=document.minutes.title,
            statements=_state(citations, document, chosen),
            decisions=_state(citations, document, decided),
            actions=_state(citations, document, to_do),
        )

    def _item(self, document: Document, item: Item, own: Span, citations: Citations) -> ItemSummary:
        """Summarise *item*, of which *own* is what stands before the next item or a nested one."""
        decided = [decision.span for decision in item.decisions]
        to_do = [action.span for action in item.actions]
        body = _without(_body(document, own), (*decided, *to_do))
        if not (body or decided or to_do):
            body = _body(document, own, fewest=1)  # "Tor väljs." is all that the item says
        count = -(-len(body) // SENTENCES_PER_CHOSEN)
        chosen = self._essential(document, body, most=min(count, MOST_PER_ITEM))
        return ItemSummary(
            label=item.label,
            statements=_state(citations, document, chosen),
            decisions=_state(citations, document, decided),
            actions=_state(citations, document, to_do),
        )

    def _essential(self, document: Document, body: Sequence[Span], *, most: int) -> list[Span]:
        """Return the *most* central sentences of *body*, none like another, in reading order."""
        if not body:
            return []
        vectors = self._embedder.embed_passages([unit.of(document.text) for unit in body])
        centrality = (vectors @ vectors.T).clip(min=0).mean(axis=1)
        chosen: list[int] = []
        for index in np.argsort(-centrality, kind="stable"):
            if len(chosen) == most:
                break
            if all(vectors[index] @ vectors[other] < SAME for other in chosen):
                chosen.append(int(index))
        return [body[index] for index in sorted(chosen)]


def _meeting(document: Document) -> Meeting:
    minutes = document.minutes
    return Meeting(
        document_id=document.id,
        source=document.source,
        title=minutes.title,
        kind=minutes.kind,
        body=minutes.body,
        date=minutes.date,
        chunks=len(document.chunks),
        warnings=document.warnings,
    )


def _state(
    citations: Citations, document: Document, spans: Iterable[Span]
) -> tuple[Statement, ...]:
    return citations.state(Evidence(document, span) for span in spans)


def _span_of(start: int, text: str) -> list[Span]:
    return [Span(start, start + len(text))] if text and start >= 0 else []


def _body(document: Document, area: Span, *, fewest: int = FEWEST_WORDS) -> list[Span]:
    """Return the sentences of *area* that state something."""
    attendance = document.minutes.attendance
    return [
        unit
        for unit in sentences(document.text, area)
        if len(words(unit.of(document.text))) >= fewest
        and not (attendance and attendance.overlaps(unit))
    ]


def _without(units: Iterable[Span], others: Collection[Span]) -> list[Span]:
    """Return the *units* that are no part of any of the *others*."""
    return [unit for unit in units if not any(unit.overlaps(other) for other in others)]


def _dated(document: Document) -> list[Span]:
    """Return the sentences inside items that name a day."""
    start = document.minutes.items[0].span.start if document.minutes.items else 0
    return [
        unit
        for unit in _body(document, Span(start, len(document.text)))
        if DAY.search(unit.of(document.text))
    ]
