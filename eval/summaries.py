"""Score one summary against the points that it should make and the minutes it is of.

Shares from 0 to 1, or `None` where they mean nothing:

* coverage: points whose strings all occur in one cited quote / points. The content coverage of the
  pyramid method (Nenkova & Passonneau 2004), every point of one weight.
* support: statements that grounding found supported and that cite a quote / statements.
* decisions verbatim: statements given as decisions whose words stand in the minutes exactly as
  they are, white space aside / statements given as decisions.
* length: words of the statements / words of the minutes; above 1 when it repeats itself.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from eval.evidence import Evidence, cover, places_of, squeeze
from rag.minutes import Document
from rag.results import Statement, Summary, Support


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryCase:
    """A summary, the minutes it is of, and the points it should make."""

    summary: Summary
    document: Document
    points: Evidence

    @property
    def decisions(self) -> list[Statement]:
        """The statements given as decisions."""
        return [decision for item in self.summary.items for decision in item.decisions]

    @property
    def statements(self) -> list[Statement]:
        """All statements, in order."""
        summary = self.summary
        place = [summary.place] if summary.place else []
        items = [
            statement
            for item in summary.items
            for statement in (*item.statements, *item.decisions, *item.actions)
        ]
        return [*place, *summary.attendance, *items, *summary.dates]


def coverage(case: SummaryCase) -> float | None:
    """Return points made / points."""
    cited = places_of((citation.source, citation.quote) for citation in case.summary.citations)
    return cover(cited, [case.points], ()).share if case.points else None


def support(case: SummaryCase) -> float | None:
    """Return statements carried by their citations / statements."""
    numbers = {citation.n for citation in case.summary.citations}
    return _share(
        [
            statement.support is Support.SUPPORTED and not numbers.isdisjoint(statement.citations)
            for statement in case.statements
        ]
    )


def decisions_verbatim(case: SummaryCase) -> float | None:
    """Return decisions quoted word for word / decisions."""
    text = squeeze(case.document.text)
    return _share([squeeze(decision.text) in text for decision in case.decisions])


def length(case: SummaryCase) -> float | None:
    """Return words of the summary / words of the minutes."""
    words = len(case.document.text.split())
    said = sum(len(statement.text.split()) for statement in case.statements)
    return said / words if words else None


SCORES: Mapping[str, Callable[[SummaryCase], float | None]] = {
    "summary_coverage": coverage,
    "summary_support": support,
    "decisions_verbatim": decisions_verbatim,
    "summary_length": length,
}


def score_summary(summary: Summary, document: Document, points: Evidence) -> dict[str, float]:
    """Return every score that means something for *summary*."""
    case = SummaryCase(summary=summary, document=document, points=points)
    scores = {name: score(case) for name, score in SCORES.items()}
    return {name: score for name, score in scores.items() if score is not None}


def _share(values: Sequence[bool]) -> float | None:
    return sum(values) / len(values) if values else None
