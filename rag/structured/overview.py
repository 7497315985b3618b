"""Answer what one whole meeting was about: its items, with what each decided or begins with."""

import re
from collections.abc import Iterator

from rag.asks import Asks
from rag.citing import Evidence
from rag.items import Item
from rag.minutes import Document
from rag.span import Span
from rag.structured.inquiry import NOTHING, Inquiry, Listed
from rag.swedish.sentences import sentences
from rag.swedish.words import fold, words

# "Vilka punkter togs upp på mötet den 4 mars?"
AGENDA = re.compile(
    r"^(?:punkter(?:na)?|arenden(?:a)?|fragor(?:na)?|amnen(?:a)?|dagordning(?:en)?)$"
)
# Fewer words are a label or a name.
FEWEST_WORDS = 4
# "Vad diskuterades den 4 mars?", with no more subject than that.
WHOLE_MEETING = frozenset({Asks.SUMMARY, Asks.PLAIN, Asks.SAID})
WHOLE = "En sammanfattning av hela mötet: «motesminne summarise {id}»."


def overview(inquiry: Inquiry) -> Listed:
    """Return the items of the one meeting that is all the question is about.

    "Sammanfatta mötet den 4 mars" gets what each item decided, or its first sentence; "Vilka
    punkter togs upp?" gets the items' headings.
    """
    question = inquiry.question
    of_agenda = [bool(AGENDA.match(fold(word))) for word in question.subject]
    asks_for_list = question.asks is Asks.LIST and any(of_agenda)
    if not all(of_agenda) or not (asks_for_list or question.asks in WHOLE_MEETING):
        return NOTHING
    meetings = inquiry.meetings() if question.limits or question.asks is Asks.SUMMARY else []
    if len(meetings) != 1:
        return NOTHING
    document = inquiry.library.document(meetings[0].document_id)
    spans = [
        span
        for item in document.minutes.items
        for span in ([item.heading] if asks_for_list else _essence(document, item))
    ]
    notes = (WHOLE.format(id=document.id[:12]),) if spans else ()
    return Listed(evidence=[Evidence(document, span) for span in spans], notes=notes)


def _essence(document: Document, item: Item) -> list[Span]:
    return [decision.span for decision in item.decisions] or list(_first_sentence(document, item))


def _first_sentence(document: Document, item: Item) -> Iterator[Span]:
    text = document.text
    for span in sentences(text, item.span):
        if not span.overlaps(item.heading) and len(words(span.of(text))) >= FEWEST_WORDS:
            yield span
            return
