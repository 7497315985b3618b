"""List all that a meeting decided, or all that is to be done, when only that is asked for."""

from collections.abc import Callable, Mapping

from rag.asks import Asks
from rag.citing import Evidence
from rag.items import Item
from rag.results import Filters, Understood
from rag.searching.meant import meetings_meant
from rag.span import Span
from rag.storing.library import Library

LISTED: Mapping[Asks, Callable[[Item], list[Span]]] = {
    Asks.DECISION: lambda item: [decision.span for decision in item.decisions],
    Asks.ACTION: lambda item: [action.span for action in item.actions],
}

# A question about more meetings than these is about a subject in them.
MOST_MEETINGS = 3


def answer_register(question: Understood, filters: Filters, library: Library) -> list[Evidence]:
    """Return every decision, or action, of the meetings that are all the question is about.

    "Vad beslutades den 14 maj 2024?" names a meeting and nothing else; "Vad beslutades om
    skolskjuts?" has a subject, and gets nothing here.
    """
    listed = LISTED.get(question.asks)
    if listed is None:
        return []
    meetings = library.meetings(filters)
    if not question.subject and not 1 <= len(meetings) <= MOST_MEETINGS:
        return []
    meant = meetings_meant(question.subject, meetings, library.naming(), at_least=1.0)
    if len(meant) > MOST_MEETINGS:
        return []
    documents = [library.document(m.document_id) for m in meetings if m.document_id in meant]
    return [
        Evidence(document, span)
        for document in documents
        for item in document.minutes.all_items
        for span in listed(item)
    ]
