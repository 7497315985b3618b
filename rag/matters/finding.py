"""Find the items of a matter, by its registration number or by what it is about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rag.matters.steps import Treated
from rag.minutes import DocumentId
from rag.results import Filters
from rag.span import Span
from rag.storing.library import Library
from rag.storing.steady import documents_of
from rag.structured.inquiry import Inquiry
from rag.structured.topic import Mention, mentions
from rag.swedish.matching import Subject
from rag.swedish.registration import Registration, read_registration
from rag.swedish.words import fold, words

# The share of the subject that a heading must speak of, by rarity: "Skolskjuts" heads a matter of
# school buses, a sentence on them in another item does not.
HEADED = 0.75

Key = tuple[str, str]
"""The organisation, and the number or, without one, the body."""


def by_number(library: Library, number: Registration, filters: Filters) -> list[Treated]:
    """Return the items of the meetings that *filters* admit with *number*, however printed."""
    return [
        treated
        for treated in _items(library, filters)
        if number.is_printed(treated.item.registration_number)
    ]


def by_subject(inquiry: Inquiry, said: Sequence[str]) -> list[Treated]:
    """Return the items whose headings are about the words *said*, and the rest of their matters.

    Without any such heading, the items that speak of it, as far as they do.
    """
    found = mentions(inquiry, said)
    places: dict[tuple[DocumentId, Span], list[Mention]] = {}
    for one in found:
        places.setdefault((one.document.id, one.item.span), []).append(one)
    meetings = {meeting.document_id: meeting for meeting in inquiry.meetings()}
    treated = [
        Treated(
            meeting=meetings[document],
            document=group[0].document,
            item=group[0].item,
            about=tuple(one.span for one in group),
        )
        for (document, _), group in places.items()
        if document in meetings
    ]
    headed = [one for one in treated if _is_headed(one, inquiry.subject(said))]
    return _whole(inquiry, headed) if headed else treated


def _whole(inquiry: Inquiry, headed: Iterable[Treated]) -> list[Treated]:
    """Return the items *headed* so, whole, and all others with their registration numbers."""
    unnumbered = [replace(one, about=()) for one in headed if _registration(one) is None]
    numbers = [number for one in headed if (number := _registration(one))]
    same = [
        one
        for one in (_items(inquiry.library, inquiry.filters) if numbers else ())
        if any(number.is_printed(one.item.registration_number) for number in numbers)
    ]
    return [*unnumbered, *same]


def grouped(treated: Iterable[Treated]) -> list[list[Treated]]:
    """Return the items of each matter apart, that with most items first.

    Numbers recur in other organisations; items without a number are one matter in each body.
    """
    groups: dict[Key, list[Treated]] = {}
    for one in treated:
        number = _registration(one)
        minutes = one.document.minutes
        matter = number.matter if number else fold(minutes.body or "")
        groups.setdefault((fold(minutes.organisation or ""), matter), []).append(one)
    return sorted(groups.values(), key=len, reverse=True)


def _items(library: Library, filters: Filters) -> Iterator[Treated]:
    for meeting, document in documents_of(library, library.meetings(filters)):
        for item in document.minutes.all_items:
            yield Treated(meeting=meeting, document=document, item=item)


def _registration(one: Treated) -> Registration | None:
    return read_registration(one.item.registration_number or "")


def _is_headed(one: Treated, subject: Subject) -> bool:
    return subject.coverage(subject.presence(words(one.item.label))) >= HEADED
