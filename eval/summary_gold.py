"""Read the meetings whose summaries are measured, with the points that people wrote of each."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.gold import (
    GoldAction,
    GoldDocument,
    Half,
    Mark,
    Word,
    anchor,
    find_words,
    joined,
    load_gold,
    locate,
)
from eval.temporary import make_document
from ingest.source import Source
from rag.errors import ReadError
from rag.minutes import Document
from rag.span import Span


class Shown:
    """What of a meeting is shown: the words of some places."""

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        self._text = text
        self._shown = [joined(find_words(span.of(text))) for span in spans]

    def has(self, place: Span) -> bool:
        """Tell whether one of the places shown has all words of *place*, in order."""
        said = joined(find_words(place.of(self._text)))
        return any(said in shown for shown in self._shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedPoint:
    """A fact that a summary should tell, and the places that tell it."""

    weight: int
    places: tuple[Span, ...]

    def is_made(self, shown: Shown) -> bool:
        """Tell whether one of its places is shown."""
        return any(map(shown.has, self.places))


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedAction:
    """What is to be done, and the words for who and when; `None` where the minutes do not say."""

    place: Span
    who: str | None
    due: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A meeting and what its summary should hold."""

    half: Half
    document: Document
    points: tuple[ExpectedPoint, ...]
    decisions: tuple[Span, ...]
    optional_decisions: tuple[Span, ...]
    actions: tuple[ExpectedAction, ...]

    def coverage(self, spans: Iterable[Span]) -> float:
        """Return the weight of the points that *spans* make / that of all."""
        shown = Shown(self.document.text, spans)
        made = sum(point.weight for point in self.points if point.is_made(shown))
        return made / sum(point.weight for point in self.points)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """The meetings that could be read, and a Swedish sentence for each that could not."""

    meetings: tuple[Expected, ...]
    unread: tuple[str, ...]


def load_expected(folders: Sequence[Path], *, read: Callable[[Path], Source]) -> Loaded:
    """Read the documents of the gold that have points and lie in *folders*."""
    meetings: list[Expected] = []
    unread: list[str] = []
    for gold in (document for document in load_gold() if document.points):
        path = locate(gold, folders)
        if path is None:
            unread.append(f"{gold.file} finns inte, eller är en annan version.")
            continue
        try:
            meetings.append(expect(gold, make_document(path.name, read(path).text)))
        except ReadError as error:
            unread.append(str(error))
    return Loaded(meetings=tuple(meetings), unread=tuple(unread))


def expect(gold: GoldDocument, document: Document) -> Expected:
    """Return what the summary of *document* should hold by *gold*."""
    place = _Anchoring(document.text)
    sure = [mark for mark in gold.decisions if not mark.optional]
    return Expected(
        half=gold.half,
        document=document,
        points=tuple(
            ExpectedPoint(weight=point.weight, places=place.all(point.any)) for point in gold.points
        ),
        decisions=place.all(sure),
        optional_decisions=place.all(mark for mark in gold.decisions if mark.optional),
        actions=tuple(
            found for mark in gold.actions if not mark.optional for found in place.action(mark)
        ),
    )


class _Anchoring:
    """Find the annotations in a text as it is read now."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: list[Word] = find_words(text)

    def all(self, marks: Iterable[Mark]) -> tuple[Span, ...]:
        return tuple(
            anchor(mark, self._text, self._words) or Span(mark.start, mark.end) for mark in marks
        )

    def action(self, mark: GoldAction) -> list[ExpectedAction]:
        who, due = (self._said(named) for named in (mark.who, mark.due))
        return [ExpectedAction(place=place, who=who, due=due) for place in self.all([mark])]

    def _said(self, mark: Mark | None) -> str | None:
        return next((span.of(self._text) for span in self.all([mark] if mark else [])), None)
