"""Answer a question by extraction: from the lists when it asks for people, else by sentences."""

from collections.abc import Sequence
from time import perf_counter

from rag.abstention import decide
from rag.attendance import answer_attendance
from rag.citing import Citations, Evidence
from rag.embedding import Embedder
from rag.extract import extract
from rag.indexes import Indexes
from rag.library import Library
from rag.matching import Subject
from rag.phrases import answer_text
from rag.question import Question
from rag.results import Answer, Filters, Hit, Status
from rag.search import Search

MODEL = "extractive"
HITS = 10


class Answerer:
    """Answer questions from one library, without a language model."""

    def __init__(
        self, library: Library, indexes: Indexes, embedder: Embedder, search: Search
    ) -> None:
        self._library = library
        self._indexes = indexes
        self._embedder = embedder
        self._search = search

    def __call__(self, question: Question, filters: Filters) -> Answer:
        """Return the cited sentences that answer *question*, or say that there are none."""
        start = perf_counter()
        hits = self._search(question.text, filters=filters, limit=HITS)
        listed = answer_attendance(question, filters, self._library, hits)
        status, evidence, missing = (
            (Status.ANSWERED, listed, ()) if listed else self._extract(question, hits)
        )
        citations = Citations()
        statements = citations.state(evidence)
        searched = self._library.searched(filters)
        return Answer(
            question=question.text,
            status=status,
            statements=statements,
            citations=citations.all(),
            hits=tuple(hits),
            missing=missing,
            searched=searched,
            model=MODEL,
            text=answer_text(status, statements, missing, searched),
            elapsed_ms=round((perf_counter() - start) * 1000, 1),
        )

    def _extract(
        self, question: Question, hits: Sequence[Hit]
    ) -> tuple[Status, list[Evidence], tuple[str, ...]]:
        ids = dict.fromkeys(hit.passage.document_id for hit in hits)
        extracted = extract(
            question,
            hits,
            {document: self._library.document(document) for document in ids},
            subject=Subject(self._indexes.words.rarity(question.subject)),
            embedder=self._embedder,
        )
        status = decide(extracted)
        if status is Status.NOT_FOUND:
            return status, [], extracted.missing
        return status, list(extracted.chosen), extracted.missing
