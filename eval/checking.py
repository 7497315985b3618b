"""Check that the library holds what the questions need, before anything is measured."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eval.dataset import Question, QuestionSet
from eval.evidence import Place, names_document, places_of, unnamed
from rag.errors import DatasetError
from rag.minutes import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that a question needs and the library does not have."""

    question: Question
    sought: str
    """The quote, or the end of a path."""


def check_evidence(questions: Iterable[Question], documents: Sequence[Document]) -> list[Gap]:
    """Return the quotes and documents that *questions* need and *documents* lack.

    The strings of a group must stand in one document: one of those that the question names, if any.
    """
    places = places_of((document.source, document.text) for document in documents)
    return [
        Gap(question=question, sought=sought)
        for question in questions
        for sought in _lacking(question, places)
    ]


def require_evidence(questions: QuestionSet, documents: Sequence[Document]) -> None:
    """Raise a `DatasetError` that lists what *questions* need and *documents* lack."""
    gaps = check_evidence(questions.questions, documents)
    if gaps:
        listed = "\n".join(
            f"  {questions.name}, rad {gap.question.line} ({gap.question.id}): {gap.sought}"
            for gap in gaps
        )
        raise DatasetError(
            f"{len(gaps)} citat eller dokument i {questions.name} finns inte i biblioteket; "
            f"läs in protokollen eller rätta frågorna:\n{listed}"
        )


def _lacking(question: Question, places: Sequence[Place]) -> list[str]:
    within = [place for place in places if names_document(place.source, question.documents)]
    absent = unnamed((place.source for place in within), question.documents)
    groups = [group for way in question.ways for group in way]
    return absent + [
        quote
        for group in groups
        if not any(place.holds(group) for place in within)
        for quote in _not_in_any(group, within)
    ]


def _not_in_any(group: tuple[str, ...], places: Sequence[Place]) -> list[str]:
    """Return the strings that no place holds, or the group when each is in a place of its own."""
    lone = [quote for quote in group if not any(place.holds((quote,)) for place in places)]
    return lone or [" … ".join(group)]
