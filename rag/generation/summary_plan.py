"""Say what a language model reads of each item of a meeting, and what stands there without it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from rag.citing import Evidence
from rag.generation.evidence import Source
from rag.generation.orders import is_order
from rag.minutes import Document
from rag.results import Statement
from rag.span import Span
from rag.summaries import ItemSummary, Part, Summary
from rag.summarising.units import Topic, topics

# A single sentence cannot be said in fewer.
FEWEST_READ = 2

Places = Mapping[int, Span]
"""Where each citation stands, by its number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """An item of a summary, and what its statements may be worded of."""

    item: ItemSummary
    """By extraction, with those of its sentences that stand in brief."""
    source: Source | None
    """All of its sentences, decisions too; `None` when all of them speak to a language model."""
    read: tuple[Evidence, ...]
    """What the model reads: what is pasted as it stands is left out."""
    withheld: int
    """How many sentences speak to a language model."""

    @property
    def is_worded(self) -> bool:
        """Whether there is anything for a model to do."""
        said = bool(self.item.statements) and not self.item.is_formal
        return said and len(self.read) >= FEWEST_READ


def plan(document: Document, extracted: Summary) -> tuple[Planned, ...]:
    """Return the items of *extracted*, and those that it only speaks of in brief."""
    places = places_of(extracted)
    elsewhere = {_place(said, places) for said in (*extracted.dates, *extracted.questions)}
    planned = (
        _planned(document, topic, _whole(topic, extracted, places), elsewhere)
        for topic in topics(document)
    )
    return tuple(one for one in planned if one.item.lines())


def places_of(summary: Summary) -> Places:
    """Return where the citations of *summary* stand."""
    return {cited.n: Span(cited.start, cited.end) for cited in summary.citations}


def _planned(
    document: Document, topic: Topic, item: ItemSummary, elsewhere: Collection[Span | None]
) -> Planned:
    found = [(Evidence(document, unit.span), unit.part) for unit in topic.units]
    told = [(evidence, part) for evidence, part in found if not is_order(evidence.text)]
    sentences = tuple(evidence for evidence, _ in told)
    headings = (item.label,) if item.label else ()
    return Planned(
        item=item,
        source=Source(number=1, sentences=sentences, headings=headings) if sentences else None,
        read=tuple(
            evidence
            for evidence, part in told
            if part is Part.STATEMENT and evidence.span not in elsewhere
        ),
        withheld=len(found) - len(told),
    )


def _whole(topic: Topic, extracted: Summary, places: Places) -> ItemSummary:
    """Return what extraction says of *topic*, in brief or under its heading."""
    own = {unit.span for unit in topic.units}
    empty = ItemSummary(label=topic.label, is_formal=topic.is_formal)
    item = next((one for one in extracted.items if _is_of(one, own, places)), empty)
    brief = (said for said in extracted.brief if _place(said, places) in own)
    return replace(item, statements=_in_order((*brief, *item.statements), places))


def _is_of(item: ItemSummary, own: Collection[Span], places: Places) -> bool:
    return any(_place(said, places) in own for _, said in item.lines())


def _in_order(statements: Sequence[Statement], places: Places) -> tuple[Statement, ...]:
    return tuple(sorted(statements, key=lambda said: places[said.citations[0]].start))


def _place(statement: Statement, places: Places) -> Span | None:
    return places[statement.citations[0]] if statement.citations else None
