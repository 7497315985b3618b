"""Ask, search, summarise and browse one library; what the app and the command line talk to."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.answering.answer import HITS, Answerer
from rag.answering.compound import questions_in, together
from rag.answering.signs import Signs
from rag.edits import Edit
from rag.extracting.candidates import Candidate
from rag.minutes import Document, DocumentId
from rag.results import Answer, Filters, Hit, Meeting, Status, Understood
from rag.searching.search import Search
from rag.storing.filtering import require_known
from rag.storing.library import Library
from rag.storing.steady import steadily
from rag.summaries import Length, Summary
from rag.swedish.interrogative import questions_alone
from rag.swedish.words import is_content, words
from rag.understanding.conversation import Conversation
from rag.understanding.understand import Understander, combined
from rag.writers import AnswerWriter, Summarise, SummaryWriter

ONLY_QUESTIONS = "Besvarat är bara det som är frågor: «{question}»"


class Assistant:
    """The readers' side of one library."""

    def __init__(
        self,
        library: Library,
        search: Search,
        answerer: Answerer,
        summarise: Summarise,
        understander: Understander,
        *,
        generator: AnswerWriter | None = None,
        writer: SummaryWriter | None = None,
    ) -> None:
        self._library = library
        self._search = search
        self._answerer = answerer
        self._summarise = summarise
        self._understander = Conversation(understander, library)
        self._generator = generator
        self._writer = writer

    def ask(
        self, question: str, *, filters: Filters | None = None, earlier: Sequence[Answer] = ()
    ) -> Answer:
        """Answer *question* from the meetings that *filters* admit, after the *earlier* answers.

        Raises:
            QuestionError: it is empty or too long.
            FilterError: no meeting has the body or person of *filters*.
        """
        *_, answer = self.ask_streaming(question, filters=filters, earlier=earlier)
        return answer

    def ask_streaming(
        self, question: str, *, filters: Filters | None = None, earlier: Sequence[Answer] = ()
    ) -> Iterator[Answer]:
        """Yield the answer as a language model writes it, each time a checked sentence longer.

        The last is the whole answer; without a language model it is the only one. *earlier* are
        the answers before it in the same conversation, oldest first; a follow-up leans on them.

        Raises:
            QuestionError: it is empty or too long.
            FilterError: no meeting has the body or person of *filters*.
        """

        def extract(asked: str) -> Answer:
            whole = self._extract(asked, filters, earlier)
            alone = questions_alone(asked)
            answer = self._extract(alone, filters, earlier) if alone else whole
            if alone and answer.confidence >= whole.confidence:
                note = ONLY_QUESTIONS.format(question=alone)
                return replace(answer, question=asked, notes=(*answer.notes, note))
            return whole

        if self._generator is None:
            yield extract(question)
        else:
            asked_before = [answer.question for answer in earlier]
            yield from self._generator(question, extract, earlier=asked_before)

    def _extract(self, question: str, filters: Filters | None, earlier: Sequence[Answer]) -> Answer:
        answers: list[Answer] = []
        for part in questions_in(question):
            answers.append(self._extract_one(part, filters, [*earlier, *answers]))
        if any(answer.status is not Status.NOT_FOUND for answer in answers):
            return together(question, answers)
        return self._extract_one(question, filters, earlier)

    @steadily
    def _extract_one(
        self, question: str, filters: Filters | None, earlier: Sequence[Answer]
    ) -> Answer:
        understood = self.understand(question, filters, earlier)
        answer = self._answerer(understood, filters or Filters())
        lacking = self._search.lacking
        return replace(answer, notes=(*answer.notes, lacking)) if lacking else answer

    def understand(
        self, question: str, filters: Filters | None = None, earlier: Sequence[Answer] = ()
    ) -> Understood:
        """Return how *question* is understood beside the user's own *filters*, which win.

        Raises:
            QuestionError: it is empty or too long.
        """
        return self._understander(question, filters, earlier=earlier)

    @property
    def revision(self) -> int:
        """A number that grows with every change of the library."""
        return self._library.revision

    @property
    def lacking(self) -> str:
        """What was not searched just now, and why: a Swedish sentence; empty when all was."""
        return self._search.lacking

    def search(
        self,
        question: str,
        *,
        filters: Filters | None = None,
        limit: int = 10,
        neighbours: bool = False,
    ) -> list[Hit]:
        """Return the *limit* passages that speak most of *question*; none when it names nothing.

        Raises:
            FilterError: no meeting has the body or person of *filters*.
        """
        if not any(map(is_content, words(question))):
            return []
        understood = self.understand(question, filters)
        within = combined(filters or Filters(), understood.filters)
        return self._search(understood.text, filters=within, limit=limit, neighbours=neighbours)

    def sentences(self, question: str) -> list[Candidate]:
        """Return the sentences that an answer to *question* would be chosen among.

        Raises:
            QuestionError: it is empty or too long.
        """
        return self._answerer.sentences(*self._found(question))

    def signs(self, question: str) -> Signs:
        """Return what tells whether the minutes answer *question*.

        Raises:
            QuestionError: it is empty or too long.
        """
        return self._answerer.signs(*self._found(question))

    def _found(self, question: str) -> tuple[Understood, list[Hit]]:
        understood = self.understand(question)
        return understood, self._search(understood.text, filters=understood.filters, limit=HITS)

    def summarise(
        self,
        document_id: DocumentId,
        *,
        length: Length = Length.NORMAL,
        style: str | None = None,
        is_worded: bool = True,
    ) -> Summary:
        """Summarise one meeting, as `summarising` does.

        Raises:
            UnknownMeetingError: it is not in the library.
            QuestionError: the *style* is too long.
        """
        *_, summary = self.summarising(document_id, length=length, style=style, is_worded=is_worded)
        return summary

    def summarising(
        self,
        document_id: DocumentId,
        *,
        length: Length = Length.NORMAL,
        style: str | None = None,
        is_worded: bool = True,
    ) -> Iterator[Summary]:
        """Yield the summary of one meeting as a language model words it, item by item.

        The first is of the minutes' own sentences; without a model it is the only one. The last
        is whole. What was finished is kept, so that one that was stopped goes on where it was.

        Args:
            document_id: The meeting's.
            length: How much is said.
            style: What it should sound like: `för pressmeddelande`; by the settings when `None`.
            is_worded: Whether the language model, if there is one, words it.

        Raises:
            UnknownMeetingError: it is not in the library.
            QuestionError: the *style* is too long.
        """
        document = self._library.document(document_id)
        extracted = self._summarise(document, length=length)
        if self._writer is None or not is_worded:
            yield extracted
        else:
            yield from self._writer(document, extracted, style=style)

    def edits(self, document_id: DocumentId) -> tuple[Edit, ...]:
        """Return what the user did to the lines of the meeting's summary; see `rag.edits`."""
        return self._library.edits(document_id)

    def meetings(self, filters: Filters | None = None, *, copies: bool = False) -> list[Meeting]:
        """Return the meetings that *filters* admit, newest first, or with *copies* all their files.

        Raises:
            FilterError: no meeting has the body or person of *filters*.
        """
        meetings = self._library.meetings(filters, copies=copies)
        if filters and not meetings:
            require_known(filters, self._library)
        return meetings

    def files(self, document_id: DocumentId) -> list[Meeting]:
        """Return all files of a document's meeting, the one that answers are taken from first."""
        return self._library.files(document_id)

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
