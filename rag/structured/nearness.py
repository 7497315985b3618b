"""Tell how far a place in the minutes is about a subject, by its own words and those around it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from rag.phrasing.context import context
from rag.span import Span
from rag.structured.matters import (
    BEFORE,
    GONE_ON_WITH,
    IN_HEADING,
    IN_ITEM,
    IN_MEETING,
    OF_BEST,
    Found,
)
from rag.swedish.matching import Presence, Subject, less, most
from rag.swedish.sentences import sentences
from rag.swedish.words import is_content, stems, words

PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
# "Beskedet" after "Beskedet gäller …": two paragraphs that share a word that no other has.
SHARED_BY = 2


class Nearness:
    """How far places of one item are about a subject."""

    def __init__(self, found: Found, subject: Subject, *, follows: bool = True) -> None:
        """Read what stands around all places of an item.

        Args:
            found: The item.
            subject: Of the question.
            follows: A place goes on with what stands before it, as "det" and "förslaget" do.
        """
        document, item = found.document, found.item
        self._text = document.text
        self._item = item
        self._subject = subject
        self._follows = follows
        whole = self._said(item.span)
        heading = less(IN_HEADING, subject.presence(words(found.title)))
        meeting = less(IN_MEETING, subject.presence(words(context(document.minutes, ()))))
        self._around = most(meeting, heading, less(IN_ITEM, whole) if item.title else ())
        self.nearest = subject.coverage(most(whole, meeting, heading))
        """The share of the subject that no place of the item can exceed."""

    def __call__(self, span: Span) -> Presence:
        """Return how surely the place at *span* is about each word of the subject, 0 to 1."""
        before = self._before(span) if self._follows else ()
        return most(self._said(span), before, self._around)

    def _before(self, span: Span) -> Presence:
        number = sum(paragraph.start <= span.start for paragraph in self._paragraphs) - 1
        if number < 0:
            return ()
        near = less(BEFORE, self._said(Span(self._paragraphs[number].start, span.start)))
        if not number or not self._goes_on(number):
            return near
        return most(near, less(GONE_ON_WITH, self._said(self._paragraphs[number - 1])))

    def _goes_on(self, number: int) -> bool:
        """Tell whether a paragraph's first sentence goes on with the paragraph before it."""
        own = next(iter(sentences(self._text, self._paragraphs[number])), None)
        if own is None:
            return False
        shared = self._stems(own) & self._by_paragraph[number - 1]
        return any(self._holding[stem] <= SHARED_BY for stem in shared)

    @cached_property
    def _paragraphs(self) -> list[Span]:
        return list(_paragraphs(self._text, self._item.span))

    @cached_property
    def _by_paragraph(self) -> list[frozenset[str]]:
        return [self._stems(paragraph) for paragraph in self._paragraphs]

    @cached_property
    def _holding(self) -> Counter[str]:
        """How many paragraphs have each stem."""
        return Counter(stem for said in self._by_paragraph for stem in said)

    def _stems(self, span: Span) -> frozenset[str]:
        return frozenset(stems(filter(is_content, words(span.of(self._text)))))

    def _said(self, span: Span) -> Presence:
        return self._subject.presence(words(span.of(self._text)))


def unspoken_of(subject: Subject, presences: Iterable[Presence]) -> tuple[str, ...]:
    """Return the words that none of *presences* speaks of, when they weigh or are numbers."""
    presence = most(*presences)
    missing = subject.absent(presence)
    weighs = subject.coverage(presence) < OF_BEST
    return tuple(w for w in missing if weighs or any(map(str.isdigit, w)))


def _paragraphs(text: str, within: Span) -> Iterator[Span]:
    start = within.start
    for match in PARAGRAPH_END.finditer(text, within.start, within.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, within.end)
