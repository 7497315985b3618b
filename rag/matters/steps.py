"""Tell what one meeting did with a matter."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.items import Decision, Item, Outcome
from rag.matters.values import StepKind
from rag.minutes import Document
from rag.results import Meeting
from rag.span import Span
from rag.structured.matters import decided
from rag.structured.topic import PROCEDURE
from rag.summaries import Part
from rag.summarising.cues import CUES
from rag.summarising.units import topics

# att lägga informationen till handlingarna · noterar redovisningen · godkänner uppföljningen
NOTED = re.compile(
    r"""\btill\shandlingarna\b | \b(?:noter|tar?\sdel\sav\b|tackar?\sför\b)
    | \bgodkän\w{1,6}\s(?:\w{1,20}\s){0,3}?
      \w{0,20}(?:redovisning|rapport|uppföljning|information|återrapportering|lägesrapport)""",
    re.VERBOSE | re.IGNORECASE,
)
FOLLOW_UP = re.compile(
    r"\b(?:uppfölj|utvärder|återrapport|lägesrapport|slutrapport|slutredovis|erfarenhet)",
    re.IGNORECASE,
)
# Kommunstyrelsen föreslår kommunfullmäktige besluta · föreslår fullmäktige att
TO_COUNCIL = re.compile(
    r"\bföreslår\s(?:att\s)?\w{0,10}fullmäktige\b|\bföreslår\s(?:riksdagen|stämman|årsmötet)\b",
    re.IGNORECASE,
)
# A follow-up that puts something else in the place of what was decided is a new decision.
REPLACES = re.compile(
    r"\b(?:ändra|revider|upphäv|ersätt|upphör|höj|sänk|anta|fastställ)\w{0,6}\b", re.IGNORECASE
)
MOST_SAID = 2
# The background of a matter is often what someone proposes.
TELLING = frozenset({Part.STATEMENT, Part.PROPOSAL})
BY_OUTCOME = {Outcome.TABLED: StepKind.TABLED, Outcome.REFERRED_BACK: StepKind.REFERRED_BACK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Treated:
    """An item of a meeting that treated the matter."""

    meeting: Meeting
    document: Document
    item: Item
    about: tuple[Span, ...] = ()
    """The places in it that are about the matter, when the item as a whole is not."""

    @property
    def decisions(self) -> list[Span]:
        """Where its decisions stand."""
        return self._own(decided(self.item))

    @property
    def decides(self) -> bool:
        """Tell whether it decides on the matter itself, and does more than receive a report."""
        settled = [d for d in self._decisions if d.outcome not in BY_OUTCOME]
        is_put_off = len(settled) < len(self._decisions)
        return not is_put_off and any(not self._is_noted(d) for d in settled)

    @property
    def dissent(self) -> list[Span]:
        """Where its votes and reservations stand, but for votes that are its decisions."""
        votes = [vote.span for vote in self.item.votes]
        told = [*votes, *(reservation.span for reservation in self.item.reservations)]
        return [span for span in self._own(told) if span not in self.decisions]

    @property
    def said(self) -> list[Span]:
        """The most essential of what else it tells, in the order of the text."""
        if self.about:
            return [span for span in self.about if span not in self.decisions][:MOST_SAID]
        text = self.document.text
        own = next((topic.units for topic in topics(self.document) if topic.item == self.item), ())
        told = [
            unit.span
            for unit in own
            if unit.part in TELLING and not PROCEDURE.search(unit.span.of(text))
        ]
        by_cues = sorted(
            told[1:], key=lambda span: -sum(bool(c.search(span.of(text))) for c in CUES.values())
        )
        return sorted([*told[:1], *by_cues][:MOST_SAID], key=lambda span: span.start)

    def _own(self, spans: list[Span]) -> list[Span]:
        """Return those of *spans* that are about the matter."""
        return [span for span in spans if not self.about or span in self.about]

    @property
    def _decisions(self) -> Sequence[Decision]:
        spans = self.decisions
        return [decision for decision in self.item.decisions if decision.span in spans]

    def _is_noted(self, decision: Decision) -> bool:
        return NOTED.search(decision.span.of(self.document.text)) is not None

    def kind(self, *, after_decision: bool) -> StepKind:
        """Return what it did with the matter.

        Args:
            after_decision: An earlier meeting decided on it.
        """
        outcomes = [BY_OUTCOME[d.outcome] for d in self._decisions if d.outcome in BY_OUTCOME]
        if outcomes:
            return outcomes[0]
        if after_decision and (self._only_follows_up or not self.decides):
            return StepKind.FOLLOWED_UP
        if not self.decides:
            return StepKind.DISCUSSED
        return StepKind.PROPOSED if self._is_proposal else StepKind.DECIDED

    @property
    def _only_follows_up(self) -> bool:
        """Tell whether it follows up what was decided and leaves that as it is."""
        text = self.document.text
        replaces = any(REPLACES.search(span.of(text)) for span in self.decisions)
        return FOLLOW_UP.search(self.item.title) is not None and not replaces

    @property
    def _is_proposal(self) -> bool:
        """Tell whether what is decided is what another body is to decide."""
        text, first = self.document.text, self.decisions[0]
        return TO_COUNCIL.search(text[self.item.span.start : first.end]) is not None
