"""Ask, search, summarise and browse one library; what the app and the command line talk to."""

from rag.answer import Answerer
from rag.library import Library
from rag.minutes import Document, DocumentId
from rag.question import understand
from rag.results import Answer, Filters, Hit, Meeting, Summary
from rag.search import Search
from rag.summary import Summariser


class Assistant:
    """The readers' side of one library."""

    def __init__(
        self,
        library: Library,
        search: Search,
        answerer: Answerer,
        summariser: Summariser,
        *,
        max_question_chars: int,
    ) -> None:
        self._library = library
        self._search = search
        self._answerer = answerer
        self._summariser = summariser
        self._max_question_chars = max_question_chars

    def ask(self, question: str, *, filters: Filters | None = None) -> Answer:
        """Answer *question* from the meetings that *filters* admit.

        Raises:
            QuestionError: it is empty or too long.
        """
        understood = understand(question, max_chars=self._max_question_chars)
        return self._answerer(understood, filters or Filters())

    def search(
        self, question: str, *, filters: Filters | None = None, limit: int = 10
    ) -> list[Hit]:
        """Return the *limit* passages that speak most of *question*."""
        return self._search(question, filters=filters, limit=limit)

    def summarise(self, document_id: DocumentId) -> Summary:
        """Summarise one meeting.

        Raises:
            UnknownMeetingError: it is not in the library.
        """
        return self._summariser(self._library.document(document_id))

    def meetings(self, filters: Filters | None = None) -> list[Meeting]:
        """Return the meetings that *filters* admit, newest first."""
        return self._library.meetings(filters)

    def document(self, document_id: DocumentId) -> Document:
        """Return a whole document.

        Raises:
            UnknownMeetingError: it is not in the library.
        """
        return self._library.document(document_id)

    def find(self, prefix: str) -> DocumentId:
        """Return the one document whose id starts with *prefix*.

        Raises:
            UnknownMeetingError: none does, or several do.
        """
        return self._library.find(prefix)
