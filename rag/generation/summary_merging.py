"""Put what a language model worded into a summary, each place of the minutes told once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rag.citing import Citations, Evidence
from rag.generation.checking import Checked
from rag.generation.summary_plan import Planned
from rag.minutes import Document
from rag.results import Statement
from rag.span import Span
from rag.summaries import ItemSummary, Part, Summary, changed, lines


class Merging:
    """One summary by extraction, and what of it has been worded until now."""

    def __init__(self, document: Document, extracted: Summary, planned: Sequence[Planned]) -> None:
        self._document = document
        self._extracted = extracted
        self._items = [one.item for one in planned]
        self._brief = extracted.brief
        self._citations = Citations()
        for cited in extracted.citations:  # in the same order they keep their numbers
            self._citations.number(Evidence(document, Span(cited.start, cited.end)))

    def put(self, number: int, shown: Iterable[Checked]) -> None:
        """Let *shown* stand under the item with that number in the plan."""
        own = sorted(shown, key=lambda one: one.evidence.span.start if one.evidence else 0)
        self._items[number] = replace(
            self._items[number], statements=tuple(map(self._statement, own))
        )

    def put_brief(self, shown: Iterable[Checked]) -> None:
        """Let *shown* be the whole in brief, in the order in which it was written."""
        self._brief = tuple(map(self._statement, shown))

    def lift(self) -> None:
        """Let what the items say be the whole in brief: it is no more than that has room for."""
        told = (said for item in self._told_items() for said in item.statements)
        self._brief = tuple(said for said in told if said.citations)

    def told(self) -> list[tuple[str, list[Evidence]]]:
        """Return the sentences that the items' statements rest on, with the items' labels."""
        cited = self._citations.all()
        return [
            (
                item.label,
                [
                    Evidence(self._document, Span(cited[n - 1].start, cited[n - 1].end))
                    for said in item.statements
                    for n in said.citations[:1]
                ],
            )
            for item in self._told_items()
        ]

    def summary(self, *, model: str, notes: tuple[str, ...]) -> Summary:
        """Return the summary as it is now, its citations numbered as they are read."""
        held = {
            said.citations[0]: said
            for item in self._items
            for said in item.statements
            if said.citations
        }
        brief = tuple(_longer(said, held) for said in self._brief)
        moved = {number for said in brief for number in said.citations[:1]}
        items = (_without(item, moved) for item in self._items)
        whole = replace(
            self._extracted,
            brief=brief,
            items=tuple(item for item in items if item.lines()),
            citations=self._citations.all(),
            model=model,
            notes=notes,
        )
        return _renumbered(whole)

    def _told_items(self) -> list[ItemSummary]:
        return [item for item in self._items if not item.is_formal]

    def _statement(self, checked: Checked) -> Statement:
        cited = (self._citations.number(checked.evidence),) if checked.evidence else ()
        return Statement(
            text=checked.text,
            support=checked.support,
            citations=cited,
            reason=checked.reason,
            carriers=self._citations.carriers(checked.text, cited),
        )


def _longer(said: Statement, held: Mapping[int, Statement]) -> Statement:
    """Return how an item tells of the same place, if it says more of it than *said*."""
    other = next((held[number] for number in said.citations[:1] if number in held), said)
    return max(said, other, key=lambda one: len(one.text))


def _without(item: ItemSummary, moved: set[int]) -> ItemSummary:
    kept = (said for said in item.statements if not moved.intersection(said.citations[:1]))
    return replace(item, statements=tuple(kept))


def _renumbered(summary: Summary) -> Summary:
    """Return *summary* with those citations that it uses, numbered as they are first read."""
    read = (number for line in lines(summary) for number in line.statement.citations)
    numbers = {old: new for new, old in enumerate(dict.fromkeys(read), start=1)}

    def renumber(_: Part, said: Statement) -> Statement:
        return replace(
            said,
            citations=tuple(numbers[number] for number in said.citations),
            carriers=tuple(replace(one, citation=numbers[one.citation]) for one in said.carriers),
        )

    cited = {numbers[one.n]: one for one in summary.citations if one.n in numbers}
    return replace(
        changed(summary, renumber),
        citations=tuple(replace(cited[number], n=number) for number in sorted(cited)),
    )
