"""Answer what is asked of cited words themselves: who said them, when and where, what more."""

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from operator import itemgetter

from rag.asks import Asks
from rag.citing import Evidence
from rag.minutes import Document
from rag.span import Span
from rag.structured.held import printed
from rag.structured.inquiry import Inquiry, Listed
from rag.swedish.sentences import sentences
from rag.swedish.words import words

MOST_SENTENCES = 6
# Fewer are a heading or a number.
FEWEST_WORDS = 4

Find = Callable[[Document, list[Span]], Iterable[Evidence]]
"""Return what answers, of a document and the places in it that are asked about."""


def pointed(inquiry: Inquiry) -> Listed:
    """Return what answers a follow-up about the words that it points to.

    "Vem sa det?" is answered by the statement that the cited words are a part of, "När var det?"
    by the meeting's date, "Berätta mer" by what else stands in the same item.
    """
    question = inquiry.question
    find = FINDERS[question.asks]
    found: list[Evidence] = []
    for document_id, group in groupby(question.points, key=itemgetter(0)):
        document = inquiry.library.document(document_id)
        found += find(document, [span for _, span in group])
    return Listed(evidence=found)


def _said(document: Document, places: list[Span]) -> Iterable[Evidence]:
    """Return the statements of *places* whose speakers are known, or the proposals beside them."""
    items = dict.fromkeys(filter(None, (document.item_at(place.start) for place in places)))
    stated = [one.span for item in items for one in item.statements]
    proposed = [one.span for item in items for one in item.proposals if one.who]
    said = [span for span in (*stated, *proposed) if any(map(span.overlaps, places))]
    return [Evidence(document, span) for span in said or proposed]


def _rest(document: Document, places: list[Span]) -> Iterable[Evidence]:
    """Yield what the items of *places* say after them, else the rest of what they say."""
    start = min(place.start for place in places)
    items = dict.fromkeys(filter(None, (document.item_at(place.start) for place in places)))
    rest = [
        Evidence(document, sentence)
        for item in items
        for sentence in sentences(document.text, Span(item.heading.end, item.span.end))
        if not any(sentence.overlaps(place) for place in places)
    ]
    said = [piece for piece in rest if len(words(piece.text)) >= FEWEST_WORDS]
    after = [piece for piece in said if piece.span.start > start]
    yield from (after or said)[:MOST_SENTENCES]


FINDERS: Mapping[Asks, Find] = {
    Asks.ACTORS: _said,
    Asks.WHEN: lambda document, _: printed(document, ("date",)),
    Asks.PLACE: lambda document, _: printed(document, ("place",)),
    Asks.SUMMARY: _rest,
}
