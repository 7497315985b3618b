from collections.abc import Callable
from typing import Any

from eval.dataset import Expect, QuestionSet
from eval.withholding import ask_without
from rag.minutes import Document
from rag.results import Answer, Filters, Status

Make = Callable[..., Any]


def answered_by(document: Document, make_answer: Make) -> Callable[..., Answer]:
    """Return an assistant that finds *document* wherever the filters admit it."""

    def ask(question: str, *, filters: Filters) -> Answer:
        admitted = document.id in filters.meetings
        answer: Answer = make_answer(document, [document.text] if admitted else [])
        return answer

    return ask


def ask_both(make_question: Make, make_document: Make, make_answer: Make, *, found: int) -> Any:
    first = make_document("a.txt", "Avgiften är 300 kronor.")
    second = make_document("b.txt", "Båtplatsen kostar 900 kronor.")
    questions = (
        make_question(id="q1", documents=("a.txt",)),
        make_question(id="q2", expect=Expect.ABSENT, evidence=()),
    )
    return ask_without(
        QuestionSet(name="f", sha256="a" * 64, questions=questions),
        answered_by((first, second)[found], make_answer),
        [first, second],
    )


def test_the_document_that_answers_is_not_searched(
    make_question: Make, make_document: Make, make_answer: Make
) -> None:
    [result] = ask_both(make_question, make_document, make_answer, found=0)

    assert Status.NOT_FOUND is result.status
    assert 1.0 == result.scores["right_refusal"]


def test_all_others_are(make_question: Make, make_document: Make, make_answer: Make) -> None:
    [result] = ask_both(make_question, make_document, make_answer, found=1)

    assert Status.ANSWERED is result.status
    assert 0.0 == result.scores["right_refusal"]


def test_the_record_says_which_question_and_keeps_no_filters(
    make_question: Make, make_document: Make, make_answer: Make
) -> None:
    [result] = ask_both(make_question, make_document, make_answer, found=0)

    assert ("q1-utan", Expect.ABSENT) == (result.question.id, result.question.expect)
    assert Filters() == result.question.filters
