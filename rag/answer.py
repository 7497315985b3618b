"""Answer a question by extraction: from the lists when it asks for people, else by sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

from rag.abstention import confidence, decide
from rag.attendance import answer_attendance
from rag.citing import Citations, Evidence
from rag.extract import extract
from rag.indexes import Indexes
from rag.library import Library
from rag.matching import Subject
from rag.phrases import answer_text
from rag.question import Question
from rag.register import answer_register
from rag.results import Answer, Filters, Hit, Status
from rag.search import Search
from rag.similarity import Compare

MODEL = "extractive"
HITS = 10


@dataclass(frozen=True, slots=True)
class Found:
    """What one way of answering found."""

    status: Status
    evidence: Sequence[Evidence]
    confidence: float
    missing: tuple[str, ...] = ()


class Answerer:
    """Answer questions from one library, without a language model."""

    def __init__(
        self, library: Library, indexes: Indexes, search: Search, compare: Compare
    ) -> None:
        self._library = library
        self._indexes = indexes
        self._search = search
        self._compare = compare

    def __call__(self, question: Question, filters: Filters) -> Answer:
        """Return the cited sentences that answer *question*, or say that there are none."""
        start = perf_counter()
        hits = self._search(question.text, filters=filters, limit=HITS)
        listed = answer_attendance(question, filters, self._library, hits) or answer_register(
            question, filters, self._library
        )
        if listed:
            found = Found(Status.ANSWERED, listed, confidence=1.0)
        else:
            found = self._extract(question, hits)
        citations = Citations()
        statements = citations.state(found.evidence)
        searched = self._library.searched(filters)
        return Answer(
            question=question.text,
            status=found.status,
            statements=statements,
            citations=citations.all(),
            hits=tuple(hits),
            missing=found.missing,
            searched=searched,
            model=MODEL,
            confidence=found.confidence,
            text=answer_text(found.status, statements, found.missing, searched),
            elapsed_ms=round((perf_counter() - start) * 1000, 1),
        )

    def _extract(self, question: Question, hits: Sequence[Hit]) -> Found:
        ids = dict.fromkeys(hit.passage.document_id for hit in hits)
        extracted = extract(
            question,
            hits,
            {document: self._library.document(document) for document in ids},
            subject=Subject(self._indexes.words.rarity(question.subject)),
            compare=self._compare,
        )
        status = decide(extracted)
        return Found(
            status,
            () if status is Status.NOT_FOUND else extracted.chosen,
            confidence=confidence(extracted),
            missing=extracted.missing,
        )
