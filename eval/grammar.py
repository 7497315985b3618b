"""Hold the parsed minutes against the gold: what was found, missed and made up, by field.

`eval.agreement` says how people, headings, decisions and actions are matched. A date is right when
it is the same day or interval; a wrong one is *silent* unless marked as inferred.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from eval.agreement import Reading, Tally, overlap, same_key, same_line, tally
from eval.gold import GoldDocument, Half, Mark, anchor, find_words, fingerprint, joined, locate
from ingest.parse import parse_minutes
from ingest.source import Source
from rag.errors import ReadError
from rag.minutes import Minutes, Presence
from rag.span import Span


class Field(StrEnum):
    """A part of the minutes that is measured; the values are what users read."""

    PEOPLE = "Närvarande"
    HEADINGS = "Rubriker"
    DECISIONS = "Beslut"
    ACTIONS = "Uppdrag"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRead:
    """The date that was annotated and the one that was parsed."""

    expected: str | None
    found: str | None
    inferred: bool

    @property
    def is_right(self) -> bool:
        """Tell whether they agree."""
        return self.expected == self.found

    @property
    def is_silently_wrong(self) -> bool:
        """Tell whether a reader would be misled: it is wrong and does not say that it may be."""
        return not self.is_right and self.found is not None and not self.inferred


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How one document was read."""

    file: str
    half: Half
    date: DateRead
    fields: Mapping[Field, Tally]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """All documents that could be scored, and a Swedish sentence for each that could not."""

    scores: tuple[Score, ...]
    unscored: tuple[str, ...]


def score_files(
    gold: Iterable[GoldDocument], folders: Sequence[Path], *, read: Callable[[Path], Source]
) -> Scored:
    """Read, parse and score the documents of *gold* that lie in *folders*."""
    scores: list[Score] = []
    unscored: list[str] = []
    for document in gold:
        path = locate(document, folders)
        if path is None:
            unscored.append(f"{document.file} finns inte, eller är en annan version.")
            continue
        try:
            text = read(path).text
        except ReadError as error:
            unscored.append(str(error))
            continue
        minutes = parse_minutes(text, file_name=path.name)
        scores.append(score_document(document, text, minutes))
    return Scored(scores=tuple(scores), unscored=tuple(unscored))


def score_document(gold: GoldDocument, text: str, minutes: Minutes) -> Score:
    """Return how *minutes*, parsed from *text*, agree with *gold*."""
    anchored = _Anchored(text)
    items = (*minutes.items, *([minutes.unheaded] if minutes.unheaded else []))
    pairs = {
        Field.PEOPLE: (anchored.people(gold.present), _people(minutes), same_key),
        Field.HEADINGS: (anchored.headings(gold.headings), _headings(text, minutes), same_line),
        Field.DECISIONS: (
            anchored.places(gold.decisions),
            [_reading(text, decision.span) for item in items for decision in item.decisions],
            overlap,
        ),
        Field.ACTIONS: (
            anchored.places(gold.actions),
            [_reading(text, action.span) for item in items for action in item.actions],
            overlap,
        ),
    }
    date = minutes.date
    return Score(
        file=gold.file,
        half=gold.half,
        date=DateRead(
            expected=gold.date,
            found=date.iso if date else None,
            inferred=date.inferred if date else False,
        ),
        fields={field: tally(*pair) for field, pair in pairs.items()},
    )


class _Anchored:
    """The annotations of a document, at their places in its text as it is read now."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = find_words(text)

    def places(self, marks: Iterable[Mark]) -> list[Reading]:
        return [self._place(mark) for mark in marks]

    def people(self, marks: Iterable[Mark]) -> list[Reading]:
        """Return the people; a name is found by its hash, wherever it stands and however."""
        return [
            replace(person, key=mark.hash, span=person.span or Span(mark.start, mark.end))
            for mark in marks
            for person in [self._place(mark)]
        ]

    def headings(self, marks: Iterable[Mark]) -> list[Reading]:
        placed = map(self._place, marks)
        return [replace(heading, key=joined(find_words(heading.shown))) for heading in placed]

    def _place(self, mark: Mark) -> Reading:
        span = anchor(mark, self._text, self._words)
        shown = f"tecken {mark.start}–{mark.end}" if span is None else span.of(self._text)
        return Reading(span=span, shown=shown, optional=mark.optional)


def _people(minutes: Minutes) -> list[Reading]:
    return [
        Reading(span=person.span, key=fingerprint(find_words(person.name)), shown=person.name)
        for person in minutes.people
        if person.presence is Presence.PRESENT
    ]


def _headings(text: str, minutes: Minutes) -> list[Reading]:
    return [
        replace(_reading(text, item.heading), key=joined(find_words(item.label)))
        for item in minutes.items
    ]


def _reading(text: str, span: Span) -> Reading:
    return Reading(span=span, shown=span.of(text))
