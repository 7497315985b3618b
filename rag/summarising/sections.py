"""Arrange what is said: in brief, item by item, days to come, open questions; nothing twice."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rag.items import Action, Item
from rag.minutes import Document
from rag.span import Span
from rag.summaries import Part
from rag.summarising.cues import LEANING, is_open
from rag.summarising.days import names_day_to_come
from rag.summarising.units import Unit

# "I korthet" has from three to five sentences, half of what is told if that is as many.
FEWEST, MOST = 3, 5
# Another sentence of the same item, or one that needs the sentence before it, is worth half.
LESS = 0.5


@dataclass(frozen=True, slots=True)
class Said:
    """A unit that is said, and its value."""

    unit: Unit
    value: float


@dataclass(frozen=True, slots=True)
class Chosen:
    """An item, or a whole text without items, and what is said of it."""

    item: Item | None
    said: tuple[Said, ...]
    is_formal: bool = False

    def spans(self, part: Part) -> list[Span]:
        """Return the places of one kind."""
        return [one.unit.span for one in self.said if one.unit.part is part]

    @property
    def actions(self) -> list[Action]:
        """What is to be done, of what is said."""
        said = set(self.spans(Part.ACTION))
        return [action for action in self.item.actions if action.span in said] if self.item else []


@dataclass(frozen=True, slots=True, kw_only=True)
class Sections:
    """The parts of a summary as places."""

    brief: tuple[Span, ...] = ()
    items: tuple[Chosen, ...] = ()
    dates: tuple[Span, ...] = ()
    questions: tuple[Span, ...] = ()


def arrange(document: Document, chosen: Sequence[Chosen]) -> Sections:
    """Return *chosen* in sections, each sentence in one of them."""
    text, held = document.text, document.minutes.date
    brief = _in_brief(text, chosen)
    left = _without(chosen, brief)
    dates = _told(left, lambda span: names_day_to_come(span.of(text), held))
    left = _without(left, dates)
    questions = _told(left, lambda span: is_open(span.of(text)))
    return Sections(
        brief=tuple(brief),
        items=tuple(one for one in _without(left, questions) if one.said),
        dates=tuple(dates),
        questions=tuple(questions),
    )


def _in_brief(text: str, chosen: Sequence[Chosen]) -> list[Span]:
    """Return the sentences of most value, of as many items as possible, in reading order."""
    ranked = sorted(
        ((value, span) for one in chosen for value, span in _ranked(text, one)),
        key=lambda pair: -pair[0],
    )
    count = max(FEWEST, min(MOST, len(ranked) // 2))
    return sorted((span for _, span in ranked[:count]), key=lambda span: span.start)


def _ranked(text: str, chosen: Chosen) -> Iterator[tuple[float, Span]]:
    """Yield the sentences of one item with their values for the whole."""
    told = [one for one in chosen.said if one.unit.part is Part.STATEMENT]
    for place, one in enumerate(sorted(told, key=lambda one: -one.value)):
        leans = LEANING.match(one.unit.span.of(text)) is not None
        yield one.value * LESS ** (place + leans), one.unit.span


def _told(chosen: Iterable[Chosen], is_meant: Callable[[Span], bool]) -> list[Span]:
    return [span for one in chosen for span in one.spans(Part.STATEMENT) if is_meant(span)]


def _without(chosen: Iterable[Chosen], moved: Collection[Span]) -> list[Chosen]:
    """Return *chosen* without the sentences that stand elsewhere."""
    return [
        replace(
            one,
            said=tuple(
                said
                for said in one.said
                if said.unit.part is not Part.STATEMENT or said.unit.span not in moved
            ),
        )
        for one in chosen
    ]
