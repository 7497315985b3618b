"""Answer which meetings were held, how many and how often, by the lines that print their days."""

import re
from collections.abc import Sequence
from pathlib import PurePath

from rag.citing import Evidence
from rag.minutes import Document
from rag.phrasing.coverage import count_of
from rag.results import Meeting
from rag.searching.meant import meetings_meant
from rag.span import Span
from rag.structured.held import line_of, printed
from rag.structured.inquiry import NOTHING, Inquiry, Listed
from rag.swedish.words import fold

# "Hur många möten hade styrelsen 2019?": of these words a meeting is called by none.
OF_MEETINGS = re.compile(
    r"""^(?:mote(?:n|na|t)?|sammantrade(?:n|na|t)?|traff(?:ar|arna|en)?|protokoll(?:en|et)?|gang(?:er)?
    |meetings?|styrelsen|namnden|utskottet|fullmaktige|direktionen|kommitten|radet|natverket
    |gruppen|arbetsgruppen|foreningen|man|vi|de|ni|bibliotek(?:et)?|board|committee|held
    |minnesanteckningar(?:na)?|minutes)$""",
    re.VERBOSE,
)
# "styrelsemöten": so they may be called by title or file, where no body has that name.
OF_KIND = re.compile(r"^(?P<kind>\w{3,}(?:mote|sammantrade|traff|stamm))\w{0,3}$")
LAST = re.compile(r"\b(?:senast|sist|senaste\sg[åa]ngen|sista\sg[åa]ngen|last)\b", re.IGNORECASE)
# So many can be read through; of more, the latest.
MOST = 40
COUNTED = "{meetings} i biblioteket{when}."
SHOWN = "{meetings} i biblioteket{when}; här är de {shown} senaste."


def convened(inquiry: Inquiry) -> Listed:
    """Return of each meeting that is asked for the line that prints its day, the latest first.

    A question with another subject than meetings ("Hur många möten handlade om bron?") gets none.
    """
    question = inquiry.question
    if question.unmet:
        return NOTHING
    meetings = _meant(inquiry, [w for w in question.subject if not OF_MEETINGS.match(fold(w))])
    if LAST.search(question.reworded):
        return Listed(evidence=_days(inquiry, meetings[:1]))
    when = f" ({', '.join(question.limits)})" if question.limits else ""
    note = COUNTED if len(meetings) <= MOST else SHOWN
    told = note.format(meetings=count_of(len(meetings)), when=when, shown=MOST)
    return Listed(evidence=_days(inquiry, meetings[:MOST]), notes=(told,))


def _meant(inquiry: Inquiry, named: Sequence[str]) -> list[Meeting]:
    """Return the meetings that all of the words *named* are said of, the latest first."""
    found = [meeting for meeting in inquiry.meetings() if meeting.date]
    kinds = [match["kind"] for word in named if (match := OF_KIND.match(fold(word)))]
    others = [word for word in named if not OF_KIND.match(fold(word))]
    for kind in kinds:
        found = [one for one in found if kind in fold(f"{one.title} {PurePath(one.source).name}")]
    if not others:
        return found
    meant = meetings_meant(others, found, inquiry.library.naming(), at_least=1.0)
    return [meeting for meeting in found if meeting.document_id in meant]


def _days(inquiry: Inquiry, meetings: Sequence[Meeting]) -> list[Evidence]:
    return [_day(inquiry.library.document(meeting.document_id)) for meeting in meetings]


def _day(document: Document) -> Evidence:
    """Return the line that prints the day, or else the title: its file's name may tell the day."""
    return next(iter(printed(document, ("date",))), Evidence(document, _title(document)))


def _title(document: Document) -> Span:
    """Return where the title stands, or else the first line."""
    title, text = document.minutes.title, document.text
    if (start := text.find(title)) >= 0:
        return Span(start, start + len(title))
    start = len(text) - len(text.lstrip())
    return line_of(text, Span(start, start))
