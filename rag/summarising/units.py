"""Find what a summary chooses among: the topics of a meeting and the sentences of each."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rag.items import Item, Located
from rag.minutes import Document
from rag.span import Span
from rag.summaries import Part
from rag.summarising.cues import is_formal
from rag.swedish.sentences import sentences
from rag.swedish.words import words

# A line with fewer words is a label or a name; an entry of a list may be as terse as two words.
FEWEST_WORDS = 4
FEWEST_IN_LIST = 2

# Under "Mötets öppnande" some notes have all that was spoken of.
MOST_FORMAL = 7

# A sentence that begins so says who or what only together with the one before it.
REFERRING_BACK = re.compile(
    r"""(?:Han|Hon|Hen|Hans|Hennes|Deras|Denne|Detta|Denna|Dessa)\b
    | De[nm]?\s(?:har|hade|är|var|ska|skulle|kan|kunde|vill|ville|får|fick|blir|blev|kommer
      |gäller)\b""",
    re.VERBOSE,
)
# … if the two are no more than this.
LONGEST_PAIR = 400

ENTRY = re.compile(r"[-*•–·▪◦‣+]\s+(?:\[[ xX]?\]\s+)?$")
REGISTERED = re.compile(r"(?:dnr|diarienummer|diarienr)\b", re.IGNORECASE)

# These stand in sentences of their own as well as in the head.
NOT_IN_HEAD = frozenset({"next_meeting"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or a decision, action, vote … as it is printed."""

    span: Span
    part: Part


@dataclass(frozen=True, slots=True)
class Topic:
    """An item of the meeting, or the whole of a text without items."""

    item: Item | None
    units: tuple[Unit, ...]
    """In reading order; none overlaps another, but for what is also to be done."""

    @property
    def label(self) -> str:
        """The item's, empty without one."""
        return self.item.label if self.item else ""

    @property
    def is_formal(self) -> bool:
        """Whether its item is about the order of the meeting, and no more than that."""
        is_long = len(self.units) > MOST_FORMAL
        return self.item is not None and not is_long and is_formal(self.item.title)


def topics(document: Document) -> tuple[Topic, ...]:
    """Return the topics of *document* with the text between each heading and the next."""
    minutes = document.minutes
    if not minutes.items:
        whole = Span(0, len(document.text))
        return (Topic(minutes.unheaded, tuple(_units(document, minutes.unheaded, whole))),)
    ends = [*(item.span.start for item in minutes.items[1:]), len(document.text)]
    return tuple(
        Topic(
            item,
            tuple(_units(document, item, Span(item.heading.end, min(item.span.end, end)))),
        )
        for item, end in zip(minutes.items, ends, strict=True)
    )


def _units(document: Document, item: Item | None, area: Span) -> Iterator[Unit]:
    """Yield what stands in *area*, which *item* is about."""
    parsed = sorted(_parsed(item), key=lambda unit: unit.span.start) if item else []
    free = list(_without(_sentences(document, area), [unit.span for unit in parsed]))
    if not (free or parsed):
        free = sentences(document.text, area)  # "Tor väljs." is all that the item says
    told = [Unit(span, Part.STATEMENT) for span in _standing_alone(document.text, free)]
    yield from sorted([*told, *parsed], key=lambda unit: unit.span.start)


def _standing_alone(text: str, said: Sequence[Span]) -> list[Span]:
    """Return the sentences *said*, those that lean on the one before them together with it."""
    whole: list[Span] = []
    for span in said:
        before = whole[-1] if whole else span
        between = text[before.end : span.start]
        is_next = span is not before and between.isspace() and "\n\n" not in between
        is_short = span.end - before.start <= LONGEST_PAIR
        if is_next and is_short and REFERRING_BACK.match(text, span.start):
            whole[-1] = Span(before.start, span.end)
        else:
            whole.append(span)
    return whole


def _parsed(item: Item) -> Iterator[Unit]:
    """Yield what the grammar found; of places that overlap the first kind's is taken."""
    kinds: Mapping[Part, Sequence[Located]] = {
        Part.DECISION: item.decisions,
        Part.VOTE: item.votes,
        Part.RESERVATION: item.reservations,
        Part.PROPOSAL: item.proposals,
    }
    taken: list[Span] = []
    for part, found in kinds.items():
        own = list(_without((one.span for one in found), taken))
        taken += own
        yield from (Unit(span, part) for span in own)
    yield from (Unit(action.span, Part.ACTION) for action in item.actions)


def _sentences(document: Document, area: Span) -> Iterator[Span]:
    """Yield the sentences of *area* that state something."""
    head = [
        reading.span
        for reading in document.minutes.readings
        if reading.span and reading.field not in NOT_IN_HEAD
    ]
    attendance = document.minutes.attendance
    for span in _without(sentences(document.text, area), [*head, *filter(None, [attendance])]):
        if _states(document.text, span):
            yield span


def _states(text: str, span: Span) -> bool:
    """Tell whether a sentence is more than a label, a name or a registration number."""
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    fewest = FEWEST_IN_LIST if ENTRY.search(line) else FEWEST_WORDS
    return len(words(span.of(text))) >= fewest and not REGISTERED.match(span.of(text))


def _without(spans: Iterable[Span], others: Collection[Span]) -> Iterator[Span]:
    return (span for span in spans if not any(span.overlaps(other) for other in others))
