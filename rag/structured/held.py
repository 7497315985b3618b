"""Answer when and where a meeting was held, from the places where its minutes print it."""

import re
from collections.abc import Iterable, Mapping, Sequence

from rag.asks import Asks
from rag.citing import Evidence
from rag.minutes import Document
from rag.searching.meant import meetings_meant
from rag.span import Span
from rag.structured.inquiry import NOTHING, Inquiry, Listed
from rag.swedish.sentences import LIST_MARK
from rag.swedish.words import fold

MEETING = (
    r"\w*(?:m[öo]te(?:t|n|na)?|sammantr[äa]de(?:t|n|na)?|tr[äa]ff(?:en|ar|arna)?|st[äa]mman?)\b"
)
CLOSED = r"(?:slutade|avslutades|avslutats|stängdes|varade|pågick|höll\spå)"
OPENED = r"(?:hölls|holls|hålls|halls|ägde\srum|agde\srum|började|borjade|öppnades)"
# "När hölls mötet …?", "Vilken tid började sammanträdet …?", "När var senaste mötet?"
ASKS_OF_MEETING = re.compile(
    rf"\b(?:var|{OPENED}|{CLOSED})\b.{{0,60}}?{MEETING}"
    rf"|{MEETING}.{{0,60}}?\b(?:{OPENED}|{CLOSED})\b",
    re.IGNORECASE,
)
ASKS_OF_END = re.compile(rf"\b{CLOSED}\b", re.IGNORECASE)
DURATION = re.compile(r"\bhur\sl[åäa]ng", re.IGNORECASE)
OF_MEETINGS = re.compile(
    r"""^(?:holls|halls|hall\w+|holl|agde|rum|borjade|oppnades|slutade|avslut\w+|stangdes|varade
    |pagick|lange|tid|plats|lokal)$""",
    re.VERBOSE,
)
PLACED = re.compile(r"\b(?:var|vilken\s(?:plats|lokal))\b", re.IGNORECASE)
TIMED = re.compile(r"\b(?:när|nar|vilken\s(?:dag|tid)|klockan|datum)\b", re.IGNORECASE)
FIELDS: Mapping[Asks, Sequence[str]] = {Asks.WHEN: ("date", "time"), Asks.PLACE: ("place",)}

MOST_MEETINGS = 3


def held(inquiry: Inquiry) -> Listed:
    """Return when, or where, the meetings were held that are all the question is about."""
    question = inquiry.question
    if not ASKS_OF_MEETING.search(question.reworded):
        return NOTHING
    said = [word for word in question.subject if not OF_MEETINGS.match(fold(word))]
    meetings = inquiry.meetings()
    meant = meetings_meant(said, meetings, inquiry.library.naming(), at_least=1.0)
    if not 1 <= len(meant) <= MOST_MEETINGS:
        return NOTHING
    documents = [
        inquiry.library.document(m.document_id) for m in meetings if m.document_id in meant
    ]
    if ASKS_OF_END.search(question.reworded):
        lasted = ("time",) if DURATION.search(question.reworded) else ()
        return Listed(evidence=[e for d in documents for e in (*printed(d, lasted), *closed(d))])
    fields = _fields(question.asks, question.reworded)
    return Listed(evidence=[piece for d in documents for piece in printed(d, fields)])


def _fields(asks: Asks, text: str) -> Sequence[str]:
    both = PLACED.search(text) and TIMED.search(text) and re.search(r"\boch\b", text)
    return ("date", "time", "place") if both else FIELDS[asks]


def printed(document: Document, fields: Iterable[str]) -> list[Evidence]:
    """Return the lines that print *fields*, each once, in the order of the text."""
    read = [one.span for one in document.minutes.readings if one.field in fields and one.span]
    lines = {line_of(document.text, span) for span in read}
    return [Evidence(document, span) for span in sorted(lines, key=lambda span: span.start)]


def closed(document: Document) -> list[Evidence]:
    """Return the line that prints when the meeting ended, if its minutes tell of that."""
    ended = (document.minutes.time or "").rpartition("–")
    start = document.text.rfind(ended[2]) if ended[0] else -1
    if start < 0:
        return []
    return [Evidence(document, line_of(document.text, Span(start, start + len(ended[2]))))]


def line_of(text: str, span: Span) -> Span:
    """Return the line, or lines, that *span* stands in, without list and heading marks."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    whole = text[start : end if end >= 0 else len(text)]
    mark = LIST_MARK.match(whole)
    lead = min(mark.end() if mark else 0, span.start - start)
    return Span(start + lead, start + len(whole.rstrip()))
