"""Summarise one meeting by extraction: what is essential of it, within a number of words."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from rag.citing import Citations, Evidence
from rag.items import Action
from rag.minutes import Document
from rag.models.embedding import Embedder
from rag.results import Meeting, Statement
from rag.span import Span
from rag.summaries import ActionLine, ItemSummary, Length, Part, Summary
from rag.summarising.choosing import Offers, Rank, choose
from rag.summarising.features import describe
from rag.summarising.frame import frame
from rag.summarising.sections import Chosen, Said, arrange
from rag.summarising.units import Topic, topics
from rag.summarising.value import Worth, worth_a_word

SHARES = {Length.SHORT: 0.12, Length.NORMAL: 0.25, Length.LONG: 0.40}
"""Words of the summary / words of the minutes; title, names and items' headings counted."""

RANKS = {Part.DECISION: Rank.ALWAYS, Part.ACTION: Rank.ALWAYS}
# A short one has room for decisions, and for tasks as far as the words go.
SHORT_RANKS = RANKS | {Part.ACTION: Rank.FIRST}

FEWEST_WORDS = 120

EXTRACTED = "Sammanfattningen är gjord av protokollets egna meningar; besluten står ordagrant."


class Summariser:
    """Choose what is essential of a meeting with the help of *embedder*, by its *worth*."""

    def __init__(self, embedder: Embedder, *, worth: Worth = worth_a_word) -> None:
        self._embedder = embedder
        self._worth = worth

    def __call__(self, document: Document, *, length: Length = Length.NORMAL) -> Summary:
        """Return the summary of *document*, every statement cited."""
        budget = int(SHARES[length] * len(document.text.split()))
        over = frame(document, budget=budget)
        chosen = self._choose(document, budget - over.words, is_short=length is Length.SHORT)
        sections = arrange(document, chosen)
        state = _Stating(document)
        return Summary(
            meeting=_meeting(document),
            length=length,
            place=next(iter(state(over.place)), None),
            present=state(over.present),
            present_count=over.present_count,
            absent=state(over.absent),
            absent_count=over.absent_count,
            brief=state(sections.brief),
            items=tuple(_item(one, state) for one in sections.items),
            dates=state(sections.dates),
            questions=state(sections.questions),
            links=state(_links(document)) if length is not Length.SHORT else (),
            citations=state.citations.all(),
            notes=(EXTRACTED, *document.warnings),
        )

    def essence(self, document: Document) -> list[Span]:
        """Return what is essential of *document*, in the order of its text, formalities left out.

        No meeting is told in fewer than `FEWEST_WORDS`.
        """
        budget = max(FEWEST_WORDS, int(SHARES[Length.SHORT] * len(document.text.split())))
        chosen = self._choose(document, budget, is_short=True)
        told = [one for one in chosen if not one.is_formal] or chosen
        return sorted(
            (said.unit.span for one in told for said in one.said), key=lambda span: span.start
        )

    def _choose(self, document: Document, budget: int, *, is_short: bool) -> list[Chosen]:
        """Return the topics of *document* with what is said of each in *budget* words."""
        found = topics(document)
        offers = self._offers(document, found, SHORT_RANKS if is_short else RANKS)
        kept = set(choose(offers, budget=budget, lines=not is_short))
        values = offers.worth * offers.words
        numbered = zip(
            offers.topics, (unit for topic in found for unit in topic.units), strict=True
        )
        said: list[list[Said]] = [[] for _ in found]
        for index, (topic, unit) in enumerate(numbered):
            if index in kept:
                said[topic].append(Said(unit, float(values[index])))
        return [
            Chosen(topic.item, tuple(own), is_formal=topic.is_formal)
            for topic, own in zip(found, said, strict=True)
        ]

    def _offers(
        self, document: Document, found: Sequence[Topic], ranks: Mapping[Part, Rank]
    ) -> Offers:
        text, units = document.text, [unit for topic in found for unit in topic.units]
        vectors = self._embedder.embed_passages([unit.span.of(text) for unit in units])
        labels = [topic.label for topic in found]
        features = describe(document, found, vectors, self._embedder.embed_passages(labels))
        return Offers(
            words=np.array([_count(unit.span.of(text)) for unit in units], dtype=float),
            worth=self._worth(features),
            topics=np.repeat(np.arange(len(found)), [len(topic.units) for topic in found]),
            ranks=np.array([ranks.get(unit.part, Rank.LATER) for unit in units], dtype=int),
            vectors=vectors,
            labels=np.array([_count(label) for label in labels], dtype=float),
            substantial=np.array([not topic.is_formal for topic in found], dtype=bool),
        )


class _Stating:
    """Turn places of one document into statements, their citations numbered as they come."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.citations = Citations()

    def __call__(self, spans: Iterable[Span]) -> tuple[Statement, ...]:
        return self.citations.state(Evidence(self._document, span) for span in spans)


def _item(chosen: Chosen, state: _Stating) -> ItemSummary:
    item = chosen.item
    label = item.label if item else ""
    return ItemSummary(
        label=label,
        is_formal=chosen.is_formal,
        statements=state(chosen.spans(Part.STATEMENT)),
        proposals=state(chosen.spans(Part.PROPOSAL)),
        decisions=state(chosen.spans(Part.DECISION)),
        votes=state(chosen.spans(Part.VOTE)),
        reservations=state(chosen.spans(Part.RESERVATION)),
        actions=tuple(line for action in chosen.actions for line in _action(action, label, state)),
    )


def _action(action: Action, label: str, state: _Stating) -> list[ActionLine]:
    return [
        ActionLine(statement=statement, who=action.who, due=action.due, item=label or None)
        for statement in state([action.span])
    ]


def _links(document: Document) -> list[Span]:
    return [span for item in document.minutes.all_items for span in item.links]


def _count(text: str) -> int:
    return len(text.split())


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
