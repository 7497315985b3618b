"""Find the agenda items that are about the subject of a question."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rag.citing import Evidence
from rag.items import Item
from rag.minutes import Document
from rag.phrasing.context import context
from rag.span import Span
from rag.structured.inquiry import Inquiry
from rag.swedish.matching import Subject, less, most
from rag.swedish.words import fold, words

# How surely a place is about what stands around it: in its heading, before it in its paragraph, in
# the paragraph that its own goes on with, elsewhere in its item, in the meeting's title and date.
# Its own words count whole.
IN_HEADING = 0.9
BEFORE = 0.8
GONE_ON_WITH = 0.6
IN_ITEM = 0.6
IN_MEETING = 0.4

# The share of the subject, by rarity, that a place must speak of to be about it, and the share of
# the best one's; docs/answers.md tells why.
ABOUT = 0.5
OF_BEST = 0.75


MatterKey = tuple[str, str]
"""The organisation and the registration number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """An agenda item and how far it is about the subject."""

    document: Document
    item: Item
    share: float
    """Of the subject's weight, 0 to 1."""

    def evidence(self, spans: Sequence[Span]) -> list[Evidence]:
        """Return *spans* of its document as evidence."""
        return [Evidence(self.document, span) for span in spans]


@dataclass(frozen=True, slots=True)
class Found:
    """An item that the hits are in."""

    document: Document
    item: Item
    title: str
    """Its label, and those of the same matter at other meetings, which may call it otherwise."""


def items_found(inquiry: Inquiry) -> list[Found]:
    """Return the items that the hits are in, whole, in their order."""
    found = [
        (document, item)
        for document, hits in inquiry.found()
        for item in document.minutes.all_items
        if any(item.span.overlaps(hit.passage.span) for hit in hits)
    ]
    titles: dict[MatterKey, dict[str, None]] = {}
    for document, item in found:
        if key := matter_key(document, item):
            titles.setdefault(key, {})[item.label] = None
    return [
        Found(
            document,
            item,
            " ".join(titles[key] if (key := matter_key(document, item)) else [item.label]),
        )
        for document, item in found
    ]


def matter_key(document: Document, item: Item) -> MatterKey | None:
    """Return what the items of one matter have in common; numbers recur in other organisations."""
    if item.registration_number is None:
        return None
    return fold(document.minutes.organisation or ""), item.registration_number


def matters(
    inquiry: Inquiry, said: Sequence[str], *, holds: Callable[[Item], object] = bool
) -> list[Matter]:
    """Return the items that are most about the words *said*, in the order of the hits.

    Only those that *holds* something are returned, but all are compared: a question for the vote
    on one matter is not answered by the vote on another. Without words all are about it.
    """
    subject = inquiry.subject(said)
    found = [_matter(one, subject) for one in items_found(inquiry)]
    if not said:
        return [matter for matter in found if holds(matter.item)]
    bar = max(ABOUT, OF_BEST * max((matter.share for matter in found), default=0.0))
    return [matter for matter in found if matter.share >= bar and holds(matter.item)]


def _matter(found: Found, subject: Subject) -> Matter:
    document, item = found.document, found.item
    presence = most(
        subject.presence(words(f"{item.registration_number or ''} {found.title}")),
        less(IN_ITEM, subject.presence(words(item.span.of(document.text)))),
        less(IN_MEETING, subject.presence(words(context(document.minutes, ())))),
    )
    return Matter(document=document, item=item, share=subject.coverage(presence))


def decided(item: Item) -> list[Span]:
    """Return the decisions of *item*; a vote that tells its outcome is one if there is no other."""
    decisions = [decision.span for decision in item.decisions]
    votes = [vote.span for vote in item.votes]
    return [d for d in decisions if not any(map(d.overlaps, votes))] or decisions
