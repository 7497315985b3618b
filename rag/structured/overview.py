"""Answer what one whole meeting was about: what is essential of it, or its items."""

import re
from collections.abc import Sequence

from rag.asks import Asks
from rag.citing import Evidence
from rag.minutes import Document, DocumentId
from rag.searching.meant import meetings_meant
from rag.span import Span
from rag.structured.inquiry import NOTHING, Inquiry, Listed
from rag.swedish.words import fold

# "Vilka punkter togs upp på mötet den 4 mars?"
AGENDA = re.compile(
    r"^(?:punkter(?:na)?|arenden(?:a)?|fragor(?:na)?|amnen(?:a)?|dagordning(?:en)?)$"
)
# "Vad diskuterade styrelsen på styrelsemötet den 4 mars?"
OF_THE_MEETING = re.compile(
    r"""^(?:\w*(?:mote(?:t|n|na)?|sammantrade(?:t|n|na)?|traff(?:en|ar|arna)?|stamman?|heldag(?:en)?)
    |styrelsen|namnden|utskottet|fullmaktige|direktionen|kommitten|radet|natverket|gruppen)$""",
    re.VERBOSE,
)
# "Vad diskuterades den 4 mars?", with no more subject than that.
WHOLE_MEETING = frozenset({Asks.SUMMARY, Asks.PLAIN, Asks.SAID})
WHOLE = "En sammanfattning av hela mötet: «motesminne summarise {id}»."
# Of more meetings on one day, or of one name, none is told.
MOST_MEETINGS = 3


def overview(inquiry: Inquiry) -> Listed:
    """Return what is essential of the meeting that is all the question is about.

    "Vilka punkter togs upp?" gets the items' headings.
    """
    question = inquiry.question
    said = [word for word in question.subject if not OF_THE_MEETING.match(fold(word))]
    of_agenda = [word for word in said if AGENDA.match(fold(word))]
    asks_for_list = question.asks is Asks.LIST and bool(of_agenda)
    if not (asks_for_list or question.asks in WHOLE_MEETING):
        return NOTHING
    meetings = _meant(inquiry, [word for word in said if word not in of_agenda])
    if not 1 <= len(meetings) <= MOST_MEETINGS:
        return NOTHING
    evidence = [
        Evidence(document, span)
        for document in map(inquiry.library.document, meetings)
        for span in (_headings(document) if asks_for_list else inquiry.essence(document))
    ]
    notes = tuple(WHOLE.format(id=meeting[:12]) for meeting in meetings) if evidence else ()
    return Listed(evidence=evidence, notes=notes)


def _meant(inquiry: Inquiry, others: Sequence[str]) -> list[DocumentId]:
    """Return the meetings, oldest first, that the question's limits and its *others* words name."""
    question = inquiry.question
    if question.asks is not Asks.SUMMARY and (others or not question.limits):
        return []
    meetings = inquiry.meetings()
    named = (
        meetings_meant(others, meetings, inquiry.library.naming(), at_least=1.0) if others else None
    )
    return [m.document_id for m in reversed(meetings) if named is None or m.document_id in named]


def _headings(document: Document) -> list[Span]:
    return [item.heading for item in document.minutes.items]
