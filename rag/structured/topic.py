"""Find all that the minutes tell of a subject: sentences, decisions and tasks, in order of time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from rag.citing import Evidence
from rag.items import Action, Item, Reservation, Vote
from rag.minutes import Document
from rag.phrasing.coverage import Coverage, coverage_text
from rag.span import Span
from rag.structured.inquiry import NOTHING, Inquiry, Listed
from rag.structured.matters import ABOUT, OF_BEST, decided, items_found
from rag.structured.nearness import Nearness, unspoken_of
from rag.summaries import Part
from rag.swedish.sentences import sentences
from rag.swedish.words import words

# A unit with fewer words is a heading or a label.
FEWEST_WORDS = 4
LONGEST_GAP = 20
# An answer tells so many sentences of each meeting, beside its decisions.
MOST_ANSWERED = 2
# The share of the subject that a place must speak of, when any does: a summary of "cykelkökets
# lokal" tells nothing of other locations.
WHOLE = 0.66
# What tells of the order of the meeting and not of the subject: "Kommunstyrelsen beslutar", a row
# of a table, "Dnr KS 2023/145", "Ordföranden ställer proposition på förslagen", and the halves of a
# sentence that a line's end divides before "att".
PROCEDURE = re.compile(
    r"""\bbeslut(?:a|ar|ade|ades)\s?:?$ | \|.*\| | ^att\s
    | ^(?:dnr|diarienr|diarienummer)\b | \bproposition\b | \bfinner\s(?:att|bifall)
    | \bordföranden\sfrågar\b""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place that is about the subject."""

    document: Document
    item: Item
    span: Span
    part: Part
    share: float
    """Of the subject's weight that its own words speak of, 0 to 1."""
    action: Action | None = None

    @property
    def evidence(self) -> Evidence:
        """The place as evidence."""
        return Evidence(self.document, self.span)


def mentions(inquiry: Inquiry, said: Sequence[str]) -> list[Mention]:
    """Return all places about the words *said*, in order of time."""
    subject = inquiry.subject(said)
    found: list[tuple[float, Mention]] = []
    for one in items_found(inquiry):
        nearness = Nearness(one, subject, follows=not one.item.title)
        if nearness.nearest < ABOUT:
            continue
        for part, span, action in _units(one.document, one.item):
            spoken = words(span.of(one.document.text))
            mention = Mention(
                document=one.document,
                item=one.item,
                span=span,
                part=part,
                share=subject.coverage(subject.presence(spoken)),
                action=action,
            )
            found.append((subject.coverage(nearness(span)), mention))
    best = max((near for near, _ in found), default=0.0)
    # Of one word nothing but the word itself will do: "badhus" is no "rådhus".
    least = ABOUT if len(said) > 1 and best < WHOLE else WHOLE
    bar = max(least, OF_BEST * best)
    return sorted((mention for near, mention in found if near >= bar), key=_when)


def told_over_time(inquiry: Inquiry) -> Listed:
    """Return what several meetings told of the subject when a summary of it is asked for."""
    said = inquiry.question.subject
    meetings = {meeting.document_id for meeting in inquiry.meetings()}
    found = [one for one in mentions(inquiry, said) if one.document.id in meetings] if said else []
    by_meeting = [list(group) for _, group in groupby(found, key=lambda one: one.document.id)]
    if len(by_meeting) <= 1:
        return NOTHING
    subject = inquiry.subject(said)
    texts = {one.item.span.of(one.document.text) for one in found}
    told = Coverage(admitted=len(meetings), speaking=len(by_meeting))
    return Listed(
        evidence=[one.evidence for group in by_meeting for one in _answering(group)],
        notes=(coverage_text(told, " ".join(said)),),
        missing=unspoken_of(subject, [subject.presence(words(text)) for text in texts]),
    )


def _answering(found: Sequence[Mention]) -> list[Mention]:
    """Return the decisions of one meeting, and of its sentences those that speak most of it."""
    stated = [one for one in found if one.part is Part.STATEMENT]
    most = sorted(stated, key=lambda one: -one.share)[:MOST_ANSWERED]
    decided = [one for one in found if one.part is Part.DECISION]
    return sorted([*most, *decided], key=lambda one: one.span.start)


def _units(document: Document, item: Item) -> Iterator[tuple[Part, Span, Action | None]]:
    """Yield what *item* itself holds, each place once but for decisions that are also tasks."""
    taken = decided(item)
    yield from ((Part.DECISION, span, None) for span in taken)
    yield from ((Part.ACTION, action.span, action) for action in item.actions)
    others: tuple[Action | Vote | Reservation, ...] = (
        *item.actions,
        *item.votes,
        *item.reservations,
    )
    taken += [one.span for one in others]
    inner = (one.span.start for one in document.minutes.all_items if one.level > item.level)
    end = min((s for s in inner if item.span.start < s < item.span.end), default=item.span.end)
    attendance = document.minutes.attendance
    for span in sentences(document.text, Span(item.heading.end, end)):
        is_listed = attendance is not None and attendance.overlaps(span)
        said = span.of(document.text)
        if (
            len(words(said)) >= FEWEST_WORDS
            and not (is_listed or PROCEDURE.search(said) or _is_half(document.text, span))
            and not any(map(span.overlaps, taken))
        ):
            yield Part.STATEMENT, span, None


def _is_half(text: str, span: Span) -> bool:
    """Tell whether a sentence goes on with "att" on the next line."""
    goes_on = text[span.end : span.end + LONGEST_GAP].lstrip().startswith("att ")
    return goes_on and text[span.end - 1].isalpha()


def _when(mention: Mention) -> tuple[date, str, int]:
    day = mention.document.minutes.date
    return day.first if day else date.max, mention.document.id, mention.span.start
