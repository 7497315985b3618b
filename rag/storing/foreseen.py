"""Find which documents are of the same meeting as one that is not in the library yet."""

from collections.abc import Iterable

from rag.minutes import Document, DocumentKey
from rag.results import Filters, Meeting
from rag.storing.library import Library
from rag.storing.same_meeting import MeetingFile, meetings_of

ONE, OTHER = DocumentKey(1), DocumentKey(2)


def of_same_meeting(document: Document, others: Iterable[Document]) -> list[Document]:
    """Return those of *others* that are files of the meeting that *document* is of."""
    return [other for other in others if _are_same(document, other)]


def of_same_day(document: Document, library: Library) -> list[Meeting]:
    """Return the library's documents with the date of *document*; none when it has no date."""
    day = document.minutes.date
    if day is None:
        return []
    held = library.meetings(Filters(first=day.first, last=day.last), copies=True)
    return [one for one in held if one.date and (one.date.first, one.date.last) == _days(document)]


def _are_same(one: Document, other: Document) -> bool:
    if one.minutes.date is None or _days(one) != _days(other):
        return False
    said = {ONE: _said(one), OTHER: _said(other)}
    files = [_file(ONE, one), _file(OTHER, other)]
    return bool(meetings_of(files, lambda file: said[file.key]))


def _days(document: Document) -> tuple[object, object]:
    day = document.minutes.date
    return (day.first, day.last) if day else (None, None)


def _said(document: Document) -> str:
    """Return what is said after the list of those attending, who are the same at each meeting."""
    items = document.minutes.all_items
    return document.text[items[0].span.start :] if items else document.text


def _file(key: DocumentKey, document: Document) -> MeetingFile:
    minutes = document.minutes
    return MeetingFile(
        key=key,
        size=len(document.text),
        body=minutes.body,
        organisation=minutes.organisation,
        time=minutes.time,
        status=minutes.status,
        paragraphs=frozenset(i.number for i in minutes.items if i.number and "§" in i.number),
        has_pages=bool(document.pages),
        is_ocr=any(page.ocr for page in document.pages),
    )
