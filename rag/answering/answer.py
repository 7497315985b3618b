"""Answer a question by extraction: from the lists when it asks for people, else by sentences."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from rag.answering.abstention import LISTED, confidence, decide
from rag.answering.attendance import answer_attendance
from rag.answering.copies import told_of_copies
from rag.answering.finders import find_structured
from rag.answering.register import answer_register
from rag.answering.signs import Signs, read_signs
from rag.answering.unanswerable import many_questions, why_nothing
from rag.asks import DECISIONS, Asks
from rag.citing import Citations, Evidence
from rag.extracting.candidates import Candidate, candidates
from rag.extracting.extract import extract
from rag.minutes import Document, DocumentId
from rag.models.similarity import Compare
from rag.phrasing.phrases import answer_text
from rag.results import Answer, Filters, Hit, Status, Understood
from rag.searching.search import Search
from rag.span import Span
from rag.storing.indexes import Indexes
from rag.storing.library import Library
from rag.structured.inquiry import Inquiry
from rag.structured.rows import UNNAMED, actor_rows, names_no_one
from rag.swedish.matching import Subject
from rag.swedish.words import words
from rag.understanding.understand import combined

MODEL = "extractive"
NO_SUCH_MEETING = "Inget möte i biblioteket stämmer med: {limits}."
NO_DECISION = "Inget beslut om detta har hittats; så här står det om saken."
# What asks for a meeting as a whole.
OF_A_MEETING = frozenset({Asks.PRESENT, Asks.SUMMARY})
HITS = 10
# What the parsed minutes list whole is looked for in more passages.
WIDE = 50


@dataclass(frozen=True, slots=True)
class Found:
    """What one way of answering found."""

    status: Status
    evidence: Sequence[Evidence]
    hits: Sequence[Hit]
    confidence: float
    missing: tuple[str, ...] = ()
    is_list: bool = False
    notes: tuple[str, ...] = ()


class Answerer:
    """Answer questions from one library, without a language model."""

    def __init__(
        self,
        library: Library,
        indexes: Indexes,
        search: Search,
        compare: Compare,
        essence: Callable[[Document], Sequence[Span]],
    ) -> None:
        self._library = library
        self._indexes = indexes
        self._search = search
        self._compare = compare
        self._essence = essence

    def __call__(self, question: Understood, filters: Filters) -> Answer:
        """Return the cited sentences that answer *question*, or say that there are none.

        Args:
            question: As understood.
            filters: The user's own.
        """
        start = perf_counter()
        found, within = self._find(question, combined(filters, question.filters)), question.filters
        if found.status is Status.NOT_FOUND and question.limits:
            unmet = (*question.unmet, *question.limits)
            wider = replace(question, filters=Filters(), limits=(), unmet=unmet)
            beyond = self._find(wider, filters)
            if beyond.status is not Status.NOT_FOUND:
                question, found, within = wider, beyond, Filters()
        found = _without_unmet(found, question)
        citations = Citations()
        statements = citations.state(found.evidence)
        rows = actor_rows(question, found.evidence, statements)
        if statements and names_no_one(question, rows, statements):
            found = replace(found, status=Status.PARTIAL, notes=(*found.notes, UNNAMED))
        limits = combined(filters, within)
        searched = self._library.searched(limits)
        return Answer(
            question=question.asked,
            understood=question,
            status=found.status,
            statements=statements,
            citations=citations.all(),
            hits=tuple(found.hits),
            missing=found.missing,
            searched=searched,
            model=MODEL,
            confidence=found.confidence,
            text=answer_text(found.status, statements, found.missing, searched, rows=rows),
            notes=(
                *found.notes,
                *told_of_copies(citations.all(), self._library),
                *self._told_of_question(question, limits, found.status),
            ),
            is_list=found.is_list,
            actors=rows,
            elapsed_ms=round((perf_counter() - start) * 1000, 1),
        )

    def _told_of_question(
        self, question: Understood, limits: Filters, status: Status
    ) -> tuple[str, ...]:
        if status is not Status.NOT_FOUND:
            return many_questions(question.asked)
        why = why_nothing(question, limits, self._library, self._indexes.words.unknown)
        return why or many_questions(question.asked)

    def _find(self, question: Understood, filters: Filters) -> Found:
        wide = self._search(question.text, filters=filters, limit=WIDE)
        hits = wide[:HITS]
        listed = answer_attendance(question, filters, self._library, hits) or answer_register(
            question, filters, self._library
        )
        if listed:
            return Found(Status.ANSWERED, listed, hits, confidence=LISTED, is_list=True)
        parsed = find_structured(self._inquiry(question, filters, wide))
        if parsed.evidence:
            return Found(
                Status.PARTIAL if parsed.missing else Status.ANSWERED,
                parsed.evidence,
                hits,
                confidence=LISTED,
                missing=parsed.missing,
                is_list=True,
                notes=parsed.notes,
            )
        return self._extract(question, hits)

    def _inquiry(self, question: Understood, filters: Filters, wide: Sequence[Hit]) -> Inquiry:
        return Inquiry(
            question=question,
            filters=filters,
            library=self._library,
            hits=wide,
            weigh=self._indexes.words.rarity,
            search=lambda text: self._search(text, filters=filters, limit=WIDE),
            essence=self._essence,
        )

    def _extract(self, question: Understood, hits: Sequence[Hit]) -> Found:
        documents, subject = self._documents(hits), self._subject(question)
        found = candidates(question, hits, documents, subject=subject, compare=self._compare)
        extracted = extract(question, found, subject=subject)
        signs = read_signs(hits, found, subject=subject)
        status = decide(signs, extracted.missing)
        asks_for_decisions = question.asks in DECISIONS and status is Status.ANSWERED
        lacks = asks_for_decisions and not extracted.decides
        return Found(
            Status.PARTIAL if lacks else status,
            () if status is Status.NOT_FOUND else extracted.chosen,
            hits,
            confidence=confidence(signs),
            missing=extracted.missing,
            notes=(NO_DECISION,) if lacks else (),
        )

    def sentences(self, question: Understood, hits: Sequence[Hit]) -> list[Candidate]:
        """Return the sentences of *hits* that an answer is chosen among."""
        return candidates(
            question,
            hits,
            self._documents(hits),
            subject=self._subject(question),
            compare=self._compare,
        )

    def signs(self, question: Understood, hits: Sequence[Hit]) -> Signs:
        """Return what tells whether *hits* answer."""
        found, subject = self.sentences(question, hits), self._subject(question)
        return read_signs(hits, found, subject=subject)

    def _subject(self, question: Understood) -> Subject:
        return Subject(self._indexes.words.rarity(question.subject), question.others)

    def _documents(self, hits: Sequence[Hit]) -> dict[DocumentId, Document]:
        ids = dict.fromkeys(hit.passage.document_id for hit in hits)
        return {document: self._library.document(document) for document in ids}


def _without_unmet(found: Found, question: Understood) -> Found:
    """Return what was *found* as a part of what was asked for, when no meeting is as it says.

    When nothing but that meeting was asked for, what others say is no part of an answer.
    """
    unmet = question.unmet
    if not unmet:
        return found
    named = {word for said in unmet for word in words(said)}
    is_of_meeting = question.asks in OF_A_MEETING and not found.is_list
    if is_of_meeting or named.issuperset(question.subject):
        note = NO_SUCH_MEETING.format(limits=", ".join(unmet))
        return Found(Status.NOT_FOUND, (), found.hits, confidence=0.0, notes=(note,))
    status = Status.PARTIAL if found.status is Status.ANSWERED else found.status
    missing = dict.fromkeys((*unmet, *(word for word in found.missing if word not in named)))
    return replace(found, status=status, missing=tuple(missing))
