"""Turn places in documents into statements with numbered citations."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rag.grounding.check import Grounding, ground
from rag.minutes import Document
from rag.results import Carrier, Citation, Statement
from rag.span import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a document that are to be shown as they stand."""

    document: Document
    span: Span

    @property
    def text(self) -> str:
        """The words in one line."""
        return " ".join(self.span.of(self.document.text).split())


class Citations:
    """The citations of one answer or summary, numbered as they come."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, Span], int] = {}
        self._cited: list[Citation] = []

    def all(self) -> tuple[Citation, ...]:
        """Return the citations in order of number."""
        return tuple(self._cited)

    def state(self, evidence: Iterable[Evidence]) -> tuple[Statement, ...]:
        """Return one statement for each text in *evidence*; the same words twice are said once."""
        places: dict[str, list[int]] = {}
        for piece in filter(lambda piece: piece.text, evidence):
            numbers = places.setdefault(piece.text, [])
            number = self.number(piece)
            if number not in numbers:
                numbers.append(number)
        return tuple(self._statement(text, numbers) for text, numbers in places.items())

    def _statement(self, text: str, numbers: list[int]) -> Statement:
        cited = [self._cited[number - 1] for number in numbers]
        found = ground(text, [citation.quote for citation in cited])
        return Statement(
            text=text,
            support=found.support,
            citations=tuple(numbers),
            reason=found.reason,
            carriers=carried_by(found, cited),
        )

    def carriers(self, text: str, numbers: Sequence[int]) -> tuple[Carrier, ...]:
        """Return the words of the citations with *numbers* that *text* stands for."""
        cited = [self._cited[number - 1] for number in numbers]
        return carried_by(ground(text, [citation.quote for citation in cited]), cited)

    def number(self, piece: Evidence) -> int:
        """Return the number of the place, the next one when it is new."""
        place = (piece.document.id, piece.span)
        if place not in self._numbers:
            self._numbers[place] = len(self._cited) + 1
            self._cited.append(_cite(piece, self._numbers[place]))
        return self._numbers[place]


def carried_by(found: Grounding, cited: Sequence[Citation]) -> tuple[Carrier, ...]:
    """Return the words in the document that carry what was grounded in the *cited* quotes."""
    return tuple(
        Carrier(
            citation=cited[word.quote].n,
            span=Span(
                cited[word.quote].start + word.span.start, cited[word.quote].start + word.span.end
            ),
        )
        for word in found.words
    )


def _cite(piece: Evidence, number: int) -> Citation:
    document, span = piece.document, piece.span
    item = document.item_at(span.start)
    day = document.minutes.date
    return Citation(
        n=number,
        document_id=document.id,
        source=document.source,
        meeting=document.minutes.title,
        date=day.iso if day else None,
        item=item.label or None if item else None,
        page=document.page_at(span.start),
        start=span.start,
        end=span.end,
        quote=span.of(document.text),
    )
